"""The chapters of a signed picture, section by section, as the page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.areas.facts import AreaAt
from samsyn.core.pictures import document as doc
from samsyn.core.pictures.method import Method
from samsyn.web.components import parts
from samsyn.web.reading import boxes
from samsyn.web.reading.changes import Gone, Marks
from samsyn.web.reading.paragraphs import Entry, Margins, anchor, entry, short, up

_ABOUT_CHANGE = frozenset({doc.ParagraphKind.CAUSE, doc.ParagraphKind.REMOVAL})
_WIDTH = 2
"""Digits after the comma in square kilometres."""


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section: running text, answers to criteria, needs. What is empty is not drawn."""

    anchor: str
    title: str
    entries: tuple[Entry, ...]
    answers: boxes.Answers | None
    note: str
    needs: tuple[parts.Need, ...]
    changes: int


@dataclass(frozen=True, slots=True)
class ChapterView:
    """One chapter with its head. ``category`` is a code for the glyph, or empty."""

    anchor: str
    title: str
    kind: str
    note: str
    category: str
    category_words: str
    area_url: str
    remarks: tuple[str, ...]
    causes: tuple[boxes.CauseLine, ...]
    sections: tuple[SectionView, ...]
    changes: int


def chapters(margins: Margins, marks: Marks, *, only_changes: bool) -> tuple[ChapterView, ...]:
    """Write out every chapter that the reader may read; ``only_changes`` leaves out what stands as before."""
    gathered = margins.gathered
    views = (
        _chapter(margins, chapter, marks, only_changes=only_changes) for chapter in gathered.reading.document.chapters
    )
    gone = (_gone_chapter(one) for one in marks.gone_chapters)
    return tuple(view for view in (*views, *gone) if view.changes or not only_changes)


def _chapter(margins: Margins, chapter: doc.Chapter, marks: Marks, *, only_changes: bool) -> ChapterView:
    gathered = margins.gathered
    area = gathered.areas.get(chapter.area_key)
    return ChapterView(
        anchor=f"k-{chapter.number}",
        title=chapter.title or _("Rubriken är raderad enligt beslut"),
        kind=chapter.kind.value,
        note=_area_note(margins, area),
        category=area.category if area else "",
        category_words=boxes.decided(area) if area else "",
        area_url=reverse("areas:area", args=[area.key]) if area else "",
        remarks=(*marks.chapter_words.get(chapter.id, ()), *_chapter_remarks(chapter, area)),
        causes=marks.causes.get(chapter.id, ()),
        sections=tuple(_sections(margins, chapter, marks, area, only_changes=only_changes)),
        changes=marks.counts.get(chapter.id, 0),
    )


def _gone_chapter(gone: Gone) -> ChapterView:
    return ChapterView(
        anchor=anchor(gone.paragraph_id),
        title=gone.label,
        kind="gone",
        note="",
        category="",
        category_words="",
        area_url="",
        remarks=(" ".join(filter(None, (gone.words, gone.reason))),),
        causes=(),
        sections=(),
        changes=1,
    )


def _area_note(margins: Margins, area: AreaAt | None) -> str:
    if area is None:
        return ""
    told = _("Gräns och namn gäller från %(day)s") % {"day": short(margins.gathered, area.start)}
    if not area.area_m2:
        return told
    return f"{_km2(area.area_m2)} · {told}"


def _km2(m2: float) -> str:
    return _("%(area)s km²") % {"area": f"{m2 / 1_000_000:.{_WIDTH}f}".replace(".", ",")}


def _chapter_remarks(chapter: doc.Chapter, area: AreaAt | None) -> Iterable[str]:
    if not chapter.listed:
        yield _("Platsen står inte på listan. Det som skrivs här lämnar aldrig Polisen.")
    if chapter.kind is doc.ChapterKind.AREA and area is None:
        yield _("Området stod inte på listan den här dagen.")
    if area is not None and chapter.boundary and area.boundary and chapter.boundary != area.boundary:
        yield _("Gränsen är en annan än när kapitlet fastställdes.")


def _sections(
    margins: Margins, chapter: doc.Chapter, marks: Marks, area: AreaAt | None, *, only_changes: bool
) -> Iterable[SectionView]:
    method = marks.method
    shown = [
        item
        for item in chapter.paragraphs
        if item.kind not in _ABOUT_CHANGE and (not only_changes or item.id in marks.change)
    ]
    gone = marks.gone.get(chapter.id, ())
    for key, title in _titles(method, shown, gone):
        yield _section(
            margins,
            marks,
            area,
            anchor=f"k-{chapter.number}-{key}",
            title=title,
            items=[item for item in shown if item.section == key],
            gone=[one for one in gone if one.section == key],
        )


def _titles(method: Method, shown: Iterable[doc.Paragraph], gone: Iterable[Gone]) -> list[tuple[str, str]]:
    """Return the sections in use in the method's order; one that the method does not know comes last."""
    used = dict.fromkeys([*(item.section for item in shown), *(one.section for one in gone)])
    known = [(section.key, boxes.said(section.title)) for section in method.sections if section.key in used]
    return known + [(key, key) for key in used if key not in dict(known)]


def _section(  # noqa: PLR0913 - what a section consists of
    margins: Margins,
    marks: Marks,
    area: AreaAt | None,
    *,
    anchor: str,
    title: str,
    items: list[doc.Paragraph],
    gone: list[Gone],
) -> SectionView:
    answered = [item for item in items if item.kind is doc.ParagraphKind.ANSWER and not item.erased]
    needed = [item for item in items if item.kind is doc.ParagraphKind.NEED and not item.erased]
    apart = {item.id for item in (*answered, *needed)}
    standing = [(item.label, _entry(margins, marks, area, item)) for item in items if item.id not in apart]
    removed = [(one.label, Entry(_gone(margins, one))) for one in gone]
    answers = (
        boxes.answers(margins, marks.method, [(item, marks.line(item), marks.words(item)) for item in answered])
        if answered
        else None
    )
    return SectionView(
        anchor=anchor,
        title=title,
        entries=tuple(one for _label, one in sorted(standing + removed, key=lambda pair: _order(pair[0]))),
        answers=answers,
        note=boxes.unanswered_words(answers) if answers else "",
        needs=tuple(boxes.need(margins, item, marks.words(item)) for item in needed),
        changes=sum(item.id in marks.change for item in items) + len(gone),
    )


def _entry(margins: Margins, marks: Marks, area: AreaAt | None, item: doc.Paragraph) -> Entry:
    made = entry(margins, item, text=marks.line(item), change=marks.kind(item), change_words=marks.words(item))
    return boxes.proposal(made, item, area) if item.kind is doc.ParagraphKind.PROPOSAL and not item.erased else made


def _gone(margins: Margins, one: Gone) -> parts.ParagraphView:
    return parts.ParagraphView(
        anchor=anchor(one.paragraph_id),
        label=one.label,
        text=(parts.Run(one.reason), parts.Run(" "), parts.Run(_("Läs vad som stod"), url=one.url)),
        change=parts.Change.REMOVED,
        change_words=one.words,
        traces=up(margins, one.paragraph_id) if margins.up.get(one.paragraph_id) else (),
    )


def _order(label: str) -> tuple[int, ...]:
    return tuple(int(part) for part in label.split(".") if part.isdigit())
