"""Who has taken note of a version, unit by unit on the way from the street to the nation."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Count, Max

from samsyn.accounts import queries as accounts
from samsyn.core.access import Actor
from samsyn.pictures.facts import Coverage
from samsyn.pictures.models import Receipt


def coverage(*, version_id: int, unit_ids: Iterable[int], now: datetime) -> tuple[Coverage, ...]:
    """Count, per unit in the given order, how many of its readers have taken note. Counts, never names."""
    order = tuple(unit_ids)
    expected = accounts.readers_expected(order, now=now)
    confirmed: Mapping[int, tuple[int, datetime]] = {
        row["unit_id"]: (row["people"], row["latest"])
        for row in Receipt.objects.filter(version_id=version_id, unit_id__in=order)
        .values("unit_id")
        .annotate(people=Count("person"), latest=Max("at"))
    }
    return tuple(Coverage(unit, expected.get(unit, 0), *confirmed.get(unit, (0, None))) for unit in order)


def noted(*, by: Actor, version_ids: Iterable[int]) -> frozenset[int]:
    """Return which of the versions the actor has taken note of."""
    found = Receipt.objects.filter(person=by.username, version_id__in=set(version_ids))
    return frozenset(found.values_list("version_id", flat=True))


def taken_note_of(*, by: Actor, picture_id: int, until: int, limit: int) -> Mapping[int, datetime]:
    """Return the numbers of the newest versions, up to one, that the actor has taken note of, and when."""
    found = Receipt.objects.filter(
        person=by.username, version__picture_id=picture_id, version__number__lte=until
    ).order_by("-version__number")
    return dict(found.values_list("version__number", "at")[:limit])


def latest_noted(*, by: Actor, picture_id: int, before: int) -> tuple[int, datetime] | None:
    """Return the number of the newest earlier version that the actor has taken note of, and when."""
    return (
        Receipt.objects.filter(person=by.username, version__picture_id=picture_id, version__number__lt=before)
        .order_by("-version__number")
        .values_list("version__number", "at")
        .first()
    )
