"""What a reader has been opened to, newest first."""

from samsyn.core.access import Actor, Permission
from samsyn.sharing.facts import Opening
from samsyn.sharing.models import Audience


def newest(*, by: Actor, kind: str, limit: int = 50) -> tuple[Opening, ...]:
    """Return the newest objects of a kind that ``by`` may read, from the audience table alone."""
    rows = Audience.objects.filter(unit_id__in=by.units_with(Permission.PICTURE_READ), kind=kind)
    return tuple(Opening(row.object_id, row.at, row.whole) for row in rows.order_by("-at", "-object_id")[:limit])
