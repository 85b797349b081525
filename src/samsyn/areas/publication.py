"""Loading the published facts: the real nation with its units, lists and areas, without boundaries.

The facts stand in ``published/*.toml`` with their sources. Loading them again changes nothing; the
layers themselves are imported afterwards and fill in the boundaries.
"""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from importlib.resources import files
from typing import Any

from django.db import transaction

from samsyn.areas.actions import found_nation, write_organisation
from samsyn.areas.facts import AreaEntry, LinkEntry, ListEntry, UnitEntry
from samsyn.areas.lists import write_list
from samsyn.core.access import Actor

OWN_CODE = "se-"
"""Codes that begin so are ours, since the police's own is not public."""


@transaction.atomic
def load_published(*, by: Actor, now: datetime) -> int:
    """Load the real nation and return its id; needs the right to found a nation."""
    organisation, published = _read("organisation.toml"), _read("areas.toml")
    nation = organisation["nation"]
    nation_id = found_nation(by=by, now=now, code=nation["code"], name=nation["name"], start=nation["start"])
    units = [_unit(one, nation["start"]) for one in organisation["units"]]
    write_organisation(by=by, now=now, nation_id=nation_id, units=units)
    for entry in _lists(published):
        write_list(by=by, now=now, nation_id=nation_id, entry=entry)
    return nation_id


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("samsyn.areas.published").joinpath(name).read_text(encoding="utf-8"))


def _unit(one: Mapping[str, Any], founded: date) -> UnitEntry:
    return UnitEntry(
        code=one["code"],
        name=one["name"],
        kind=one["kind"],
        parent_code=one["under"],
        start=one.get("start", founded),
        end=one.get("end"),
        official_code=not one["code"].startswith(OWN_CODE),
        note=one.get("note", ""),
    )


def _lists(published: Mapping[str, Any]) -> Sequence[ListEntry]:
    areas = published["areas"]
    return [
        ListEntry(
            start=one["start"],
            title=one["title"],
            precision=one["precision"],
            source=one["source"],
            decided_by=one["decided_by"],
            areas=tuple(_area(area, one["year"]) for area in areas if str(one["year"]) in area["category"]),
            links=tuple(_links(areas, one["year"])),
        )
        for one in published["lists"]
    ]


def _area(area: Mapping[str, Any], year: int) -> AreaEntry:
    code, municipality = area["municipality"]
    lon, lat = area["position"]
    return AreaEntry(
        key=area["key"],
        name=_holding(area["name"], year),
        category=area["category"][str(year)],
        trend=area.get("trend", {}).get(str(year), ""),
        special_id=area.get("number", {}).get(str(year)),
        unit_code=_holding(area.get("unit", {}), year),
        municipality=municipality,
        municipality_code=code,
        place=area.get("place", ""),
        position=(lon, lat),
    )


def _links(areas: Sequence[Mapping[str, Any]], year: int) -> Sequence[LinkEntry]:
    """Return the splits of a list: an area's first list is the one at which its whole was split."""
    return [
        LinkEntry(whole, area["key"], "split")
        for area in areas
        if area.get("part_of") and min(area["category"]) == str(year)
        for whole in area["part_of"]
    ]


def _holding(values: Mapping[str, str], year: int) -> str:
    """Return the value given last, up to a year."""
    given = [key for key in values if int(key) <= year]
    return values[max(given)] if given else ""
