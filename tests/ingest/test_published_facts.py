"""The same layers loaded over the published facts: they agree, fill in the boundaries, and overwrite nothing."""

import pytest

from samsyn.areas import history
from samsyn.areas.models import AreaGeometry, AreaSpan
from samsyn.audit.models import Entry
from tests.ingest.layers import LISTS, published, real
from tests.ingest.nation import Nation, asked, rules, with_lists

pytestmark = real

DAY_2025 = LISTS[2025][1]


def test_the_same_four_are_doubtful_though_the_facts_say_yes(known_two_lists: Nation) -> None:
    questions = known_two_lists.bring_year(2025).proposal["questions"]
    assert {one["facts"]["after"]: one["recorded"] for one in questions} == {
        "Lina": True,
        "Hässelby gård": True,
        "Hisings Backa": True,
        "Hässleholmen": True,
    }


def test_the_doubtful_places_are_found(known_two_lists: Nation) -> None:
    places = rules(known_two_lists.bring_year(2025))["place-not-municipality"]
    assert places == ["Tynnered / Grevegården / Opaltorget", "Hallonbergen", "Granängsringen"]


def test_both_reference_systems_give_the_same_boundaries(known_two_lists: Nation) -> None:
    with_lists(known_two_lists, 2025)
    before = (AreaGeometry.objects.count(), AreaSpan.objects.count())
    run = known_two_lists.bring_in(published("uso_2025_epsg3006.geojson"), DAY_2025)
    assert run.proposal["system"] == 3006
    known_two_lists.load(known_two_lists.answer(run, dict.fromkeys(asked(run), True)))
    assert (AreaGeometry.objects.count(), AreaSpan.objects.count()) == before


def test_loading_the_same_files_again_changes_nothing(known_two_lists: Nation) -> None:
    before = (Entry.objects.count(), AreaSpan.objects.count(), AreaGeometry.objects.count())
    for year in (2021, 2023):
        run = known_two_lists.bring_year(year)
        assert run.state == "loaded"
        assert known_two_lists.load(run) == run
    assert (Entry.objects.count(), AreaSpan.objects.count(), AreaGeometry.objects.count()) == before


@pytest.mark.parametrize("key", ["hasselby-gard", "hisings-backa"])
def test_an_area_that_continues_keeps_its_key_and_its_whole_history(known_two_lists: Nation, key: str) -> None:
    with_lists(known_two_lists, 2025)
    assert len(history.area_history(key, by=known_two_lists.keeper).lines) == 6
