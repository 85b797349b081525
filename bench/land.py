"""An invented nation: its units and its lists of areas, made through the rooms' own actions."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from samsyn.areas import queries
from samsyn.areas.actions import found_nation, load_organisation
from samsyn.areas.facts import AreaEntry, Boundary, ListEntry, UnitEntry
from samsyn.areas.lists import load_list
from samsyn.cli.operator import operator

REGIONS, POLICE_AREAS, LOCAL_AREAS, AREAS = 7, 30, 97, 65
LISTS = 6
FULL, TYPICAL = 0, 1
"""Numbers of the local area with three vulnerable areas, and of one with a single."""

_FIRST = date(2014, 1, 1)
_WEST, _SOUTH, _STEP = 13.00, 58.75, 0.05
"""The south-western corner of a grid in open water."""


@dataclass(frozen=True, slots=True)
class Place:
    """A unit with those above it, nearest first, its areas by key, and its children."""

    id: int
    code: str
    name: str
    kind: str
    above: tuple[int, ...]
    below: tuple[int, ...]
    areas: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Land:
    """The nation: places by id, local areas before what stands above them."""

    nation_id: int
    places: Mapping[int, Place]

    def of_kind(self, kind: str) -> tuple[Place, ...]:
        """Return the places of one kind, in the order of their codes."""
        return tuple(sorted((one for one in self.places.values() if one.kind == kind), key=lambda one: one.code))


def make_land(now: datetime) -> Land:
    """Found the nation with its units, and load its lists."""
    nation_id = found_nation(by=operator(), now=now, code="BM", name="Mätriket", start=_FIRST, training=True)
    by = operator(nation_id)
    load_organisation(by=by, now=now, nation_id=nation_id, units=tuple(_units()))
    for number in range(LISTS):
        day = date(now.year - 1 - 2 * (LISTS - 1 - number), 12, 1)
        standing = queries.areas_in(nation_id, on=day, by=by)
        known = {area.key: area.boundary for area in standing}
        entry = ListEntry(
            start=day,
            title=f"Mätrikets lista {day.year}",
            areas=tuple(_area(place, number, known) for place in range(AREAS)),
            source="Påhittad lista för mätning.",
        )
        load_list(by=by, now=now, nation_id=nation_id, entry=entry)
    return _read(nation_id, now.date())


def _units() -> list[UnitEntry]:
    rows = [("BM-R", "Mätregion", "region", number, "BM") for number in range(REGIONS)]
    rows += [("BM-P", "Mätlän", "police_area", n, f"BM-R{n % REGIONS:02}") for n in range(POLICE_AREAS)]
    rows += [("BM-L", "Mätdistrikt", "local_area", n, f"BM-P{n % POLICE_AREAS:02}") for n in range(LOCAL_AREAS)]
    return [
        UnitEntry(f"{head}{n:02}", f"{name} {n + 1}", kind, parent, _FIRST, official_code=False)
        for head, name, kind, n, parent in rows
    ]


def _area(place: int, list_number: int, known: Mapping[str, str]) -> AreaEntry:
    key = f"matomrade-{place + 1}"
    west, south = _WEST + _STEP * (place % 10), _SOUTH + _STEP * (place // 10)
    same = known.get(key, "")
    category = ("utsatt", "risk", "sarskilt")[(place + list_number // 2) % 3]
    return AreaEntry(
        key=key,
        name=f"Mätområde {place + 1}",
        category=category,
        trend=("positiv", "stabil", "negativ")[(place + list_number) % 3],
        unit_code=f"BM-L{max(0, place - 2):02}",  # the first three belong together
        municipality="Mätkommunen",
        place="Mätstad",
        position=(west + 0.01, south + 0.01),
        boundary=None if same else _boundary(west, south),
        same_boundary=same,
    )


def _boundary(west: float, south: float) -> Boundary:
    side = 0.02
    ring = [[west + side * n / 8, south] for n in range(8)] + [[west + side, south + side * n / 8] for n in range(8)]
    ring += [[west + side - side * n / 8, south + side] for n in range(8)]
    ring += [[west, south + side - side * n / 8] for n in range(9)]
    text = json.dumps({"type": "Polygon", "coordinates": [ring]}, separators=(",", ":"))
    return Boundary(text, text, (west, south, west + side, south + side), 2_560_000.0)


def _read(nation_id: int, today: date) -> Land:
    by = operator(nation_id)
    units = {unit.id: unit for unit in queries.units_in(nation_id, on=today, by=by)}
    areas: dict[int, list[tuple[str, str, str]]] = {}
    for area in queries.areas_in(nation_id, on=today, by=by):
        areas.setdefault(area.unit_id or 0, []).append((area.key, area.name, area.boundary))
    places = {}
    for unit in units.values():
        above, parent = [], unit.parent_id
        while parent is not None:
            above.append(parent)
            parent = units[parent].parent_id
        below = tuple(sorted(one.id for one in units.values() if one.parent_id == unit.id))
        own = tuple(areas.get(unit.id, ()))
        places[unit.id] = Place(unit.id, unit.code, unit.name, unit.kind, tuple(above), below, own)
    order = {"local_area": 0, "police_area": 1, "region": 2, "nation": 3}
    return Land(nation_id, dict(sorted(places.items(), key=lambda one: (order[one[1].kind], one[1].code))))
