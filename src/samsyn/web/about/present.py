"""The method in the reader's language."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as lazy

from samsyn.core.pictures.document import ChapterKind
from samsyn.core.pictures.method import Criterion, Method, Section, Words
from samsyn.shell import words
from samsyn.web.components import parts

_CHAPTERS = {
    ChapterKind.WHOLE: lazy("hela området"),
    ChapterKind.AREA: lazy("område på listan"),
    ChapterKind.PLACE: lazy("plats"),
}


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A section of the template: where it stands and what to write in it."""

    title: str
    help: str
    chapters: str
    compulsory: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """One version of the method, written out."""

    title: str
    key: str
    valid_from: str
    source: str
    assumption: str
    sections: tuple[SectionRow, ...]
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    steps: tuple[str, ...]
    certainties: tuple[parts.Certainty, ...]
    categories: tuple[tuple[str, str], ...]
    trends: tuple[str, ...]


def method(used: Method) -> MethodView:
    """Write out a method."""
    return MethodView(
        title=_said(used.title),
        key=used.key,
        valid_from=words.day(used.valid_from),
        source=_said(used.source),
        assumption=_said(used.assumption),
        sections=tuple(_section(section) for section in used.sections),
        groups=tuple((group, _statements(used, group)) for group in dict.fromkeys(one.group for one in used.criteria)),
        steps=(*(_said(step.label) for step in used.steps), _said(used.unknown)),
        certainties=tuple(
            parts.Certainty(place, _said(choice.label)) for place, choice in enumerate(used.certainties, 1)
        ),
        categories=tuple((choice.key, _said(choice.label)) for choice in used.categories),
        trends=tuple(_said(choice.label) for choice in used.trends),
    )


def _statements(used: Method, group: str) -> tuple[tuple[str, str], ...]:
    return tuple((one.code, _statement(one)) for one in used.criteria if one.group == group)


def _statement(one: Criterion) -> str:
    return _said(one.statement)


def _section(section: Section) -> SectionRow:
    return SectionRow(
        title=_said(section.title),
        help=_said(section.help),
        chapters=_chapters(section.chapter_kinds),
        compulsory=_chapters(section.compulsory_in),
    )


def _chapters(kinds: frozenset[ChapterKind]) -> str:
    return ", ".join(str(name) for kind, name in _CHAPTERS.items() if kind in kinds)


def _said(text: Words) -> str:
    return text.spoken(get_language() or "sv")
