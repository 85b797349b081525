"""Writing the trail: ``record`` in the acting transaction, ``seal`` afterwards in batches.

A chain extended under a lock by every reader would serialise them all and deadlock with row
locks. So entries are inserted freely, and one sealer at a time chains those that are committed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection, transaction

from samsyn.audit import chain
from samsyn.audit.facts import Verdict
from samsyn.audit.models import Entry, Link
from samsyn.core.access import Actor

_SEALER = 7_163_001
"""Number of the advisory lock that lets one sealer work at a time on PostgreSQL."""


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


def seal(*, batch: int = 5_000) -> int:
    """Chain the committed entries that are not yet sealed; return how many were."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_SEALER])
        latest = Link.objects.order_by("-sequence").first()
        sequence, head = (latest.sequence, latest.digest) if latest else (0, chain.START)
        links = []
        for entry in Entry.objects.filter(link=None).order_by("id")[:batch]:
            sequence += 1
            head = chain.digest(head, _content(entry))
            links.append(Link(sequence=sequence, entry=entry, digest=head))
        Link.objects.bulk_create(links)
    return len(links)


def verify() -> Verdict:
    """Recompute the whole chain and name the first entry that does not fit."""
    head, sealed = chain.START, 0
    for link in _links():
        expected = chain.digest(head, _content(link.entry))
        if link.sequence != sealed + 1 or link.digest != expected:
            return Verdict(sealed, _unsealed(), head, broken_at=link.entry_id)
        head, sealed = expected, sealed + 1
    return Verdict(sealed, _unsealed(), head)


def _links() -> Iterator[Link]:
    return Link.objects.select_related("entry").order_by("sequence").iterator(chunk_size=2_000)


def _unsealed() -> int:
    return Entry.objects.filter(link=None).count()


def _content(entry: Entry) -> dict[str, object]:
    return {
        "id": entry.pk,
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "event": entry.event,
        "target": entry.target,
        "unit_id": entry.unit_id,
        "purpose": entry.purpose,
        "facts": entry.facts,
    }
