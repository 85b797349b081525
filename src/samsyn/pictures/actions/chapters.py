"""Beginning a unit's picture, and its chapters: one per listed area and per place that is watched."""

from datetime import date, datetime

from django.db import transaction

from samsyn.areas import queries as areas
from samsyn.areas.facts import AreaAt
from samsyn.audit import actions as audit
from samsyn.core.access import Actor, Permission, require
from samsyn.core.periods import day_of
from samsyn.core.pictures.document import ChapterKind
from samsyn.pictures import definitions
from samsyn.pictures.actions.locking import locked_picture, own_chapter, touched
from samsyn.pictures.errors import SameIdOtherText
from samsyn.pictures.models import Chapter, Picture

WHOLE_TITLE = "Hela området"


@transaction.atomic
def start_picture(*, by: Actor, now: datetime, unit_id: int, chapter_ids: tuple[str, ...]) -> int:
    """Begin the unit's picture with a chapter for the whole and one per listed area; return its id.

    ``chapter_ids`` are fresh ids, at least one more than the unit has areas. Beginning twice is beginning once.
    """
    require(by, Permission.DRAFT_WRITE, unit_id=unit_id)
    picture, begun = Picture.objects.get_or_create(unit_id=unit_id, defaults={"method": definitions.current_method()})
    if not begun:
        return picture.pk
    ids = iter(chapter_ids)
    _add(picture, next(ids), kind=ChapterKind.WHOLE, title=WHOLE_TITLE)
    for area in _own_areas(unit_id, on=day_of(now)):
        _add(picture, next(ids), kind=ChapterKind.AREA, title=area.name, area_key=area.key, boundary=area.boundary)
    touched(picture, by=by, now=now)
    audit.record("picture.started", actor=by, target=f"picture:{picture.pk}", at=now, unit_id=unit_id)
    return picture.pk


@transaction.atomic
def add_place(  # noqa: PLR0913 - each is a field of the form
    *, by: Actor, now: datetime, unit_id: int, chapter_id: str, title: str, listed: bool = False
) -> int:
    """Add a chapter for a place that the unit watches; return its number. A form sent twice adds one."""
    picture = locked_picture(by=by, unit_id=unit_id)
    same = Chapter.objects.filter(pk=chapter_id).first()
    if same is not None:
        if same.picture_id != picture.pk or same.title != title:
            raise SameIdOtherText
        return same.number
    number = _add(picture, chapter_id, kind=ChapterKind.PLACE, title=title, listed=listed)
    touched(picture, by=by, now=now)
    audit.record("draft.chapter-added", actor=by, target=f"chapter:{chapter_id}", at=now, unit_id=unit_id)
    return number


@transaction.atomic
def remove_chapter(*, by: Actor, now: datetime, unit_id: int, chapter_id: str) -> None:
    """Take a watched place out of the next version."""
    picture = locked_picture(by=by, unit_id=unit_id)
    chapter = own_chapter(picture, chapter_id)
    chapter.removed_at, chapter.removed_by = now, by.username
    chapter.save(update_fields=["removed_at", "removed_by"])
    touched(picture, by=by, now=now)
    audit.record("draft.chapter-removed", actor=by, target=f"chapter:{chapter_id}", at=now, unit_id=unit_id)


@transaction.atomic
def follow_boundaries(*, by: Actor, now: datetime, unit_id: int, chapter_ids: tuple[str, ...]) -> int:
    """Bring the draft's area chapters in step with today's areas; return how many changed."""
    picture = locked_picture(by=by, unit_id=unit_id)
    ids, changed = iter(chapter_ids), 0
    standing = {row.area_key: row for row in picture.chapters.filter(kind=ChapterKind.AREA, removed_at=None)}
    for area in _own_areas(unit_id, on=day_of(now)):
        row = standing.get(area.key)
        if row is None:
            _add(picture, next(ids), kind=ChapterKind.AREA, title=area.name, area_key=area.key, boundary=area.boundary)
        elif (row.title, row.boundary) != (area.name, area.boundary):
            row.title, row.boundary = area.name, area.boundary
            row.save(update_fields=["title", "boundary"])
        else:
            continue
        changed += 1
    if changed:
        touched(picture, by=by, now=now)
        audit.record("draft.boundaries-followed", actor=by, target=f"picture:{picture.pk}", at=now, unit_id=unit_id)
    return changed


def _own_areas(unit_id: int, *, on: date) -> tuple[AreaAt, ...]:
    """Return the listed areas of a local area; a unit above lifts what is written below instead."""
    return areas.areas_of(unit_id, on=on) if areas.unit(unit_id, on=on).kind == "local_area" else ()


def _add(  # noqa: PLR0913 - each is a column
    picture: Picture,
    chapter_id: str,
    *,
    kind: ChapterKind,
    title: str,
    area_key: str = "",
    boundary: str = "",
    listed: bool = True,
) -> int:
    row = Chapter.objects.create(
        id=chapter_id,
        picture=picture,
        number=picture.next_chapter,
        kind=kind,
        title=title,
        area_key=area_key,
        boundary=boundary,
        listed=listed,
    )
    picture.next_chapter += 1
    picture.save(update_fields=["next_chapter"])
    return row.number
