"""The published facts: every list counts what is public, and every trap of kinship stands in them."""

from datetime import date

import pytest

from samsyn.areas import history, publication, queries
from samsyn.areas.models import AreaGeometry
from samsyn.audit.models import Entry
from samsyn.core.access import Actor, Permission
from tests.areas.land import NOW, actor
from tests.refusal import refused

LIST = {year: date(year, 12, 1) for year in (2015, 2023, 2025)}

pytestmark = pytest.mark.django_db


@pytest.fixture
def sweden() -> int:
    return publication.load_published(by=actor(Permission.UNITS_KEEP), now=NOW)


def reader(nation_id: int) -> Actor:
    return actor(Permission.AREAS_READ, unit_id=nation_id)


def test_every_list_counts_what_is_public(sweden: int) -> None:
    counted = {
        edition.start.year: tuple(edition.counts.get(key, 0) for key in ("utsatt", "risk", "sarskilt"))
        for edition in history.list_editions(sweden, by=reader(sweden))
    }
    assert counted == {
        2015: (31, 7, 15),
        2017: (32, 6, 23),
        2019: (28, 10, 22),
        2021: (28, 14, 19),
        2023: (27, 15, 17),
        2025: (46, 0, 19),
    }


def test_real_and_technical_change_are_told_apart(sweden: int) -> None:
    newest, before, *_ = history.list_editions(sweden, by=reader(sweden))
    assert newest.account is not None
    assert before.account is not None
    assert (before.account.before, before.account.left, before.account.came, before.account.after) == (61, 6, 4, 59)
    assert (newest.account.left, newest.account.came, newest.account.technical, newest.account.after) == (1, 1, 6, 65)


def test_hageby_was_off_the_list_and_returned(sweden: int) -> None:
    lines = history.area_history("hageby", by=reader(sweden)).lines
    assert [line.list_on.year for line in lines] == [2025, 2023, 2017, 2015]
    account = history.list_editions(sweden, by=reader(sweden))[1].account
    assert account is not None
    assert account.returned == 1


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("rinkeby-tensta", {"rinkeby", "tensta", "hjulsta"}),
        ("rissne-hallonbergen", {"rissne", "hallonbergen"}),
        ("ronna-geneta-lina", {"ronna", "geneta", "lina"}),
        ("oxhagen-varberga", {"oxhagen", "varberga"}),
    ],
)
def test_what_was_split_is_followed_both_ways(sweden: int, whole: str, parts: set[str]) -> None:
    assert {kin.key for kin in history.area_history(whole, by=reader(sweden)).later} == parts
    for part in parts:
        assert [kin.key for kin in history.area_history(part, by=reader(sweden)).earlier] == [whole]


def test_an_area_with_a_new_number_is_still_itself(sweden: int) -> None:
    lines = history.area_history("hisings-backa", by=reader(sweden)).lines
    assert [line.special_id for line in lines][:2] == [78, 28]


def test_units_are_those_of_the_day(sweden: int) -> None:
    rosengard = {year: queries.area_by_key("rosengard", on=day).unit_name for year, day in LIST.items()}
    assert rosengard == {2015: "Malmö söder", 2023: "Malmö söder", 2025: "Rosengård"}
    nacka = queries.unit_by_code("531240", on=LIST[2025]).id
    above = {year: queries.ancestor_ids(nacka, on=LIST[year])[0] for year in (2023, 2025)}
    names = {year: queries.unit(unit, on=LIST[year]).name for year, unit in above.items()}
    assert names == {2023: "Stockholm nord", 2025: "Stockholm syd"}


def test_gaps_stay_gaps(sweden: int) -> None:
    units = queries.units_in(sweden, on=LIST[2025], by=reader(sweden))
    assert len([unit for unit in units if unit.kind == "region"]) == 7
    assert all(unit.name for unit in units)
    assert not [unit for unit in units if unit.official_code and unit.code.startswith("se")]
    assert queries.area_by_key("ostberga", on=date(2021, 12, 1)).unit_id is None
    syd = queries.unit_by_code("5312", on=LIST[2025])
    assert "531220" in syd.note


def test_there_are_positions_but_no_boundaries(sweden: int) -> None:
    areas = queries.areas_in(sweden, on=LIST[2015], by=reader(sweden))
    assert all(area.lon and area.lat and not area.boundary and area.municipality for area in areas)
    assert not AreaGeometry.objects.exists()


def test_every_list_says_where_it_comes_from_and_how_well_its_day_is_known(sweden: int) -> None:
    editions = history.list_editions(sweden, by=reader(sweden))
    assert all(edition.source and edition.decided_by for edition in editions)
    assert {edition.start.year: edition.precision for edition in editions}[2015] == "month"


def test_loading_again_changes_nothing(sweden: int) -> None:
    before = Entry.objects.count()
    assert publication.load_published(by=actor(Permission.UNITS_KEEP), now=NOW) == sweden
    assert Entry.objects.count() == before


def test_only_the_installation_loads_the_facts() -> None:
    with refused(Permission.UNITS_KEEP):
        publication.load_published(by=actor(Permission.UNITS_KEEP, unit_id=4), now=NOW)
