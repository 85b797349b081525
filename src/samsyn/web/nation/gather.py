"""Collects what the pages of a nation show, in a number of queries that does not depend on how much there is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.areas import queries as areas
from samsyn.areas.facts import AreaAt, EditionFacts, UnitAt
from samsyn.areas.history import list_editions
from samsyn.areas.panel import Panel, panel
from samsyn.core.access import Actor, Permission
from samsyn.core.errors import NotFound
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.queries import standing


@dataclass(frozen=True, slots=True)
class Land:
    """A nation as of a day, its units by id in tree order, and the nations beside it."""

    nation: UnitAt
    nations: tuple[UnitAt, ...]
    units: Mapping[int, UnitAt]

    def region_of(self, unit_id: int | None) -> UnitAt | None:
        """Return the region over a unit, or the unit itself when it is one; None when nobody knows."""
        found = self.units.get(unit_id or 0)
        while found is not None and found.kind != "region":
            found = self.units.get(found.parent_id or 0)
        return found

    def over(self, unit_id: int) -> tuple[int, ...]:
        """Return the ids of the units over a unit, nearest first."""
        found: list[int] = []
        unit = self.units.get(unit_id)
        while unit is not None and unit.parent_id is not None:
            found.append(unit.parent_id)
            unit = self.units.get(unit.parent_id)
        return tuple(found)

    def of_kind(self, kind: str) -> tuple[UnitAt, ...]:
        """Return the units of a kind, in tree order by name."""
        return tuple(unit for unit in self.units.values() if unit.kind == kind)


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything the nation page is made of.

    ``editions`` are the lists begun by the day, newest first; ``coming`` is one decided to begin after it.
    ``answered`` is None for readers who read no pictures.
    """

    land: Land
    areas: tuple[AreaAt, ...]
    panel: Panel
    editions: tuple[EditionFacts, ...]
    coming: EditionFacts | None
    answered: frozenset[str] | None


def own_nation(*, by: Actor, today: date) -> UnitAt:
    """Return the nation of the actor's first role; a reader of areas without one gets the first there is."""
    areas.require_reader(by)
    nations = areas.nations(on=today)
    units = areas.units((role.unit_id for role in by.roles), on=today)
    mine = [units[role.unit_id].nation_id for role in by.roles if role.unit_id in units]
    found = next((one for one in nations if one.id in mine[:1]), None) or next(iter(nations), None)
    if found is None:
        raise NotFound(what="unit")
    return found


def land(code: str, *, by: Actor, today: date, on: date | None = None) -> Land:
    """Return a nation with its units as of a day; the nation itself is looked up as of today."""
    areas.require_reader(by)
    nations = areas.nations(on=today)
    nation = next((one for one in nations if one.code == code), None)
    if nation is None:
        raise NotFound(what="unit")
    units = areas.units_in(nation.id, on=on or today, by=by)
    return Land(nation, nations, {unit.id: unit for unit in units})


def gather(found: Land, *, by: Actor, on: date) -> Gathered:
    """Collect the nation page as of a day."""
    listed = areas.areas_in(found.nation.id, on=on, by=by)
    answered = None
    if by.has(Permission.PICTURE_READ):
        keys = [area.key for area in listed]
        answered = standing.areas_with(by=by, area_keys=keys, kinds=[ParagraphKind.ANSWER])
    editions = list_editions(found.nation.id, by=by)
    return Gathered(
        land=found,
        areas=listed,
        panel=panel(found.nation.id, on=on, by=by),
        editions=tuple(one for one in editions if one.start <= on),
        coming=next((one for one in reversed(editions) if one.start > on), None),
        answered=answered,
    )
