"""The layers over the published facts from the start: in order, in another order, and one alone."""

from samsyn.areas import history, queries
from samsyn.areas.models import AreaGeometry
from tests.ingest.layers import LISTS, real
from tests.ingest.nation import Nation, asked, fates, rules, with_lists

pytestmark = real

AGAINST = {"recorded-otherwise", "not-on-recorded-list", "recorded-without-row"}


def test_the_layers_agree_with_the_published_facts(known: Nation) -> None:
    for year, (_, list_on) in LISTS.items():
        run = known.bring_year(year)
        assert run.proposal["fills"]
        assert not AGAINST & rules(run).keys()
        assert not run.proposal["organisation"]
        known.load(known.answer(run, dict.fromkeys(asked(run), True)))
        assert all(area.boundary for area in queries.areas_in(known.id, on=list_on, by=known.keeper))
    assert AreaGeometry.objects.count() == 109


def test_hageby_returned(known: Nation) -> None:
    run = known.bring_year(2023)
    assert [line["name"] for line in fates(run)["returned"]] == ["Hageby"]
    assert (run.proposal["account"]["returned"], run.proposal["account"]["new"]) == (1, 3)


def test_known_lists_take_their_boundaries_in_any_order(known: Nation) -> None:
    with_lists(known, 2025, 2023, 2021)
    assert AreaGeometry.objects.count() == 109
    newest = history.list_editions(known.id, by=known.keeper)[0].account
    assert newest is not None
    assert newest.technical == 6
