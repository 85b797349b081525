"""The draft as its writer may see it: own unit only, own clearance, others' marked text for a purpose."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from samsyn.areas import queries as areas
from samsyn.core.access import MARKED_FROM, Actor, InfoClass, Permission
from samsyn.core.errors import NotFound
from samsyn.core.pictures import document as doc
from samsyn.pictures import definitions, rows
from samsyn.pictures.errors import PurposeMissing
from samsyn.pictures.facts import Draft, DraftParagraph
from samsyn.pictures.models import Chapter, Paragraph, Picture


def _clearance(by: Actor, unit_id: int) -> InfoClass | None:
    levels = [level for level, units in by.clearances(Permission.DRAFT_READ) if unit_id in units]
    return max(levels) if levels else None


def may_see(by: Actor, info_class: int, *, author: str) -> bool:
    """Tell whether a text in the draft, within the clearance, is shown: for a purpose, unmarked, or one's own words."""
    return by.purpose is not None or info_class < MARKED_FROM or author == by.username


def draft(*, by: Actor, unit_id: int, today: date) -> Draft:
    """Return the unit's draft with removed paragraphs beside it, or raise if ``by`` may not see it."""
    level = _clearance(by, unit_id)
    picture = Picture.objects.filter(unit_id=unit_id).first()
    if level is None or picture is None:
        raise NotFound(what="draft")
    found = draft_paragraphs(picture).filter(info_class__lte=level)
    shown = found if by.purpose else found.filter(Q(info_class__lt=MARKED_FROM) | Q(author=by.username))
    paragraphs = tuple(shown.prefetch_related("rivals"))
    chapters = tuple(picture.chapters.filter(removed_at=None).order_by("number"))
    return Draft(
        picture_id=picture.pk,
        unit_id=unit_id,
        edition=picture.edition,
        latest_number=picture.latest_number,
        changed_by=picture.changed_by,
        changed_at=picture.changed_at,
        document=assemble(picture, chapters, [row for row in paragraphs if row.removed_at is None], today=today),
        paragraphs={row.pk: _facts(row, by=by, level=level) for row in paragraphs},
        withheld=0 if by.purpose else found.filter(info_class__gte=MARKED_FROM).exclude(author=by.username).count(),
    )


def paragraph(*, by: Actor, unit_id: int, paragraph_id: str) -> DraftParagraph:
    """Return one paragraph of the unit's draft, or raise if ``by`` may not see it.

    A marked one asks for a purpose, unless the words are the reader's own: to write on is no reading.
    """
    level = _clearance(by, unit_id)
    if level is None:
        raise NotFound(what="paragraph")
    found = (
        Paragraph.objects.select_related("chapter")
        .prefetch_related("rivals")
        .filter(pk=paragraph_id, chapter__picture__unit_id=unit_id, info_class__lte=level)
        .first()
    )
    if found is None:
        raise NotFound(what="paragraph")
    if not may_see(by, found.info_class, author=found.author):
        raise PurposeMissing
    return _facts(found, by=by, level=level)


@dataclass(frozen=True, slots=True)
class DraftState:
    """How far a draft has come, without its words."""

    edition: int
    latest_number: int
    changed_by: str
    changed_at: datetime | None
    conflicts: int


def state(*, unit_id: int) -> DraftState | None:
    """Return how far the unit's draft has come; the caller has checked that the reader may see it."""
    picture = Picture.objects.filter(unit_id=unit_id).annotate(conflicts=Count("chapters__paragraphs__rivals")).first()
    if picture is None:
        return None
    return DraftState(picture.edition, picture.latest_number, picture.changed_by, picture.changed_at, picture.conflicts)


def has_picture(unit_id: int) -> bool:
    """Tell whether the unit's picture has been begun."""
    return Picture.objects.filter(unit_id=unit_id).exists()


def draft_paragraphs(picture: Picture) -> QuerySet[Paragraph]:
    """Return the draft's paragraphs in standing chapters, removed ones too."""
    return (
        Paragraph.objects.filter(chapter__picture=picture, chapter__removed_at=None)
        .select_related("chapter")
        .order_by("chapter__number", "number")
    )


def assemble(
    picture: Picture, chapters: Iterable[Chapter], paragraphs: Iterable[Paragraph], *, today: date
) -> doc.Document:
    """Put rows together as the core's document, paragraphs in the order of the method's sections."""
    unit = areas.unit(picture.unit_id, on=today)
    order = {section.key: place for place, section in enumerate(definitions.method(picture.method).sections)}
    by_chapter: dict[str, list[Paragraph]] = {}
    for row in paragraphs:
        by_chapter.setdefault(row.chapter_id, []).append(row)
    return doc.Document(
        unit_code=unit.code,
        unit_name=unit.name,
        level=unit.kind,
        method=picture.method,
        chapters=tuple(
            rows.chapter(
                chapter,
                (
                    rows.draft_paragraph(row, chapter.number)
                    for row in sorted(
                        by_chapter.get(chapter.pk, []), key=lambda row: (order.get(row.section, 999), row.number)
                    )
                ),
            )
            for chapter in chapters
        ),
    )


def _facts(row: Paragraph, *, by: Actor, level: InfoClass) -> DraftParagraph:
    return DraftParagraph(
        paragraph=rows.draft_paragraph(row, row.chapter.number),
        chapter_id=row.chapter_id,
        rev=row.rev,
        written_at=row.written_at,
        removed_by=row.removed_by,
        removal_reason=row.removal_reason,
        rivals=tuple(
            rows.rival(rival)
            for rival in row.rivals.all()
            if rival.info_class <= level and may_see(by, rival.info_class, author=rival.author)
        ),
    )
