"""Opening objects to units. Called inside the transaction that signs or moves."""

from collections.abc import Iterable
from datetime import datetime

from samsyn.sharing.models import Audience


def open_to(*, kind: str, object_id: int, unit_ids: Iterable[int], at: datetime, whole: bool = True) -> None:
    """Let the units read the object; units that already may are left as they are."""
    Audience.objects.bulk_create(
        (Audience(unit_id=unit, kind=kind, object_id=object_id, at=at, whole=whole) for unit in sorted(set(unit_ids))),
        ignore_conflicts=True,
    )


def close_all(*, kind: str, object_ids: Iterable[int]) -> None:
    """Take away every opening of the objects, before they are derived anew (a unit has moved)."""
    Audience.objects.filter(kind=kind, object_id__in=tuple(object_ids), whole=True).delete()
