"""What the nation already knows when a list is proposed: the list before, the same list, all earlier areas."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from samsyn.areas import queries
from samsyn.areas.boundaries import boundaries
from samsyn.areas.facts import AreaAt, UnitAt
from samsyn.areas.lists import ListOlderThanLatest
from samsyn.core.access import Actor
from samsyn.core.areas.evidence import Seen
from samsyn.core.errors import DomainError
from samsyn.ingest.areas.geometry import Shape, stored_shape

NEAR = timedelta(days=45)
"""Two lists closer than this are one list with a day mistyped: lists come every second year."""


class ListDateNear(DomainError):
    """Another list begins a few days from the day given, so one of the days is wrong."""

    code = "areas.list-date-near"


@dataclass(frozen=True, slots=True)
class Basis:
    """Everything known that a proposal is made from.

    ``before`` is the list in force the day before, ``recorded`` the list of this very day when it
    is known already (from the published facts, say) with its ``links``, ``following`` the list after
    that, ``earlier`` the areas off the list before. ``keys`` are taken.
    """

    nation_id: int
    list_on: date
    before: tuple[AreaAt, ...]
    recorded: tuple[AreaAt, ...] | None
    following: tuple[AreaAt, ...]
    earlier: tuple[AreaAt, ...]
    links: frozenset[tuple[str, str]]
    keys: frozenset[str]
    units: tuple[UnitAt, ...]
    shapes: Mapping[str, Shape]

    @property
    def is_recorded(self) -> bool:
        """Tell whether this very list is known already, so that only what it lacks is filled in."""
        return self.recorded is not None

    def shape(self, area: AreaAt) -> Shape | None:
        """Return an area's boundary in metres, or None when it is not known."""
        return self.shapes.get(area.boundary)

    def seen(self, area: AreaAt) -> Seen:
        """Return an area as the rules of fates look at it."""
        place = area.place or area.municipality
        return Seen(area.key, area.name, area.special_id, place, bounded=area.boundary in self.shapes)


def basis(nation_id: int, *, list_on: date, by: Actor) -> Basis:
    """Fetch what the nation knows around a list's day.

    Raises
    ------
    ListDateNear, ListOlderThanLatest
        The day cannot be that of this list: see :data:`NEAR`; an unknown list comes after all known.
    """
    days = queries.list_days(nation_id)
    if list_on not in days:
        near = next((day for day in days if abs(day - list_on) <= NEAR), None)
        if near is not None:
            raise ListDateNear(list_on=list_on.isoformat(), near=near.isoformat())
        if days and list_on < days[-1]:
            raise ListOlderThanLatest(start=list_on.isoformat(), latest=days[-1].isoformat())
    after = next((day for day in days if day > list_on), None)
    before = queries.areas_in(nation_id, on=list_on - timedelta(days=1), by=by)
    recorded = queries.areas_in(nation_id, on=list_on, by=by) if list_on in days else None
    following = queries.areas_in(nation_id, on=after, by=by) if after and recorded is not None else ()
    on_list = {area.key for area in before}
    known = queries.areas_known(nation_id, before=list_on, by=by)
    earlier = tuple(area for area in known if area.key not in on_list)
    stored = boundaries({area.boundary for area in (*before, *(recorded or ()), *following, *earlier)})
    return Basis(
        nation_id=nation_id,
        list_on=list_on,
        before=before,
        recorded=recorded,
        following=following,
        earlier=earlier,
        links=queries.links_at(nation_id, start=list_on),
        keys=queries.area_keys(),
        units=queries.units_in(nation_id, on=list_on, by=by),
        shapes={key: stored_shape(one.geojson) for key, one in stored.items()},
    )
