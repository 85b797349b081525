"""Writing the trail: ``record`` in the acting transaction, ``seal`` afterwards in batches.

A chain extended under a lock by every reader would serialise them all and deadlock with row
locks. So entries are inserted freely, and one sealer at a time chains those that are committed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection, transaction
from django.db.models import QuerySet

from samsyn.audit import chain, rows
from samsyn.audit.models import Entry, Link
from samsyn.core.access import Actor

_SEALER = 7_163_001
"""Number of the advisory lock that lets one sealer work at a time on PostgreSQL."""

RECENT = 5_000
"""How far back from the last sealed entry an ordinary sweep looks; a thorough one looks at all."""


@dataclass(frozen=True, slots=True)
class Note:
    """One entry to be written: an event on a target, with coded facts and never free text."""

    event: str
    target: str
    unit_id: int | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


def record(  # noqa: PLR0913 - each is a column of the trail
    event: str,
    *,
    actor: Actor,
    target: str,
    at: datetime,
    unit_id: int | None = None,
    facts: Mapping[str, object] | None = None,
) -> None:
    """Write one entry in the running transaction; it rolls back with what it tells of."""
    record_many([Note(event, target, unit_id, facts or {})], actor=actor, at=at)


def record_many(notes: Iterable[Note], *, actor: Actor, at: datetime) -> None:
    """Write several entries by one actor in one statement."""
    Entry.objects.bulk_create(
        Entry(
            at=at,
            actor=actor.username,
            event=note.event,
            target=note.target,
            unit_id=note.unit_id,
            purpose=actor.purpose or "",
            facts=dict(note.facts),
        )
        for note in notes
    )


def seal(*, batch: int = 1_000, thorough: bool = False) -> int:
    """Chain committed entries that are not yet sealed; return how many were.

    Writers never wait for this: entries are chained in the order they are found, so one whose
    transaction was slow is sealed after later ones. An ordinary sweep costs the same however long
    the trail is; a ``thorough`` one also finds an entry that was overtaken by :data:`RECENT` others.
    """
    if not _waiting(_latest(), thorough=thorough).exists():
        return 0
    with transaction.atomic():
        _alone()
        latest = _latest()
        links = _links(latest, _waiting(latest, thorough=thorough).order_by("id")[:batch])
        Link.objects.bulk_create(links)
    return len(links)


def _alone() -> None:
    """Hold other sealers off until the transaction ends; SQLite has one writer at a time anyway.

    The lock comes before the first read: on PostgreSQL each statement of the transaction sees what
    was committed when it began, so the next read sees every link that the sealer before us wrote.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_SEALER])


def _latest() -> Link | None:
    return Link.objects.order_by("-sequence").first()


def _waiting(latest: Link | None, *, thorough: bool) -> QuerySet[Entry]:
    floor = latest.entry_id - RECENT if latest and not thorough else 0
    return Entry.objects.filter(pk__gt=floor, link=None)


def _links(latest: Link | None, entries: Iterable[Entry]) -> list[Link]:
    head = latest.digest if latest else chain.START
    links: list[Link] = []
    for sequence, entry in enumerate(entries, latest.sequence + 1 if latest else 1):
        head = chain.digest(head, rows.content(entry))
        links.append(Link(sequence=sequence, entry=entry, digest=head))
    return links
