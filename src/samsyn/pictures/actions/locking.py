"""Every write of a draft begins here: permission, then the picture's row under lock."""

from datetime import datetime

from samsyn.core.access import Actor, InfoClass, Permission, require
from samsyn.core.errors import NotFound
from samsyn.pictures.models import Chapter, Paragraph, Picture


def locked_picture(*, by: Actor, unit_id: int, permission: Permission = Permission.DRAFT_WRITE) -> Picture:
    """Return the unit's picture, locked; saving and signing thereby wait for each other."""
    require(by, permission, unit_id=unit_id)
    picture = Picture.objects.select_for_update().filter(unit_id=unit_id).first()
    if picture is None:
        raise NotFound(what="picture")
    return picture


def clearance(by: Actor, unit_id: int) -> InfoClass:
    """Return the highest class that ``by`` reads in drafts of the unit."""
    return max(
        (level for level, units in by.clearances(Permission.DRAFT_READ) if unit_id in units),
        default=InfoClass.K0,
    )


def own_chapter(picture: Picture, chapter_id: str) -> Chapter:
    """Return a chapter of this draft that has not been removed."""
    chapter = Chapter.objects.filter(pk=chapter_id, picture=picture, removed_at=None).first()
    if chapter is None:
        raise NotFound(what="chapter")
    return chapter


def own_paragraph(picture: Picture, paragraph_id: str, *, by: Actor) -> Paragraph:
    """Return a paragraph of this draft that ``by`` may read."""
    paragraph = (
        Paragraph.objects.select_related("chapter")
        .filter(pk=paragraph_id, chapter__picture=picture, info_class__lte=clearance(by, picture.unit_id))
        .first()
    )
    if paragraph is None:
        raise NotFound(what="paragraph")
    return paragraph


def touched(picture: Picture, *, by: Actor, now: datetime) -> int:
    """Count one more change of the draft and say who made it; return the new edition."""
    picture.edition += 1
    picture.changed_by, picture.changed_at = by.username, now
    picture.save(update_fields=["edition", "changed_by", "changed_at"])
    return picture.edition
