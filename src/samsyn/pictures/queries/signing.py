"""What the signer needs to see: what is missing, what changed in each chapter, and a proposed cause."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.core.access import Actor, Permission, require
from samsyn.core.errors import NotFound
from samsyn.core.periods import day_of
from samsyn.core.pictures import document as doc
from samsyn.core.pictures import history
from samsyn.core.pictures.causes import Cause, propose
from samsyn.core.pictures.compare import compare
from samsyn.core.pictures.readiness import Missing, missing
from samsyn.pictures import definitions
from samsyn.pictures.models import Picture, Rival, Version
from samsyn.pictures.queries.drafts import assemble, draft_paragraphs


@dataclass(frozen=True, slots=True)
class ChapterChange:
    """A chapter that differs from the version in force."""

    chapter_id: str
    title: str
    added: int
    changed: int
    removed: int
    proposed: Cause


@dataclass(frozen=True, slots=True)
class SigningView:
    """The draft on its way to a signature."""

    edition: int
    latest_number: int
    document: doc.Document
    lacking: tuple[Missing, ...]
    changes: tuple[ChapterChange, ...]
    labels: Mapping[str, str]


def signing_view(*, by: Actor, unit_id: int, today: date) -> SigningView:
    """Return the draft as it would be signed now, for those who may sign it."""
    require(by, Permission.PICTURE_SIGN, unit_id=unit_id)
    picture = Picture.objects.filter(unit_id=unit_id).first()
    if picture is None:
        raise NotFound(what="draft")
    rows = tuple(draft_paragraphs(picture))
    chapters = picture.chapters.filter(removed_at=None).order_by("number")
    document = assemble(picture, chapters, [row for row in rows if row.removed_at is None], today=today)
    base = Version.objects.filter(picture=picture, superseded_at=None).first()
    before = doc.substance(history.read(base.document)) if base else None
    return SigningView(
        edition=picture.edition,
        latest_number=picture.latest_number,
        document=document,
        lacking=_lacking(picture, document, before),
        changes=_changes(document, before, base),
        labels={row.pk: f"{row.chapter.number}.{row.number}" for row in rows},
    )


def _lacking(picture: Picture, document: doc.Document, before: doc.Document | None) -> tuple[Missing, ...]:
    rivals = frozenset(Rival.objects.filter(paragraph__chapter__picture=picture).values_list("paragraph_id", flat=True))
    found = missing(document, base=before, method=definitions.method(picture.method), causes={}, rivals=rivals)
    return tuple(item for item in found if item.code != "cause")


def _changes(document: doc.Document, before: doc.Document | None, base: Version | None) -> tuple[ChapterChange, ...]:
    if before is None or base is None:
        return ()
    old = {chapter.id: chapter for chapter in before.chapters}
    new = {chapter.id: chapter for chapter in document.chapters}
    return tuple(
        ChapterChange(
            chapter_id=one.id,
            title=new[one.id].title,
            added=len(one.added),
            changed=len(one.changed),
            removed=len(one.removed),
            proposed=propose(
                old.get(one.id),
                new[one.id],
                method_changed=before.method != document.method,
                signed_on=day_of(base.signed_at),
            ).cause,
        )
        for one in compare(before, document).chapters
        if one.id in new
    )
