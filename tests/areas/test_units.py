from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from pytest_django.asserts import assertNumQueries

from samsyn.areas import actions, queries
from samsyn.areas.facts import UnitEntry
from samsyn.areas.models import UnitClosure, UnitSpan
from samsyn.audit.models import Entry
from samsyn.core.access import Permission
from samsyn.core.areas.spans import DatesTurned
from samsyn.core.areas.tree import OwnAncestor, ParentNotInForce
from samsyn.core.errors import NotFound
from tests.areas.land import FOUNDED, NOW, Land, actor
from tests.refusal import refused

TODAY = date(2026, 1, 15)
MOVED = date(2025, 12, 1)
BEFORE = MOVED - timedelta(days=1)


def code(value: str, on: date = TODAY) -> int:
    return queries.unit_by_code(value, on=on).id


def test_the_tree_is_read_from_the_nation_down_and_by_name(land: Land) -> None:
    names = [unit.name for unit in queries.units_in(land.id, on=TODAY, by=land.reader)]
    assert names == [
        "Övningsriket",
        "Övningsregionen",
        "Granlänet",
        "Granndistriktet",
        "Övningslänet",
        "Ådistriktet",
        "Övningsdistriktet",
    ]


def test_reading_the_tree_costs_one_query(land: Land) -> None:
    with assertNumQueries(1):
        queries.units_in(land.id, on=TODAY, by=land.reader)


def test_over_and_under_are_answered_nearest_first(land: Land) -> None:
    local = code("990110")
    assert queries.ancestor_ids(local, on=TODAY) == (code("9901"), code("9900"), land.id)
    assert queries.descendant_ids(code("9901"), on=TODAY) == {local, code("990120")}
    assert queries.child_ids(code("9900"), on=TODAY) == {code("9901"), code("9902")}
    assert queries.nation_of(local) == queries.nation_of(land.id) == land.id


def test_a_moved_unit_stands_under_the_old_before_the_day_and_the_new_from_it(land: Land) -> None:
    local = code("990110")
    actions.move_unit(by=land.keeper, now=NOW, unit_id=local, parent_id=code("9902"), start=MOVED)
    assert local in queries.descendant_ids(code("9901"), on=BEFORE)
    assert local not in queries.descendant_ids(code("9901"), on=MOVED)
    assert queries.ancestor_ids(local, on=MOVED)[0] == code("9902")
    assert [unit.start for unit in queries.unit_history(local)] == [FOUNDED, MOVED]


def test_a_renamed_unit_keeps_its_old_name_before_the_day(land: Land) -> None:
    actions.rename_unit(by=land.keeper, now=NOW, unit_id=code("990110"), name="Nya  distriktet", start=MOVED)
    assert queries.unit_by_code("990110", on=BEFORE).name == "Övningsdistriktet"
    assert queries.unit_by_code("990110", on=MOVED).name == "Nya distriktet"


def test_a_unit_that_ended_is_not_found_from_that_day(land: Land) -> None:
    actions.end_unit(by=land.keeper, now=NOW, unit_id=code("990210"), end=MOVED)
    assert code("990210", on=BEFORE)
    with pytest.raises(NotFound):
        queries.unit_by_code("990210", on=MOVED)


def test_a_unit_with_others_under_it_cannot_end(land: Land) -> None:
    with pytest.raises(ParentNotInForce), transaction.atomic():
        actions.end_unit(by=land.keeper, now=NOW, unit_id=code("9902"), end=MOVED)
    assert code("9902")


def test_a_unit_that_would_be_its_own_ancestor_is_refused_and_nothing_changes(land: Land) -> None:
    before = list(UnitClosure.objects.order_by("pk").values_list())
    for parent in ("990110", "9901"):
        with pytest.raises(OwnAncestor), transaction.atomic():
            actions.move_unit(by=land.keeper, now=NOW, unit_id=code("9901"), parent_id=code(parent), start=MOVED)
    assert list(UnitClosure.objects.order_by("pk").values_list()) == before


def test_dates_turned_round_are_refused(land: Land) -> None:
    with pytest.raises(DatesTurned):
        actions.end_unit(by=land.keeper, now=NOW, unit_id=code("990110"), end=FOUNDED)
    with pytest.raises(DatesTurned):
        actions.rename_unit(by=land.keeper, now=NOW, unit_id=code("990110"), name="X", start=date(2014, 1, 1))
    turned = UnitEntry("990130", "Turned", "local_area", "9901", TODAY, end=FOUNDED)
    with pytest.raises(DatesTurned), transaction.atomic():
        actions.load_organisation(by=land.keeper, now=NOW, nation_id=land.id, units=[turned])


@pytest.mark.parametrize("turned", [{"start": TODAY, "end": FOUNDED}, {"start": TODAY, "end": TODAY}])
def test_the_database_refuses_dates_turned_round(land: Land, turned: dict[str, date]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        UnitSpan.objects.filter(unit_id=code("990110")).update(**turned)


def test_loading_the_same_organisation_twice_writes_nothing(land: Land) -> None:
    entry = UnitEntry("990110", "Övningsdistriktet", "local_area", "9901", FOUNDED)
    trail = Entry.objects.count()
    assert actions.load_organisation(by=land.keeper, now=NOW, nation_id=land.id, units=[entry]) == 0
    assert Entry.objects.count() == trail


def test_an_entry_that_differs_from_a_later_day_is_a_dated_change(land: Land) -> None:
    entries = [UnitEntry("990110", "Övningsdistriktet", "local_area", "9902", MOVED)]
    assert actions.load_organisation(by=land.keeper, now=NOW, nation_id=land.id, units=entries) == 1
    assert queries.unit_by_code("990110", on=BEFORE).parent_id == code("9901")
    assert queries.unit_by_code("990110", on=MOVED).parent_id == code("9902")


def test_a_unit_under_an_unknown_parent_is_refused(land: Land) -> None:
    stray = UnitEntry("990130", "Stray", "local_area", "1234", FOUNDED)
    with pytest.raises(actions.ParentUnknown), transaction.atomic():
        actions.load_organisation(by=land.keeper, now=NOW, nation_id=land.id, units=[stray])


def test_a_code_of_another_kind_or_nation_is_refused(land: Land) -> None:
    other = UnitEntry("9900", "Övningsregionen", "police_area", "ovning", FOUNDED)
    with pytest.raises(actions.CodeTaken), transaction.atomic():
        actions.load_organisation(by=land.keeper, now=NOW, nation_id=land.id, units=[other])
    with pytest.raises(actions.CodeTaken):
        actions.found_nation(by=actor(Permission.UNITS_KEEP), now=NOW, code="9900", name="X", start=FOUNDED)


def test_founding_a_nation_again_changes_nothing(land: Land) -> None:
    founder = actor(Permission.UNITS_KEEP)
    again = actions.found_nation(by=founder, now=NOW, code="ovning", name="Övningsriket", start=FOUNDED, training=True)
    assert again == land.id


def test_every_change_stands_in_the_trail(land: Land) -> None:
    actions.rename_unit(by=land.keeper, now=NOW, unit_id=code("990110"), name="Nya", start=MOVED)
    last = Entry.objects.latest("pk")
    assert (last.event, last.target, last.actor) == ("units.renamed", "unit:990110", "ivar")


def test_only_the_keeper_changes_the_organisation(land: Land) -> None:
    unit = code("990110")
    with refused(Permission.UNITS_KEEP):
        actions.rename_unit(by=land.reader, now=NOW, unit_id=unit, name="X", start=MOVED)
    with refused(Permission.UNITS_KEEP):
        actions.move_unit(by=land.reader, now=NOW, unit_id=unit, parent_id=code("9902"), start=MOVED)
    with refused(Permission.UNITS_KEEP):
        actions.end_unit(by=land.reader, now=NOW, unit_id=unit, end=MOVED)
    with refused(Permission.UNITS_KEEP):
        actions.load_organisation(by=land.reader, now=NOW, nation_id=land.id, units=[])
    with refused(Permission.UNITS_KEEP):
        actions.found_nation(by=land.keeper, now=NOW, code="x", name="X", start=FOUNDED)


def test_who_may_not_read_areas_reads_no_tree(land: Land) -> None:
    with refused(Permission.AREAS_READ):
        queries.units_in(land.id, on=TODAY, by=actor())
