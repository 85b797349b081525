"""Reading the trail: everybody their own rows, in pages by key."""

from samsyn.audit.facts import LogRow
from samsyn.audit.models import Entry
from samsyn.core.access import Actor


def own_log(*, by: Actor, before: int | None = None, limit: int = 50) -> tuple[LogRow, ...]:
    """Return the actor's own rows, newest first, at most ``limit`` older than row ``before``."""
    rows = Entry.objects.filter(actor=by.username)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    return tuple(
        LogRow(row.pk, row.at, row.event, row.target, row.purpose, row.facts)
        for row in rows.order_by("-id")[:limit]
    )
