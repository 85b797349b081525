from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.areas.spans import DatesTurned, Span, joined

FIRST = date(2015, 1, 1)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 30))
    length = draw(st.none() | st.integers(1, 15))
    return Span(day(start), None if length is None else day(start + length))


@pytest.mark.parametrize("end", [FIRST, day(-1)])
def test_a_span_turned_round_or_empty_is_refused(end: date) -> None:
    with pytest.raises(DatesTurned):
        Span(FIRST, end)


@given(spans(), spans(), st.integers(-2, 60))
def test_what_is_common_holds_in_both_and_only_then(one: Span, other: Span, number: int) -> None:
    common = one.common(other)
    assert (common is not None and common.holds(day(number))) == (one.holds(day(number)) and other.holds(day(number)))


@given(st.lists(spans(), max_size=6), st.integers(-2, 60))
def test_joining_keeps_every_day_and_adds_none(several: list[Span], number: int) -> None:
    on = day(number)
    assert any(span.holds(on) for span in joined(several)) == any(span.holds(on) for span in several)


@given(st.lists(spans(), max_size=6))
def test_joined_spans_do_not_meet(several: list[Span]) -> None:
    result = joined(several)
    assert all(one.end is not None and one.end < other.start for one, other in pairwise(result))


def test_a_span_covers_itself_and_what_lies_in_it() -> None:
    whole = Span(day(0), day(10))
    assert whole.covers(whole)
    assert whole.covers(Span(day(2), day(3)))
    assert not whole.covers(Span(day(2)))
