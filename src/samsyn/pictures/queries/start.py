"""What the start page asks: what has changed since, what waits, what is late. Each answer is bounded."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from samsyn.core.access import MARKED_FROM, Actor, Permission
from samsyn.pictures.facts import VersionFacts
from samsyn.pictures.models import Receipt, Remark, SignedParagraph, Trace, Version
from samsyn.pictures.queries.remarks import readable_remarks
from samsyn.pictures.queries.versions import KIND, may_read, version_facts, visible_versions
from samsyn.sharing import queries as sharing
from samsyn.sharing.governed import visible

LIMIT = 20
"""Rows of each kind that a start page reads at most."""


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened to pictures the reader follows; marked words are never shown on a start page."""

    at: datetime
    kind: str
    unit_id: int
    version_number: int
    paragraph_id: str = ""
    label: str = ""
    text: str = ""


def signed_lately(*, by: Actor) -> tuple[VersionFacts, ...]:
    """Return the newest versions opened to the actor, those signed by others, newest first."""
    opened = sharing.newest(by=by, kind=KIND, limit=LIMIT)
    rows = visible_versions(by).filter(pk__in=[one.object_id for one in opened]).exclude(signed_by=by.username)
    return tuple(sorted(map(version_facts, rows), key=lambda one: one.signed_at, reverse=True))


def said_lately(*, by: Actor, since: datetime) -> tuple[News, ...]:
    """Return dissents, replies and answers about the actor's own units' pictures or questions, newest first."""
    own = by.units_with(Permission.PICTURE_RESPOND)
    found = (
        readable_remarks(by)
        .filter(
            Q(picture__unit_id__in=own) | Q(kind="reply", parent__unit_id__in=own),
            kind__in=["dissent", "reply", "answer"],
            at__gt=since,
            erased=False,
        )
        .exclude(author=by.username)
        .select_related("version__picture")
        .defer("version__document")
        .order_by("-at")[:LIMIT]
    )
    return tuple(
        News(row.at, row.kind, row.version.picture.unit_id, row.version.number, row.paragraph_id, "", _open(row))
        for row in found
    )


def lifted_lately(*, by: Actor, since: datetime) -> tuple[News, ...]:
    """Return sentences above, in force, that were lifted from the actor's own units, newest first."""
    above = Version.objects.filter(visible(by, kind=KIND, whole=False), superseded_at=None, signed_at__gt=since)
    versions = tuple(above.values_list("pk", flat=True))
    if not versions:
        return ()
    lifting = SignedParagraph.objects.filter(may_read(by), version_id__in=versions)
    found = (
        Trace.objects.filter(lower_unit_id__in=by.units_with(Permission.DRAFT_READ), upper__in=lifting)
        .select_related("upper__version__picture")
        .defer("upper__version__document")
        .order_by("-upper__version__signed_at", "upper_id")[:LIMIT]
    )
    return tuple(
        News(
            row.upper.version.signed_at,
            "lifted",
            row.upper.version.picture.unit_id,
            row.upper.version.number,
            row.upper.paragraph_id,
            row.upper.label,
            _open(row.upper),
        )
        for row in found
    )


def corrected_after_reading(*, by: Actor) -> tuple[VersionFacts, ...]:
    """Return corrections of versions that the actor had taken note of, and whose correction is not yet noted."""
    noted = Receipt.objects.filter(person=by.username).values("version_id")
    rows = visible_versions(by).filter(corrects__in=noted, superseded_at=None).exclude(pk__in=noted)
    return tuple(version_facts(row) for row in rows.order_by("-signed_at")[:LIMIT])


def not_noted(*, by: Actor, unit_ids: frozenset[int]) -> tuple[VersionFacts, ...]:
    """Return versions in force of some units that the actor has not taken note of."""
    noted = Receipt.objects.filter(person=by.username).values("version_id")
    rows = (
        visible_versions(by)
        .filter(picture__unit_id__in=unit_ids, superseded_at=None)
        .exclude(pk__in=noted)
        .exclude(signed_by=by.username)
    )
    return tuple(version_facts(row) for row in rows.order_by("signed_at")[:LIMIT])


def _open(row: Remark | SignedParagraph) -> str:
    return row.text if row.info_class < MARKED_FROM else ""
