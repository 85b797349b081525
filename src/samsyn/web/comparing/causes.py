"""Why each paragraph differs, over one step or many: as the signers stated it, version by version."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from samsyn.core.pictures.compare import Change, ChapterChange, Comparison, compare
from samsyn.core.pictures.document import Paragraph
from samsyn.pictures.facts import Reading


@dataclass(frozen=True, slots=True)
class Step:
    """One consecutive step: from which version to which, and what it changed."""

    before: Reading
    after: Reading
    difference: Comparison


@dataclass(frozen=True, slots=True)
class Stated:
    """A cause stated in one version for a paragraph, with the reason for a removal if it was one."""

    number: int
    cause: str
    cause_paragraph: Paragraph | None
    removal: Paragraph | None


def steps(readings: Sequence[Reading], whole: Comparison) -> tuple[Step, ...]:
    """Compare each version with the next; ``whole`` is from the first to the last, which may be one step."""
    if len(readings) == 2:  # noqa: PLR2004 - a single step
        return (Step(readings[0], readings[1], whole),)
    return tuple(Step(before, after, compare(before.document, after.document)) for before, after in pairwise(readings))


def stated(steps: Iterable[Step]) -> Mapping[str, tuple[Stated, ...]]:
    """Return, by the id of a paragraph or a chapter, what was stated in each version that changed it, oldest first."""
    found: dict[str, list[Stated]] = {}
    for step in steps:
        for chapter in step.difference.chapters:
            for key, one in _of_chapter(step, chapter):
                found.setdefault(key, []).append(one)
    return {key: tuple(told) for key, told in found.items()}


def _of_chapter(step: Step, chapter: ChapterChange) -> Iterable[tuple[str, Stated]]:
    number = step.after.version.number
    whole = _cause(chapter, "")
    yield chapter.id, Stated(number, _code(whole), whole, None)
    for item in chapter.paragraphs:
        if item.change is not Change.UNCHANGED:
            said = _cause(chapter, item.paragraph.id) or whole
            told = Stated(number, _code(said), said, item.reason if item.change is Change.REMOVED else None)
            for key in {one.id for one in (item.before, item.after) if one}:
                yield key, told


def _cause(chapter: ChapterChange, about: str) -> Paragraph | None:
    found = [one for one in chapter.causes if one.facts.get("about", "") == about and not one.erased]
    return found[0] if len(found) == 1 else None


def _code(cause: Paragraph | None) -> str:
    return cause.facts.get("cause", "") if cause else ""
