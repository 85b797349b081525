"""What remains before a picture may be signed. Empty of anything blocking means ready."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from samsyn.core.pictures.causes import Cause
from samsyn.core.pictures.compare import compare
from samsyn.core.pictures.document import Chapter, ChapterKind, Document, Paragraph, ParagraphKind
from samsyn.core.pictures.method import Method


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: a code from the table of :func:`missing`, where, and whether it blocks."""

    code: str
    chapter_id: str
    paragraph_id: str = ""
    detail: str = ""
    blocking: bool = True


def missing(  # noqa: PLR0913 - what a signature rests on
    document: Document,
    *,
    base: Document | None,
    method: Method,
    causes: Collection[str],
    rivals: Collection[str] = (),
    removals: Mapping[str, str] | None = None,
) -> tuple[Missing, ...]:
    """List what remains before signing.

    Parameters
    ----------
    document : Document
        The whole draft as it would be signed.
    base : Document or None
        The version in force; None for a first version, which needs no causes.
    method : Method
        The method that the draft follows.
    causes : collection of str, or mapping from it
        Ids of the chapters whose cause is stated beside the document. A paragraph of kind cause in the
        chapter counts as well.
    rivals : collection of str
        Ids of paragraphs with two texts and no choice made.
    removals : mapping of str to str, optional
        Reasons by id of the paragraph or chapter taken out, where they are not paragraphs yet. When
        given, even empty, everything that stood in ``base`` and is gone needs a reason here or there;
        without it only the reasons in the document are looked at.

    Returns
    -------
    tuple of Missing
        By chapter, in reading order.

        ===================  ==========================================================  ========
        Code                 What is missing                                             Blocking
        ===================  ==========================================================  ========
        ``section``          words in a compulsory section (``detail``: its key)         yes
        ``answer``           an answer to a criterion (``detail``) of a listed area      yes
        ``answer-reason``    the reason of an answer, "vet ej" included                  yes
        ``proposal-reason``  the reason of a proposed category                           yes
        ``need-level``       the level a need is put to                                  yes
        ``certainty``        how certain a text is                                       yes
        ``rival``            a choice between two texts                                  yes
        ``removal-reason``   why a paragraph or chapter was taken out                    yes
        ``cause``            why a chapter that stood before, or came, has changed       yes
        ``evidence``         what a text or an answer rests on                           no
        ===================  ==========================================================  ========
    """
    found: list[Missing] = []
    for chapter in document.chapters:
        found += _sections(chapter, method)
        found += _criteria(chapter, method)
        for item in chapter.paragraphs:
            found += _paragraph(chapter, item)
            if item.id in rivals:
                found.append(Missing("rival", chapter.id, item.id))
    if base is not None:
        found += _removals(base, document, removals)
        found += _causes(base, document, causes)
    return tuple(found)


def _sections(chapter: Chapter, method: Method) -> Iterator[Missing]:
    written = {item.section for item in chapter.paragraphs if item.text.strip()}
    for section in method.sections_in(chapter.kind):
        if chapter.kind in section.compulsory_in and section.key not in written:
            yield Missing("section", chapter.id, detail=section.key)


def _criteria(chapter: Chapter, method: Method) -> Iterator[Missing]:
    """Ask for every criterion of a listed area; the empty step "vet ej" is an answer."""
    if chapter.kind is not ChapterKind.AREA or not chapter.listed:
        return
    steps = {"", *(str(step.value) for step in method.steps)}
    answered = {
        item.facts.get("criterion")
        for item in chapter.of_kind(ParagraphKind.ANSWER)
        if item.facts.get("step", "") in steps
    }
    for criterion in method.criteria:
        if criterion.code not in answered:
            yield Missing("answer", chapter.id, detail=criterion.code)


_WITH_REASON = {
    ParagraphKind.ANSWER: "answer-reason",
    ParagraphKind.PROPOSAL: "proposal-reason",
    ParagraphKind.REMOVAL: "removal-reason",
}
_RESTS_ON_EVIDENCE = frozenset({ParagraphKind.TEXT, ParagraphKind.ANSWER})


def _paragraph(chapter: Chapter, item: Paragraph) -> Iterator[Missing]:
    if item.kind in _WITH_REASON and not item.text.strip():
        yield Missing(_WITH_REASON[item.kind], chapter.id, item.facts.get("removed", item.id))
    if item.kind is ParagraphKind.TEXT and item.certainty is None:
        yield Missing("certainty", chapter.id, item.id)
    if item.kind is ParagraphKind.NEED and not item.facts.get("level"):
        yield Missing("need-level", chapter.id, item.id)
    if item.kind in _RESTS_ON_EVIDENCE and not item.evidence and not item.sources:
        yield Missing("evidence", chapter.id, item.id, blocking=False)


def _removals(base: Document, document: Document, removals: Mapping[str, str] | None) -> Iterator[Missing]:
    """Ask why what is gone is gone. What was erased by decision went without anybody's choice."""
    if removals is None:
        return
    for chapter in compare(base, document).chapters:
        if chapter.after is None:
            if not removals.get(chapter.id, "").strip() and not all(item.reason for item in chapter.removed):
                yield Missing("removal-reason", chapter.id)
            continue
        for item in chapter.removed:
            gone = item.paragraph
            if not gone.erased and item.reason is None and not removals.get(gone.id, "").strip():
                yield Missing("removal-reason", chapter.id, gone.id)


def _causes(base: Document, document: Document, causes: Collection[str]) -> Iterator[Missing]:
    changed = {one.id for one in compare(base, document).chapters}
    for chapter in document.chapters:
        if chapter.id in changed and chapter.id not in causes and not _states_cause(chapter):
            yield Missing("cause", chapter.id)


def _states_cause(chapter: Chapter) -> bool:
    return any(item.facts.get("cause") in list(Cause) for item in chapter.of_kind(ParagraphKind.CAUSE))
