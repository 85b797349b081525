"""Reading is an act too: marked text is read for a purpose, and the trail says so."""

from datetime import datetime

from django.db import IntegrityError, transaction

from samsyn.audit import actions as audit
from samsyn.core.access import MARKED_FROM, Actor, InfoClass, Permission
from samsyn.core.errors import NotAllowed
from samsyn.core.periods import day_of
from samsyn.pictures.facts import Reading, VersionFacts
from samsyn.pictures.models import Receipt
from samsyn.pictures.queries import versions


def open_version(*, by: Actor, now: datetime, facts: VersionFacts, way: str = "page") -> Reading:
    """Read a version; where marked paragraphs are shown, log the reading with its purpose."""
    read = versions.reading(by=by, facts=facts, on=day_of(now))
    if read.highest >= MARKED_FROM:
        audit.record(
            "picture.read",
            actor=by,
            target=f"version:{facts.id}",
            at=now,
            unit_id=facts.unit_id,
            facts={"number": facts.number, "class": int(read.highest), "way": way},
        )
    return read


def take_note(*, by: Actor, now: datetime, facts: VersionFacts, unit_id: int) -> None:
    """Confirm that ``by`` has taken note of a version, on behalf of a unit; once is enough."""
    if unit_id not in by.units_with(Permission.PICTURE_READ):
        raise NotAllowed(permission=Permission.PICTURE_READ.value)
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
