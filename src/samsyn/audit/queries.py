"""Reading the trail: everybody their own rows, in pages by key; and whether the chain holds."""

from collections.abc import Iterator
from datetime import datetime

from samsyn.audit import chain, rows
from samsyn.audit.facts import Head, LogRow, Verdict
from samsyn.audit.models import Entry, Link
from samsyn.core.access import Actor, Permission
from samsyn.core.errors import NotAllowed


def own_log(*, by: Actor, before: int | None = None, limit: int = 50) -> tuple[LogRow, ...]:
    """Return the actor's own rows, newest first, at most ``limit`` older than row ``before``."""
    found = Entry.objects.filter(actor=by.username)
    if before is not None:
        found = found.filter(pk__lt=before)
    return tuple(_row(entry) for entry in found.order_by("-id")[:limit])


def head() -> Head:
    """Return the end of the chain now. Whoever keeps a copy elsewhere can tell later that nothing was cut off."""
    latest = Link.objects.order_by("-sequence").first()
    return Head(latest.sequence, latest.digest) if latest else Head(0, chain.START)


def verify(*, by: Actor, kept: Head | None = None) -> Verdict:
    """Recompute the whole chain and name the first link that does not fit.

    ``kept`` is a head noted earlier, outside the database: it must still be in its place. Without
    one, nobody can tell that the newest links and their entries were cut off together.
    """
    _require_verifier(by)
    last, found, sealed = head(), chain.START, 0
    for link in _links():
        expected = chain.digest(found, rows.content(link.entry))
        fits = link.sequence == sealed + 1 and link.digest == expected
        if not fits or (kept is not None and link.sequence == kept.sequence and link.digest != kept.digest):
            return Verdict(sealed, _unsealed(), found, broken_at=link.entry_id)
        found, sealed = expected, sealed + 1
    cut = sealed < max(last.sequence, kept.sequence if kept else 0)
    return Verdict(sealed, _unsealed(), found, cut_off=cut)


def told_of(event: str, *, by: Actor, since: datetime | None = None) -> Iterator[LogRow]:
    """Yield every entry of one kind, oldest first, for whoever may verify the trail."""
    _require_verifier(by)
    found = Entry.objects.filter(event=event)
    if since is not None:
        found = found.filter(at__gte=since)
    return map(_row, found.order_by("id").iterator(chunk_size=2_000))


def _require_verifier(by: Actor) -> None:
    if not by.has(Permission.TRAIL_VERIFY):
        raise NotAllowed(permission=Permission.TRAIL_VERIFY.value)


def _links() -> Iterator[Link]:
    return Link.objects.select_related("entry").order_by("sequence").iterator(chunk_size=2_000)


def _unsealed() -> int:
    return Entry.objects.filter(link=None).count()


def _row(entry: Entry) -> LogRow:
    return LogRow(entry.pk, entry.at, entry.event, entry.target, entry.purpose, entry.facts, entry.unit_id)
