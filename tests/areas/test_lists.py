"""Lists of the invented nation: loaded, filled in, decided; and what can then be read as of any day."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from pytest_django.asserts import assertNumQueries

from samsyn.areas import history, lists, queries
from samsyn.areas.boundaries import areas_geojson, boundaries
from samsyn.areas.facts import AreaEntry, Boundary, LinkEntry, ListEntry
from samsyn.areas.models import AreaGeometry, AreaSpan, ListEdition, Listing
from samsyn.audit.models import Entry
from samsyn.core.access import Permission
from samsyn.core.errors import NotFound
from tests.areas.land import NOW, Land, actor
from tests.refusal import refused

FIRST, SECOND = date(2023, 12, 1), date(2025, 12, 1)
BETWEEN = SECOND - timedelta(days=1)
SQUARE = Boundary('{"type":"Polygon","coordinates":[]}', "{}", (16.0, 60.0, 16.1, 60.1), 1_000_000.0)


def entry(key: str, category: str = "utsatt", **more: object) -> AreaEntry:
    return replace(AreaEntry(key, key.title(), category, unit_code="990110", municipality="Almhöjden"), **more)  # type: ignore[arg-type] # any field


FIRST_LIST = ListEntry(
    FIRST, "Lista 2023", (entry("norra", "risk"), entry("kvarnparken", boundary=SQUARE), entry("torget"))
)
SECOND_LIST = ListEntry(
    SECOND,
    "Lista 2025",
    (
        entry("norra", trend="stabil"),
        entry("kvarnen", unit_code="990120"),
        entry("parken"),
        entry("nybygget", unit_code=""),
    ),
    (LinkEntry("kvarnparken", "kvarnen", "split"), LinkEntry("kvarnparken", "parken", "split")),
)


def load(land: Land, *entries: ListEntry) -> None:
    for one in entries:
        lists.load_list(by=land.keeper, now=NOW, nation_id=land.id, entry=one)


def names(land: Land, on: date) -> list[str]:
    return [area.key for area in queries.areas_in(land.id, on=on, by=land.reader)]


def test_a_list_holds_from_its_day_until_the_next(land: Land) -> None:
    load(land, FIRST_LIST, SECOND_LIST)
    assert names(land, FIRST - timedelta(days=1)) == []
    assert names(land, BETWEEN) == ["kvarnparken", "norra", "torget"]
    assert names(land, SECOND) == ["kvarnen", "norra", "nybygget", "parken"]


def test_an_area_is_read_with_category_unit_and_boundary_of_the_day(land: Land) -> None:
    load(land, FIRST_LIST, SECOND_LIST)
    before, after = queries.area_by_key("norra", on=BETWEEN), queries.area_by_key("norra", on=SECOND)
    assert (before.category, before.trend, after.category, after.trend) == ("risk", "", "utsatt", "stabil")
    assert (before.unit_code, before.unit_name, before.end) == ("990110", "Övningsdistriktet", SECOND)
    park = queries.area_by_key("kvarnparken", on=FIRST)
    assert boundaries([park.boundary])[park.boundary].area_m2 == park.area_m2 == SQUARE.area_m2


def test_an_area_off_the_list_is_not_found_that_day(land: Land) -> None:
    load(land, FIRST_LIST, SECOND_LIST)
    with pytest.raises(NotFound):
        queries.area_by_key("torget", on=SECOND)


def test_areas_of_a_unit_are_those_of_everything_under_it(land: Land) -> None:
    load(land, FIRST_LIST, SECOND_LIST)

    def held(code: str) -> list[str]:
        return [area.key for area in queries.areas_of(queries.unit_by_code(code, on=SECOND).id, on=SECOND)]

    assert held("990110") == ["norra", "parken"]
    assert held("9901") == held("9900") == ["kvarnen", "norra", "parken"]
    assert held("9902") == []


def test_reading_areas_costs_the_same_however_many(land: Land) -> None:
    load(land, FIRST_LIST)
    with assertNumQueries(4):
        queries.areas_in(land.id, on=FIRST, by=land.reader)
    load(land, SECOND_LIST)
    with assertNumQueries(4):
        queries.areas_in(land.id, on=SECOND, by=land.reader)
    with assertNumQueries(3):
        history.list_editions(land.id, by=land.reader)


def test_the_account_splits_real_from_technical_change(land: Land) -> None:
    load(land, FIRST_LIST, SECOND_LIST)
    newest, oldest = history.list_editions(land.id, by=land.reader)
    assert oldest.account is None
    assert newest.account is not None
    sums = newest.account
    assert (sums.before, sums.left, sums.new, sums.technical, sums.after) == (3, 1, 1, 1, 4)
    assert dict(oldest.counts) == {"risk": 1, "utsatt": 2}
    assert (oldest.end, newest.end) == (SECOND, None)


def test_an_area_that_was_off_a_list_has_returned(land: Land) -> None:
    third = ListEntry(date(2027, 12, 1), "Lista 2027", (entry("torget"),))
    load(land, FIRST_LIST, SECOND_LIST, third)
    account = history.list_editions(land.id, by=land.reader)[0].account
    assert account is not None
    assert (account.returned, account.new, account.left) == (1, 0, 4)
    assert [line.list_on for line in history.area_history("torget", by=land.reader).lines] == [third.start, FIRST]


def test_kin_is_followed_both_ways(land: Land) -> None:
    load(land, FIRST_LIST, SECOND_LIST)
    whole, part = (history.area_history(key, by=land.reader) for key in ("kvarnparken", "parken"))
    assert [(kin.key, kin.fate, kin.list_on) for kin in whole.later] == [
        ("kvarnen", "split", SECOND),
        ("parken", "split", SECOND),
    ]
    assert [kin.key for kin in part.earlier] == ["kvarnparken"]
    assert history.lineage("kvarnen") == {"kvarnen", "kvarnparken", "parken"}
    assert history.lineage("norra") == {"norra"}


def test_history_tells_a_moved_boundary_from_an_unknown_one(land: Land) -> None:
    moved = replace(SQUARE, area_m2=2_000_000.0)
    same_after = ListEntry(date(2027, 12, 1), "Lista 2027", (entry("kvarnparken", boundary=moved),))
    load(land, FIRST_LIST, ListEntry(SECOND, "Lista 2025", (entry("kvarnparken"),)), same_after)
    lines = history.area_history("kvarnparken", by=land.reader).lines
    assert [(line.boundary_moved, line.area_m2) for line in lines] == [
        (False, 2_000_000.0),
        (False, None),
        (False, 1_000_000.0),
    ]


def test_the_same_boundary_is_one_version(land: Land) -> None:
    load(land, FIRST_LIST)
    kept = queries.area_by_key("kvarnparken", on=FIRST).boundary
    load(land, ListEntry(SECOND, "Lista 2025", (entry("kvarnparken", same_boundary=kept),)))
    assert queries.area_by_key("kvarnparken", on=SECOND).boundary == kept
    assert AreaGeometry.objects.count() == 1
    assert [line.boundary_moved for line in history.area_history("kvarnparken", by=land.reader).lines] == [False, False]


def test_loading_a_list_twice_writes_nothing(land: Land) -> None:
    load(land, FIRST_LIST, SECOND_LIST)
    before = (Entry.objects.count(), AreaSpan.objects.count(), AreaGeometry.objects.count())
    load(land, FIRST_LIST, SECOND_LIST)
    assert (Entry.objects.count(), AreaSpan.objects.count(), AreaGeometry.objects.count()) == before


def test_a_known_list_is_filled_in_and_never_overwritten(land: Land) -> None:
    load(land, FIRST_LIST)
    said = entry("norra", "sarskilt", special_id=7, place="Storgatan", boundary=SQUARE, unit_code="990120")
    load(land, ListEntry(FIRST, "Annan", (said,)))
    area = queries.area_by_key("norra", on=FIRST)
    assert (area.special_id, area.place, area.area_m2) == (7, "Storgatan", SQUARE.area_m2)
    assert (area.category, area.unit_code) == ("risk", "990110")


def test_an_area_that_a_known_list_does_not_hold_is_refused(land: Land) -> None:
    load(land, FIRST_LIST)
    with pytest.raises(lists.NotOnList):
        load(land, ListEntry(FIRST, "Lista 2023", (entry("parken"),)))


def test_a_list_older_than_the_latest_is_refused(land: Land) -> None:
    load(land, replace(SECOND_LIST, links=()))
    with pytest.raises(lists.ListOlderThanLatest):
        load(land, FIRST_LIST)


@pytest.mark.parametrize(
    ("broken", "error"),
    [
        (entry("a", unit_code="9"), lists.UnitUnknown),
        (entry("a", "farligt"), IntegrityError),
        (entry("a", trend="ny"), IntegrityError),
    ],
)
def test_a_list_is_loaded_whole_or_not_at_all(land: Land, broken: AreaEntry, error: type[Exception]) -> None:
    with pytest.raises(error), transaction.atomic():
        load(land, ListEntry(FIRST, "Lista", (entry("norra"), broken)))
    assert not ListEdition.objects.exists()
    assert not Listing.objects.exists()


def test_a_link_to_an_area_that_is_not_there_is_refused(land: Land) -> None:
    with pytest.raises(NotFound):
        load(land, ListEntry(FIRST, "Lista", (entry("norra"),), (LinkEntry("x", "norra", "split"),)))


def test_a_key_of_another_nation_is_refused(land: Land) -> None:
    from samsyn.areas.actions import found_nation  # noqa: PLC0415 - reads better beside its only use

    load(land, FIRST_LIST)
    other = found_nation(by=actor(Permission.UNITS_KEEP), now=NOW, code="x", name="X", start=FIRST)
    keeper = actor(Permission.AREAS_KEEP, unit_id=other)
    with pytest.raises(lists.KeyTaken):
        lists.load_list(
            by=keeper, now=NOW, nation_id=other, entry=ListEntry(FIRST, "Lista", (entry("norra", unit_code=""),))
        )


def test_areas_of_a_day_are_one_geojson(land: Land) -> None:
    load(land, FIRST_LIST)
    document = json.loads(areas_geojson(land.id, on=FIRST, by=land.reader))
    rows = {feature["id"]: feature for feature in document["features"]}
    assert rows["kvarnparken"]["geometry"]["type"] == "Polygon"
    assert rows["norra"]["geometry"] is None
    assert rows["norra"]["properties"]["category"] == "risk"
    assert rows["norra"]["properties"]["valid_from"] == "2023-12-01"


def test_every_load_stands_in_the_trail(land: Land) -> None:
    load(land, FIRST_LIST)
    last = Entry.objects.latest("pk")
    assert (last.event, last.target, last.facts["areas"]) == ("areas.list-loaded", "list:2023-12-01", 3)


def test_only_the_keeper_loads_lists_and_only_readers_read(land: Land) -> None:
    with refused(Permission.AREAS_KEEP):
        lists.load_list(by=land.reader, now=NOW, nation_id=land.id, entry=FIRST_LIST)
    for read in (
        lambda: queries.areas_in(land.id, on=FIRST, by=actor()),
        lambda: history.list_editions(land.id, by=actor()),
        lambda: history.area_history("norra", by=actor()),
        lambda: areas_geojson(land.id, on=FIRST, by=actor()),
        lambda: queries.areas_known(land.id, before=FIRST, by=actor()),
    ):
        with refused(Permission.AREAS_READ):
            read()
