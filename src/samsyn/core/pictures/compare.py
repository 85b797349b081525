"""What is different between two pictures, as their reader may see them: chapter by chapter, word by word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import cast

from samsyn.core.pictures.document import Chapter, Document, Paragraph, ParagraphKind
from samsyn.core.pictures.word_spans import Span, SpanKind, spans

__all__ = [
    "Aspect",
    "Change",
    "ChapterChange",
    "Comparison",
    "Counts",
    "ParagraphChange",
    "Span",
    "SpanKind",
    "compare",
    "compare_chapter",
    "differences",
]

ABOUT_CHANGE = (ParagraphKind.CAUSE, ParagraphKind.REMOVAL)
"""Kinds that explain a change and are none themselves."""


class Change(StrEnum):
    """What became of a chapter or a paragraph."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


class Aspect(StrEnum):
    """In what a paragraph differs. Author, day and label are not among them: they follow from the rest."""

    TEXT = "text"
    CERTAINTY = "certainty"
    MARKING = "marking"
    EVIDENCE = "evidence"
    SOURCES = "sources"
    SECTION = "section"
    CRITERION = "criterion"
    STEP = "step"
    CATEGORY = "category"
    TREND = "trend"
    LEVEL = "level"
    ERASED = "erased"
    OTHER = "other"


_FACTS = {
    aspect.value: aspect for aspect in (Aspect.CRITERION, Aspect.STEP, Aspect.CATEGORY, Aspect.TREND, Aspect.LEVEL)
}


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """One paragraph before and after; ``reason`` is the stated reason where it stands on one side only."""

    change: Change
    before: Paragraph | None
    after: Paragraph | None
    aspects: tuple[Aspect, ...]
    spans: tuple[Span, ...]
    reason: Paragraph | None = None

    @property
    def paragraph(self) -> Paragraph:
        """Return the paragraph as it stands last: after, or before where it is gone."""
        return cast(Paragraph, self.after or self.before)


@dataclass(frozen=True, slots=True)
class ChapterChange:
    """One chapter before and after, with all its paragraphs in the order of their labels."""

    change: Change
    before: Chapter | None
    after: Chapter | None
    boundary_changed: bool
    title_changed: bool
    paragraphs: tuple[ParagraphChange, ...]

    @property
    def chapter(self) -> Chapter:
        """Return the chapter as it stands last: after, or before where it is gone."""
        return cast(Chapter, self.after or self.before)

    @property
    def id(self) -> str:
        """Return the chapter's id."""
        return self.chapter.id

    @property
    def added(self) -> tuple[ParagraphChange, ...]:
        """Return the paragraphs that came."""
        return self.those(Change.ADDED)

    @property
    def removed(self) -> tuple[ParagraphChange, ...]:
        """Return the paragraphs that went."""
        return self.those(Change.REMOVED)

    @property
    def changed(self) -> tuple[ParagraphChange, ...]:
        """Return the paragraphs that stand on both sides and differ."""
        return self.those(Change.CHANGED)

    @property
    def unchanged(self) -> tuple[ParagraphChange, ...]:
        """Return the paragraphs that are the same on both sides."""
        return self.those(Change.UNCHANGED)

    @property
    def causes(self) -> tuple[Paragraph, ...]:
        """Return why it changed, as stated in the later document; true of consecutive versions only."""
        return self.after.of_kind(ParagraphKind.CAUSE) if self.after else ()

    def those(self, change: Change) -> tuple[ParagraphChange, ...]:
        """Return the paragraphs of which one thing became."""
        return tuple(item for item in self.paragraphs if item.change is change)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many paragraphs came, went, changed and stayed."""

    added: int = 0
    removed: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def total(self) -> int:
        """Return the number of changes: all but the unchanged."""
        return self.added + self.removed + self.changed


@dataclass(frozen=True, slots=True)
class Comparison:
    """The difference between two pictures. ``every_chapter`` has also those without any."""

    every_chapter: tuple[ChapterChange, ...]

    @property
    def chapters(self) -> tuple[ChapterChange, ...]:
        """Return the chapters that differ."""
        return tuple(item for item in self.every_chapter if item.change is not Change.UNCHANGED)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing differs."""
        return not self.chapters

    @property
    def counts(self) -> Counts:
        """Count paragraphs over all chapters."""
        return _counted(item for chapter in self.every_chapter for item in chapter.paragraphs)

    @property
    def counts_by_kind(self) -> Mapping[ParagraphKind, Counts]:
        """Count paragraphs over all chapters, by kind; kinds without any are left out."""
        found = [item for chapter in self.every_chapter for item in chapter.paragraphs]
        kinds = [kind for kind in ParagraphKind if any(item.paragraph.kind is kind for item in found)]
        return {kind: _counted(item for item in found if item.paragraph.kind is kind) for kind in kinds}


def compare(before: Document, after: Document) -> Comparison:
    """Compare two pictures.

    Parameters
    ----------
    before, after : Document
        Both filtered by the same rights at the same moment: what is hidden on one side only would look
        like a change.

    Returns
    -------
    Comparison
        Chapters by number, paragraphs by label. Paragraphs are matched by id, then by origin (one that
        was copied or lifted anew), within their chapter. Those of kind cause and removal are not
        compared: they are the ``causes`` of a chapter and the ``reason`` of what went. Turned round it
        mirrors exactly; compared with itself a picture has no difference.
    """
    old = {chapter.id: chapter for chapter in before.chapters}
    new = {chapter.id: chapter for chapter in after.chapters}
    reasons = (_reasons(before), _reasons(after))
    numbers = [(chapter.number, chapter.id) for chapter in (*before.chapters, *after.chapters)]
    ordered = dict.fromkeys(each for _, each in sorted(numbers))
    return Comparison(tuple(_chapter(each, old.get(each), new.get(each), reasons) for each in ordered))


def compare_chapter(before: Chapter | None, after: Chapter | None) -> ChapterChange:
    """Compare one chapter alone, as :func:`compare` does; one of the two may be missing, not both."""
    chapter_id = cast(Chapter, after or before).id
    return _chapter(chapter_id, before, after, ({}, {}))


def differences(before: Paragraph, after: Paragraph) -> tuple[Aspect, ...]:
    """Return in what two forms of a paragraph differ, in the order of :class:`Aspect`."""
    different = {
        Aspect.TEXT: before.text != after.text,
        Aspect.CERTAINTY: before.certainty != after.certainty,
        Aspect.MARKING: (before.info_class, before.zone) != (after.info_class, after.zone),
        Aspect.EVIDENCE: set(before.evidence) != set(after.evidence),
        Aspect.SOURCES: set(before.sources) != set(after.sources),
        Aspect.SECTION: before.section != after.section,
        Aspect.ERASED: before.erased != after.erased,
        Aspect.OTHER: before.kind is not after.kind,
    }
    for key in before.facts.keys() | after.facts.keys():
        if before.facts.get(key, "") != after.facts.get(key, ""):
            different[_FACTS.get(key, Aspect.OTHER)] = True
    return tuple(aspect for aspect in Aspect if different.get(aspect))


Reasons = Mapping[str, Paragraph]


def _reasons(document: Document) -> Reasons:
    """Return the stated reasons by the id of the paragraph or chapter that was taken out."""
    return {item.facts.get("removed", ""): item for item in document.paragraphs() if item.kind is ParagraphKind.REMOVAL}


def _chapter(
    chapter_id: str, before: Chapter | None, after: Chapter | None, reasons: tuple[Reasons, Reasons]
) -> ChapterChange:
    pairs = list(_pairs(_compared(before), _compared(after)))
    pairs.sort(key=lambda pair: min(_place(item) for item in pair if item))
    told = tuple(_paragraph(one, other, reasons, chapter_id) for one, other in pairs)
    boundary = before is not None and after is not None and before.boundary != after.boundary
    title = before is not None and after is not None and before.title != after.title
    if before is None or after is None:
        change = Change.REMOVED if after is None else Change.ADDED
    else:
        same = not boundary and not title and all(item.change is Change.UNCHANGED for item in told)
        change = Change.UNCHANGED if same else Change.CHANGED
    return ChapterChange(change, before, after, boundary, title, told)


def _compared(chapter: Chapter | None) -> tuple[Paragraph, ...]:
    return tuple(item for item in chapter.paragraphs if item.kind not in ABOUT_CHANGE) if chapter else ()


def _paragraph(
    before: Paragraph | None, after: Paragraph | None, reasons: tuple[Reasons, Reasons], chapter_id: str
) -> ParagraphChange:
    if before and after:
        aspects = differences(before, after)
        change = Change.CHANGED if aspects else Change.UNCHANGED
        return ParagraphChange(change, before, after, aspects, spans(before.text, after.text))
    found = ParagraphChange(
        Change.REMOVED if before else Change.ADDED,
        before,
        after,
        aspects=(),
        spans=spans(before.text if before else "", after.text if after else ""),
    )
    kept = reasons[1] if before else reasons[0]
    return replace(found, reason=kept.get(found.paragraph.id) or kept.get(chapter_id))


def _pairs(
    before: tuple[Paragraph, ...], after: tuple[Paragraph, ...]
) -> Iterator[tuple[Paragraph | None, Paragraph | None]]:
    """Yield who is who: by id, then by origin; then those who stand alone."""
    known = {item.id: item for item in after}
    shared = {item.id for item in before} & known.keys()
    yield from ((item, known[item.id]) for item in before if item.id in shared)
    old = [item for item in before if item.id not in shared]
    new = [item for item in after if item.id not in shared]
    matched_old, matched_new = set[int](), set[int]()
    for i, j in _kin(old, new):
        if i not in matched_old and j not in matched_new:
            matched_old.add(i)
            matched_new.add(j)
            yield old[i], new[j]
    yield from ((item, None) for i, item in enumerate(old) if i not in matched_old)
    yield from ((None, item) for j, item in enumerate(new) if j not in matched_new)


def _kin(old: list[Paragraph], new: list[Paragraph]) -> list[tuple[int, int]]:
    """Return the pairs of which one stems from the other, or both from a third; nearest places first.

    Two pairs with the same sum of places never share a paragraph, so the order is the same turned round.
    """
    by_name: dict[str, list[int]] = {}
    for j, item in enumerate(new):
        for name in {item.id, item.origin} - {""}:
            by_name.setdefault(name, []).append(j)
    found = {
        (i, j)
        for i, item in enumerate(old)
        for name in {item.id, item.origin} - {""}
        for j in by_name.get(name, ())
        if item.kind is new[j].kind
    }
    return sorted(found, key=sum)


_NUMBER = re.compile(r"[0-9]+")


def _place(paragraph: Paragraph) -> tuple[list[tuple[int, str]], str]:
    """Return where a paragraph stands: 4.9 before 4.10, then by id."""
    return [(len(part), part) for part in _NUMBER.findall(paragraph.label)], paragraph.id


def _counted(items: Iterable[ParagraphChange]) -> Counts:
    found = Counter(item.change.value for item in items)
    return Counts(**{change.value: found[change.value] for change in Change})
