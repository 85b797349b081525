"""All areas on all lists at once agree with the account of each list."""

from datetime import date

import pytest
from pytest_django.asserts import assertNumQueries

from samsyn.areas.history import list_editions
from samsyn.areas.panel import Turnover, panel
from tests.cast import Cast, make_cast

pytestmark = pytest.mark.django_db

LATER = date(2026, 11, 9)


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


def test_every_area_carries_its_marks_and_its_kin(cast: Cast) -> None:
    areas = panel(cast.country.nation_id, on=LATER, by=cast.bjorn).areas
    assert [mark.category for mark in areas["almhojden"].marks] == ["risk", "sarskilt", "sarskilt"]
    assert [kin.name for kin in areas["kvarnbacken"].later] == ["Kvarnparken", "Kvarnängen"]
    assert [kin.name for kin in areas["kvarnparken"].earlier] == ["Kvarnbacken"]
    assert list(areas) == ["almhojden", "kvarnbacken", "kvarnparken", "kvarnangen", "norra-torget"]


def test_the_names_of_what_changed_are_as_many_as_the_account_says(cast: Cast) -> None:
    found = panel(cast.country.nation_id, on=LATER, by=cast.bjorn)
    for edition in list_editions(cast.country.nation_id, by=cast.bjorn):
        turnover = found.turnover(edition.start)
        if edition.account is None:
            assert turnover == Turnover((), (), (), ())
            continue
        assert len(turnover.left) == edition.account.left
        assert len(turnover.new) == edition.account.new
        assert len(turnover.returned) == edition.account.returned
        parts = {name for _, after in turnover.regrouped for name in after}
        assert len(parts) - len(turnover.regrouped) == edition.account.technical


def test_a_day_before_a_list_knows_nothing_of_it(cast: Cast) -> None:
    found = panel(cast.country.nation_id, on=date(2022, 1, 1), by=cast.bjorn)
    assert (len(found.lists), list(found.areas)) == (1, ["almhojden", "kvarnbacken"])
    assert found.areas["kvarnbacken"].later == ()


def test_it_costs_four_queries_however_many_lists(cast: Cast) -> None:
    with assertNumQueries(4):
        panel(cast.country.nation_id, on=LATER, by=cast.bjorn)
