"""Units and areas as programs read them: any day, both ways through history, in a constant number of queries."""

from datetime import timedelta

import pytest

from samsyn.areas import actions
from samsyn.areas.facts import UnitEntry
from samsyn.cli.seed.country import installer
from tests.api.programs import problem, program, queries
from tests.cast import ABOVE, HERE, NATION, NOW, REGION, Cast


def test_nations_are_listed(cast: Cast) -> None:
    assert program(cast.gun, now=NOW)("nations").status_code == 403
    told = program(cast.dawit).json("nations")
    assert told == {"nations": [{"code": "OV", "name": "Övningsriket", "training": True}]}


def test_units_come_in_tree_order_with_their_parents(cast: Cast) -> None:
    told = program(cast.dawit).json("units")
    codes = [one["code"] for one in told["units"]]
    assert (told["nation"], told["on"], codes[0]) == (NATION, "2026-11-09", NATION)
    parents = {one["code"]: one["parent"] for one in told["units"]}
    assert (parents[HERE], parents[ABOVE], parents[REGION], parents[NATION]) == (ABOVE, REGION, NATION, None)
    assert codes.index(ABOVE) < codes.index(HERE)


def test_before_its_first_day_there_was_nothing(cast: Cast) -> None:
    problem(program(cast.dawit)("units?on=2014-12-31"), 404)
    problem(program(cast.dawit)(f"units/{HERE}?on=2014-12-31"), 404)


def test_a_unit_tells_what_it_was_called_and_where_it_stood(cast: Cast) -> None:
    today = NOW.date()
    actions.rename_unit(
        by=installer(cast.country.nation_id),
        now=NOW,
        unit_id=cast.unit(HERE),
        name="Nya övningsdistriktet",
        start=today - timedelta(days=10),
    )
    reader = program(cast.dawit)
    now, then = reader.json(f"units/{HERE}"), reader.json(f"units/{HERE}?on={today - timedelta(days=11)}")
    assert (now["name"], then["name"]) == ("Nya övningsdistriktet", "Övningsdistriktet")
    assert [one["name"] for one in now["history"]] == ["Övningsdistriktet", "Nya övningsdistriktet"]
    assert [one["code"] for one in now["above"]] == [ABOVE, REGION, NATION]
    assert [one["code"] for one in reader.json(f"units/{ABOVE}")["below"]] == ["OV-540220", HERE]


def test_areas_are_a_feature_collection_as_of_a_day(cast: Cast) -> None:
    response = program(cast.dawit)("areas")
    assert response["Content-Type"] == "application/geo+json"
    told = program(cast.dawit).json("areas")
    assert told["type"] == "FeatureCollection"
    assert told["features"]
    assert {one["geometry"]["type"] for one in told["features"]} <= {"Polygon", "MultiPolygon"}
    earlier = program(cast.dawit).json("areas?on=2022-06-01")
    assert {one["id"] for one in earlier["features"]} != {one["id"] for one in told["features"]}


def test_an_area_is_followed_both_ways(cast: Cast) -> None:
    reader = program(cast.dawit)
    listed = {
        one["id"]
        for on in ("2022-06-01", "2024-06-01", "2026-11-09")
        for one in reader.json(f"areas?on={on}")["features"]
    }
    told = {key: reader.json(f"areas/{key}") for key in listed}
    pairs = {(one["key"], key) for key, area in told.items() for one in area["earlier"]}
    assert pairs
    assert pairs == {(key, one["key"]) for key, area in told.items() for one in area["later"]}
    assert all(len(area["lists"]) > 0 for area in told.values())


@pytest.mark.parametrize("path", ["units?nation=SE", "areas?nation=SE", "units/0", "areas/nowhere"])
def test_what_is_not_there_is_not_found(cast: Cast, path: str) -> None:
    assert problem(program(cast.dawit)(path), 404)["code"] == "access.not-found"


@pytest.mark.parametrize("path", ["nations", "units", f"units/{HERE}", "areas", "areas/almhojden"])
def test_somebody_without_a_role_reads_nothing(cast: Cast, path: str) -> None:
    assert problem(program(cast.gun)(path), 403)["code"] == "access.not-allowed"


def test_more_units_cost_no_more_queries(cast: Cast) -> None:
    reader, nation_id = program(cast.dawit), cast.country.nation_id
    paths = ["nations", "units", f"units/{ABOVE}", "areas"]
    before = {path: queries(reader, path) for path in paths}
    more = [
        UnitEntry(f"OV-5402{number}", f"Distrikt {number}", "local_area", ABOVE, NOW.date(), official_code=False)
        for number in range(60, 80)
    ]
    actions.load_organisation(by=installer(nation_id), now=NOW, nation_id=nation_id, units=more)
    assert before == {path: queries(reader, path) for path in paths}
