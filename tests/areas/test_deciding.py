"""The list is one dated decision by people, with reasons; nothing computes a category."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from samsyn.areas import deciding
from samsyn.areas.deciding import Decision, ListDayPast, ListIncomplete
from samsyn.areas.history import area_history, list_editions
from samsyn.areas.lists import ListOlderThanLatest
from samsyn.areas.queries import area_by_key, areas_in
from samsyn.core.access import Permission
from samsyn.core.errors import NotFound
from samsyn.core.guard import FreeText
from tests.cast import NOW, Cast, make_cast
from tests.refusal import refused

pytestmark = pytest.mark.django_db

START = date(2027, 12, 1)
NONE = FreeText.checked("")
WHY = FreeText.checked("Läget bedömdes vid genomgången i september.")


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def standing(cast: Cast) -> list[Decision]:
    """Return every candidate as it was last decided, the new one of the last list as stable."""
    found = deciding.candidates(cast.country.nation_id, by=cast.farid)
    return [
        deciding.Decision("ingen" if one.last_on else one.category, one.trend or "stabil", NONE, key=one.key)
        for one in found
    ]


def changed(rows: Sequence[Decision], key: str, **values: Any) -> list[Decision]:
    return [replace(row, **values) if row.key == key else row for row in rows]


def decide(cast: Cast, rows: Sequence[Decision], **changes: Any) -> int:
    given: dict[str, Any] = {
        "by": cast.farid,
        "now": NOW,
        "nation_id": cast.country.nation_id,
        "start": START,
        "title": "Övningsrikets lista 2027",
        "reason": WHY,
        "registry_number": "OV 12/2027",
        "rows": rows,
    }
    return deciding.decide_list(**given | changes)


def faults(cast: Cast, rows: Sequence[Decision], **changes: Any) -> object:
    with pytest.raises(ListIncomplete) as caught:
        decide(cast, rows, **changes)
    return caught.value.facts["faults"]


def listed(cast: Cast, on: date) -> dict[str, tuple[str, str]]:
    return {area.key: (area.category, area.trend) for area in areas_in(cast.country.nation_id, on=on, by=cast.farid)}


def test_only_the_nations_coordinator_decides_the_list(cast: Cast) -> None:
    rows = standing(cast)
    for actor in cast.but("farid"):
        with refused(Permission.LIST_DECIDE):
            decide(cast, rows, by=actor)


def test_only_the_nations_coordinator_reads_what_is_to_be_decided(cast: Cast) -> None:
    for actor in cast.but("farid"):
        with refused(Permission.LIST_DECIDE):
            deciding.candidates(cast.country.nation_id, by=actor)


def test_every_area_of_the_list_and_every_former_one_is_up_for_decision(cast: Cast) -> None:
    """Kvarnbacken went up in two others, so it cannot come back."""
    found = deciding.candidates(cast.country.nation_id, by=cast.farid)
    assert [(one.key, bool(one.last_on)) for one in found] == [
        ("almhojden", False),
        ("kvarnparken", False),
        ("kvarnangen", True),
        ("norra-torget", False),
    ]


def test_a_list_that_changes_nothing_needs_no_reasons_but_the_whole(cast: Cast) -> None:
    decide(cast, standing(cast))
    assert listed(cast, START) == {
        "almhojden": ("sarskilt", "stabil"),
        "kvarnparken": ("utsatt", "positiv"),
        "norra-torget": ("utsatt", "stabil"),
    }


def test_the_list_holds_from_its_day_and_the_one_before_until_then(cast: Cast) -> None:
    before = listed(cast, START - timedelta(days=1))
    decide(cast, changed(standing(cast), "kvarnparken", category="ingen", reason=WHY))
    assert listed(cast, START - timedelta(days=1)) == before
    assert "kvarnparken" not in listed(cast, START)


def test_the_decision_keeps_who_why_and_its_registry_number(cast: Cast) -> None:
    edition_id = decide(cast, changed(standing(cast), "almhojden", category="utsatt", reason=WHY))
    newest = list_editions(cast.country.nation_id, by=cast.farid)[0]
    assert (newest.id, newest.start, newest.decided_by) == (edition_id, START, "Farid Exempel")
    assert (newest.reason, newest.source) == (WHY.words, "Dnr OV 12/2027")
    line = area_history("almhojden", by=cast.farid).lines[0]
    assert (line.category, line.reason) == ("utsatt", WHY.words)


def test_a_former_area_can_come_back_and_is_counted_as_returned(cast: Cast) -> None:
    decide(cast, changed(standing(cast), "kvarnangen", category="utsatt", trend="", reason=WHY))
    account = list_editions(cast.country.nation_id, by=cast.farid)[0].account
    assert account is not None
    assert (account.before, account.returned, account.new, account.after) == (3, 1, 0, 4)


def test_an_area_that_stays_keeps_its_boundary_and_position(cast: Cast) -> None:
    before = area_by_key("almhojden", on=START)
    decide(cast, standing(cast))
    after = area_by_key("almhojden", on=START)
    assert (after.boundary, after.lon, after.lat, after.unit_code) == (
        before.boundary,
        before.lon,
        before.lat,
        before.unit_code,
    )
    assert after.boundary


def test_a_new_area_gets_an_address_of_its_own(cast: Cast) -> None:
    fresh = Decision("utsatt", "", WHY, name="Almhöjden", unit_code="OV-540220", municipality="Övningskommunen")
    decide(cast, [*standing(cast), fresh])
    assert listed(cast, START)["almhojden-2"] == ("utsatt", "")


def test_a_change_of_category_or_trend_needs_its_reason(cast: Cast) -> None:
    rows = standing(cast)
    assert faults(cast, changed(rows, "almhojden", category="utsatt")) == ((0, "reason"),)
    assert faults(cast, changed(rows, "almhojden", trend="negativ")) == ((0, "reason"),)
    assert faults(cast, changed(rows, "almhojden", category="ingen")) == ((0, "reason"),)
    assert faults(cast, changed(rows, "kvarnangen", category="utsatt")) == ((2, "reason"),)


def test_blanks_are_no_reason(cast: Cast) -> None:
    rows = changed(standing(cast), "almhojden", category="utsatt", reason=FreeText.checked("  \n "))
    assert faults(cast, rows) == ((0, "reason"),)
    assert faults(cast, standing(cast), reason=NONE) == (("", "reason"),)


def test_no_area_leaves_the_list_by_being_forgotten(cast: Cast) -> None:
    rows = [row for row in standing(cast) if row.key != "kvarnparken"]
    assert faults(cast, rows) == (("kvarnparken", "area"),)


def test_the_same_area_twice_is_refused(cast: Cast) -> None:
    rows = standing(cast)
    assert faults(cast, [*rows, rows[0]]) == ((4, "twice"),)


def test_a_category_that_is_no_longer_used_is_refused(cast: Cast) -> None:
    assert faults(cast, changed(standing(cast), "almhojden", category="risk", reason=WHY)) == ((0, "category"),)


def test_an_area_that_stays_needs_a_trend(cast: Cast) -> None:
    assert faults(cast, changed(standing(cast), "norra-torget", trend="")) == ((3, "trend"),)
    assert faults(cast, changed(standing(cast), "norra-torget", trend="snabb")) == ((3, "trend"),)


def test_a_new_area_needs_a_name_and_a_unit(cast: Cast) -> None:
    assert faults(cast, [*standing(cast), Decision("utsatt", "", WHY, name=" - ")]) == ((4, "name"), (4, "unit"))


def test_a_list_cannot_begin_on_a_day_that_has_been(cast: Cast) -> None:
    with pytest.raises(ListDayPast):
        decide(cast, standing(cast), start=NOW.date() - timedelta(days=1))
    decide(cast, standing(cast), start=NOW.date())


def test_two_lists_cannot_begin_on_the_same_day_or_turned_round(cast: Cast) -> None:
    decide(cast, standing(cast))
    for start in (START, START - timedelta(days=30)):
        with pytest.raises(ListOlderThanLatest):
            decide(cast, standing(cast), start=start, registry_number="OV 13/2027")


def test_a_form_sent_twice_is_one_decision(cast: Cast) -> None:
    rows = standing(cast)
    assert decide(cast, rows) == decide(cast, rows)


def test_an_area_of_another_nation_is_not_found(cast: Cast) -> None:
    with pytest.raises(NotFound):
        decide(cast, [*standing(cast), Decision("utsatt", "", WHY, key="annat-land")])


def test_a_refused_list_leaves_nothing_behind(cast: Cast) -> None:
    before = listed(cast, START)
    faults(cast, changed(standing(cast), "almhojden", category="utsatt"))
    assert listed(cast, START) == before
