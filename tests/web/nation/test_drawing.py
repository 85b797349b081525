"""The map fits itself, close areas get a window, and the chart ends at zero."""

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.areas.facts import EditionFacts
from samsyn.areas.panel import Panel
from samsyn.core.areas.counts import ListAccount
from samsyn.web.nation import ground
from samsyn.web.nation.chart import FLOOR, chart, sum_words
from samsyn.web.nation.clusters import LEAST, MOST, clusters
from samsyn.web.nation.ground import Spot, Window

SWEDEN = "se"
PLACES = {"Kiruna": (20.23, 67.86), "Stockholm": (18.07, 59.33), "Göteborg": (11.97, 57.71), "Malmö": (13.0, 55.6)}


def test_places_lie_where_they_should_on_the_plane() -> None:
    spots = {name: ground.spot(*place) for name, place in PLACES.items()}
    assert spots["Kiruna"].y < spots["Stockholm"].y < spots["Göteborg"].y < spots["Malmö"].y
    assert spots["Göteborg"].x < spots["Malmö"].x < spots["Stockholm"].x
    between = spots["Stockholm"], spots["Göteborg"]
    km = ((between[0].x - between[1].x) ** 2 + (between[0].y - between[1].y) ** 2) ** 0.5
    assert km == pytest.approx(398, rel=0.01)


def test_the_outline_holds_the_places_of_the_nation() -> None:
    window = ground.whole(SWEDEN)
    assert window is not None
    for place in PLACES.values():
        spot = ground.spot(*place)
        assert window.x < spot.x < window.x + window.width
        assert window.y < spot.y < window.y + window.height


def test_a_window_draws_only_what_it_shows() -> None:
    spot = ground.spot(*PLACES["Stockholm"])
    window = Window(spot.x - 20, spot.y - 20, 40, 40)
    drawn = [float(number) for number in re.findall(r"-?\d+\.\d", ground.outline(SWEDEN, window))]
    assert drawn
    assert all(window.x - 1 < x < window.x + 41 for x in drawn[::2])
    assert all(window.y - 1 < y < window.y + 41 for y in drawn[1::2])


def test_a_nation_without_an_outline_has_none() -> None:
    assert ground.whole("OV") is None
    assert ground.outline("OV", Window(0, 0, 1, 1)) == ""
    assert ground.source("OV") == ""


def test_the_outline_says_where_it_comes_from() -> None:
    assert "Natural Earth" in ground.source(SWEDEN)


spots = st.lists(st.builds(Spot, st.floats(-300, 300), st.floats(-7_700, -6_100)), max_size=40)


@given(spots)
def test_a_group_hangs_together_and_no_spot_is_in_two(found: list[Spot]) -> None:
    groups = clusters(found, near_km=18)
    members = [place for group in groups for place in group]
    assert len(groups) <= MOST
    assert all(len(group) >= LEAST for group in groups)
    assert len(members) == len(set(members))
    assert [len(group) for group in groups] == sorted(map(len, groups), reverse=True)
    for group in groups:
        for place in group:
            near = [one for one in group if one != place and _km(found[one], found[place]) <= 18]
            assert near


def _km(one: Spot, other: Spot) -> float:
    return float(((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5)


def edition(year: int, count: int, account: ListAccount | None) -> EditionFacts:
    day = date(year, 12, 1)
    return EditionFacts(year, day, None, "day", f"Lista {year}", "", "", "", Counter(utsatt=count), account)


def lists(*found: EditionFacts) -> tuple[EditionFacts, ...]:
    return tuple(reversed(found))


def panel(*found: EditionFacts) -> Panel:
    return Panel(tuple(one.start for one in found), {})


@given(st.lists(st.integers(0, 2_000), min_size=1, max_size=12))
def test_the_line_is_to_scale_and_zero_is_on_the_axis(counts: list[int]) -> None:
    found = []
    for place, count in enumerate(counts):
        before = counts[place - 1] if place else 0
        account = ListAccount(before, max(before - count, 0), max(count - before, 0), 0, 0, count) if place else None
        found.append(edition(2015 + place, count, account))
    drawn = chart(lists(*found), panel(*found))
    assert drawn is not None
    for point in drawn.points:
        assert 0 <= point.y <= FLOOR
        assert (point.y == FLOOR) == (point.count == 0)
    assert [point.count for point in drawn.points] == counts
    assert 1 <= len(drawn.ticks) <= 5


def test_no_list_is_no_chart() -> None:
    assert chart((), Panel((), {})) is None


def test_a_sum_names_what_is_technical_last() -> None:
    assert sum_words(ListAccount(61, 6, 3, 1, 0, 59)) == "61 − 6 + 4 = 59"
    assert sum_words(ListAccount(59, 1, 1, 0, 6, 65)) == "59 − 1 + 1 + 6 = 65"
    assert sum_words(ListAccount(10, 0, 0, 0, -2, 8)) == "10 − 0 + 0 − 2 = 8"


def test_lists_of_the_same_year_are_told_apart_by_their_days() -> None:
    found = (
        edition(2025, 3, None),
        EditionFacts(9, date(2025, 3, 1), None, "day", "", "", "", "", Counter(utsatt=2), None),
    )
    drawn = chart(found, panel(*reversed(found)))
    assert drawn is not None
    assert [point.label for point in drawn.points] == ["1 mars 2025", "1 december 2025"]
