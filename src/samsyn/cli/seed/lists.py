"""The three lists of the training nation: one area split, one boundary moved, one area new, one gone."""

import json
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from importlib import resources
from typing import Any

from pyproj import Geod
from shapely.geometry import Polygon, mapping

from samsyn.areas import queries
from samsyn.areas.facts import AreaEntry, Boundary, LinkEntry, ListEntry
from samsyn.areas.lists import load_list
from samsyn.cli.seed.country import Country, installer

_EARTH = Geod(ellps="GRS80")
_AGED = timedelta(days=300)
_DECEMBER = 12


def newest_list_on(now: datetime) -> date:
    """Return the day of the newest list: 1 December of an odd year, at least 300 days before ``now``.

    So every version but the first is signed under the newest list, whenever the training is begun.
    """
    day = (now - _AGED).date()
    year = day.year if day.month == _DECEMBER else day.year - 1
    return date(year if year % 2 else year - 1, _DECEMBER, 1)


def load_lists(country: Country, *, now: datetime) -> None:
    """Load the lists, oldest first; doing it again changes nothing."""
    raw = tomllib.loads((resources.files("samsyn.cli.seed") / "areas.toml").read_text(encoding="utf-8"))
    boundaries = {key: _boundary(ring) for key, ring in raw["boundaries"].items()}
    by, newest = installer(country.nation_id), newest_list_on(now)
    stored: dict[str, str] = {}
    for one in raw["list"]:
        day = date(newest.year - one["years_before"], newest.month, newest.day)
        entry = _entry(one, day, boundaries, stored)
        load_list(by=by, now=now, nation_id=country.nation_id, entry=entry)
        listed = queries.areas_by_keys([area["key"] for area in one["area"]], on=day)
        stored |= {area["boundary"]: listed[area["key"]].boundary for area in one["area"]}


def _entry(
    one: Mapping[str, Any], day: date, boundaries: Mapping[str, Boundary], stored: Mapping[str, str]
) -> ListEntry:
    return ListEntry(
        start=day,
        title=one["title"],
        source=one["source"],
        areas=tuple(_area(area, boundaries[area["boundary"]], stored) for area in one["area"]),
        links=tuple(LinkEntry(**link) for link in one.get("link", ())),
    )


def _area(raw: Mapping[str, str], boundary: Boundary, stored: Mapping[str, str]) -> AreaEntry:
    west, south, east, north = boundary.box
    same = stored.get(raw["boundary"], "")
    return AreaEntry(
        key=raw["key"],
        name=raw["name"],
        category=raw["category"],
        trend=raw.get("trend", ""),
        unit_code=raw["unit"],
        municipality="Övningskommunen",
        place="Övningsstad",
        position=((west + east) / 2, (south + north) / 2),
        boundary=None if same else boundary,
        same_boundary=same,
    )


def _boundary(ring: list[list[float]]) -> Boundary:
    shape = Polygon(ring)
    text = json.dumps(mapping(shape), separators=(",", ":"))
    area_m2, _ = _EARTH.geometry_area_perimeter(shape)
    return Boundary(geojson=text, original=text, box=shape.bounds, area_m2=abs(area_m2))
