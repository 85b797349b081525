"""Reading is an act too: marked text is read for a purpose, and the trail says so."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from samsyn.audit import actions as audit
from samsyn.core.access import MARKED_FROM, Actor, InfoClass, Permission, highest
from samsyn.core.errors import NotAllowed, NotFound
from samsyn.core.periods import day_of
from samsyn.core.pictures.document import Paragraph
from samsyn.pictures.facts import Hit, Reading, VersionFacts
from samsyn.pictures.models import Receipt
from samsyn.pictures.queries import versions
from samsyn.pictures.queries.search import search


def open_version(
    *, by: Actor, now: datetime, facts: VersionFacts, on: date | None = None, way: str = "page"
) -> Reading:
    """Read a version, with the unit's name as of ``on`` (today unless told); see :func:`open_versions`."""
    return open_versions(by=by, now=now, facts=[facts], on=on, way=way)[0]


def open_versions(  # noqa: PLR0913 - who reads what, when, for which day, how
    *,
    by: Actor,
    now: datetime,
    facts: Sequence[VersionFacts],
    on: date | None = None,
    way: str = "page",
    unshown: Sequence[VersionFacts] = (),
) -> tuple[Reading, ...]:
    """Read several versions at once; where marked paragraphs are shown, log each reading with its purpose.

    ``unshown`` are read along, after the others, only to tell what is different: their words reach no reader.
    """
    read = versions.readings(by=by, facts=[*facts, *unshown], on=on or day_of(now))
    notes = [
        audit.Note(
            "picture.printed" if way == "print" else "picture.read",
            f"version:{one.version.id}",
            one.version.unit_id,
            {"number": one.version.number, "class": int(one.highest), "way": way},
        )
        for one in read[: len(facts)]
        if one.highest >= MARKED_FROM
    ]
    if notes:
        audit.record_many(notes, actor=by, at=now)
    return read


def search_pictures(
    *, by: Actor, now: datetime, text: str, after: int | None = None, limit: int = 30
) -> tuple[tuple[Hit, ...], bool]:
    """Return the hits to show and whether there are more.

    Where marked paragraphs are shown, the trail says which; the words sought are not kept.
    """
    found = search(by=by, text=text, after=after, limit=limit + 1)
    hits = found[:limit]
    marked = [hit for hit in hits if hit.info_class >= MARKED_FROM]
    if marked:
        audit.record(
            "picture.searched",
            actor=by,
            target="pictures",
            at=now,
            facts={
                "class": int(highest(hit.info_class for hit in marked)),
                "paragraphs": sorted({hit.paragraph_id for hit in marked}),
            },
        )
    return hits, len(found) > limit


def open_paragraph(*, by: Actor, now: datetime, facts: VersionFacts, paragraph_id: str) -> Paragraph:
    """Read one paragraph of a version; a marked one is logged with its purpose."""
    found = versions.paragraph(by=by, facts=facts, paragraph_id=paragraph_id)
    if found.info_class >= MARKED_FROM:
        audit.record(
            "picture.read",
            actor=by,
            target=f"version:{facts.id}",
            at=now,
            unit_id=facts.unit_id,
            facts={"number": facts.number, "class": int(found.info_class), "paragraph": paragraph_id},
        )
    return found


def take_note(*, by: Actor, now: datetime, facts: VersionFacts, unit_id: int) -> None:
    """Confirm that ``by`` has taken note of a version, on behalf of a unit; once is enough."""
    if unit_id not in by.units_with(Permission.PICTURE_READ):
        raise NotAllowed(permission=Permission.PICTURE_READ.value)
    if not versions.versions(by=by, ids=[facts.id]):
        raise NotFound(what="version")
    try:
        with transaction.atomic():
            Receipt.objects.create(version_id=facts.id, person=by.username, unit_id=unit_id, at=now)
            audit.record(
                "picture.noted",
                actor=by,
                target=f"version:{facts.id}",
                at=now,
                unit_id=facts.unit_id,
                facts={"number": facts.number},
            )
    except IntegrityError:
        return


def log_draft_read(*, by: Actor, now: datetime, unit_id: int, highest: InfoClass) -> None:
    """Write the trail when marked paragraphs of a draft are shown."""
    audit.record(
        "draft.read", actor=by, target=f"unit:{unit_id}", at=now, unit_id=unit_id, facts={"class": int(highest)}
    )
