"""What remains before a picture may be signed. Empty of anything blocking means ready."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from samsyn.core.pictures.causes import Cause
from samsyn.core.pictures.compare import compare
from samsyn.core.pictures.document import Chapter, ChapterKind, Document, Paragraph, ParagraphKind, substance
from samsyn.core.pictures.method import Method


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: a stable code, where, and whether it stands in the way."""

    code: str
    chapter_id: str
    paragraph_id: str = ""
    detail: str = ""
    blocking: bool = True


def missing(
    document: Document,
    *,
    base: Document | None,
    method: Method,
    causes: Mapping[str, Cause],
    rivals: Collection[str] = (),
) -> tuple[Missing, ...]:
    """List what remains before signing.

    Parameters
    ----------
    document : Document
        The draft as it would be signed, reasons for removals included.
    base : Document or None
        The version in force without its paragraphs about change; None for a first version.
    method : Method
        The method that the draft follows.
    causes : Mapping of str to Cause
        The stated cause per chapter id.
    rivals : Collection of str
        Ids of paragraphs with two texts and no choice made.
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
        changed = {one.id for one in compare(base, substance(document)).chapters}
        found += [
            Missing("cause", chapter.id)
            for chapter in document.chapters
            if chapter.id in changed and chapter.id not in causes
        ]
    return tuple(found)


def _sections(chapter: Chapter, method: Method) -> Iterator[Missing]:
    written = {item.section for item in chapter.paragraphs}
    for section in method.sections:
        if chapter.kind in section.compulsory_in and section.key not in written:
            yield Missing("section", chapter.id, detail=section.key)


def _criteria(chapter: Chapter, method: Method) -> Iterator[Missing]:
    """A listed area answers every criterion; "vet ej" is an answer too."""
    if chapter.kind is not ChapterKind.AREA or not chapter.listed:
        return
    answered = {item.facts.get("criterion") for item in chapter.paragraphs if item.kind is ParagraphKind.ANSWER}
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
