"""Periods: half-open, labelled, and Swedish days bounded in UTC."""

from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.periods import (
    Period,
    PeriodInvalid,
    PeriodKind,
    between,
    containing,
    day_of,
    end_of_day,
    parse,
    start_of_day,
)

DAYS = st.dates(date(1901, 1, 1), date(2998, 12, 31))
KINDS = st.sampled_from(PeriodKind)


@pytest.mark.parametrize(
    ("label", "start", "end"),
    [
        ("2026-11-09", date(2026, 11, 9), date(2026, 11, 10)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 3, 1)),
        ("2026-11", date(2026, 11, 1), date(2026, 12, 1)),
        ("2026-12", date(2026, 12, 1), date(2027, 1, 1)),
        ("2026-T1", date(2026, 1, 1), date(2026, 5, 1)),
        ("2026-T2", date(2026, 5, 1), date(2026, 9, 1)),
        ("2026-T3", date(2026, 9, 1), date(2027, 1, 1)),
        ("2026", date(2026, 1, 1), date(2027, 1, 1)),
        ("2999-12-31", date(2999, 12, 31), date(3000, 1, 1)),
    ],
)
def test_a_label_names_a_half_open_period_and_is_given_back(label: str, start: date, end: date) -> None:
    period = parse(label)
    assert (period.start, period.end) == (start, end)
    assert str(period) == label
    assert start in period
    assert end not in period


@pytest.mark.parametrize(
    "label",
    [
        *("", "26", " 2026", "2026\n", "1899", "3000-01", "0000", "２０２６", "9" * 100, "tertial 3 2026"),
        *("2026-13", "2026-00", "2026-T4", "2026-T0", "2026-t1"),
        *("2026-02-30", "2025-02-29", "2026-11-9", "2026-11-09T10:00"),
    ],
)
def test_what_is_no_period_is_refused_by_name(label: str) -> None:
    with pytest.raises(PeriodInvalid) as refused:
        parse(label)
    assert refused.value.code == "period.invalid"
    assert len(str(refused.value.facts["label"])) <= 20


@given(DAYS, KINDS)
def test_every_day_belongs_to_exactly_one_period_of_each_kind(day: date, kind: PeriodKind) -> None:
    period = containing(day, kind)
    assert day in period
    assert parse(period.label) == period
    assert day not in period.following
    assert day not in period.preceding
    assert period.following.preceding == period


@given(DAYS, st.integers(0, 900), KINDS)
def test_periods_between_two_days_lie_end_to_end(start: date, length: int, kind: PeriodKind) -> None:
    end = start + timedelta(days=length)
    found = list(between(start, end, kind))
    assert all(left.end == right.start for left, right in pairwise(found))
    assert bool(found) == (length > 0)
    if found:
        assert start in found[0]
        assert end - timedelta(days=1) in found[-1]


def test_dates_turned_round_have_no_periods_between_them() -> None:
    assert list(between(date(2026, 5, 1), date(2026, 4, 1), PeriodKind.DAY)) == []


def test_a_year_is_three_tertials_twelve_months_and_all_its_days() -> None:
    year = parse("2024")
    assert [part.label for part in year.split(PeriodKind.TERTIAL)] == ["2024-T1", "2024-T2", "2024-T3"]
    assert len(year.split(PeriodKind.MONTH)) == 12
    assert len(year.split(PeriodKind.DAY)) == year.days == 366


def test_periods_sort_by_time() -> None:
    assert sorted([parse("2026-T3"), parse("2026-01"), parse("2025")]) == [
        parse("2025"),
        parse("2026-01"),
        parse("2026-T3"),
    ]


@pytest.mark.parametrize(
    ("day", "ends", "hours"),
    [
        (date(2026, 1, 15), datetime(2026, 1, 15, 23, tzinfo=UTC), 24),
        (date(2026, 7, 15), datetime(2026, 7, 15, 22, tzinfo=UTC), 24),
        (date(2026, 3, 29), datetime(2026, 3, 29, 22, tzinfo=UTC), 23),
        (date(2026, 10, 25), datetime(2026, 10, 25, 23, tzinfo=UTC), 25),
    ],
)
def test_a_swedish_day_ends_at_its_own_midnight_in_winter_in_summer_and_when_the_clock_is_moved(
    day: date, ends: datetime, hours: int
) -> None:
    assert end_of_day(day) == ends
    assert end_of_day(day) - start_of_day(day) == timedelta(hours=hours)


@given(DAYS, st.times(timezones=st.just(UTC)))
def test_every_moment_lies_within_its_own_swedish_day(written_on: date, at: time) -> None:
    moment = datetime.combine(written_on, at)
    day = day_of(moment)
    assert start_of_day(day) <= moment < end_of_day(day)


def test_the_same_moment_is_the_same_day_whatever_zone_it_is_written_in() -> None:
    late = datetime(2026, 11, 9, 23, 30, tzinfo=UTC)
    assert day_of(late) == day_of(late.astimezone(timezone(timedelta(hours=-8)))) == date(2026, 11, 10)


def test_a_moment_without_a_zone_has_no_day() -> None:
    with pytest.raises(PeriodInvalid):
        day_of(datetime(2026, 11, 9, 12))  # noqa: DTZ001 - the point of the test


@pytest.mark.parametrize("day", [date.min, date.max, date(1899, 12, 31), date(3000, 1, 1)])
def test_a_day_outside_the_known_years_is_refused_not_a_crash(day: date) -> None:
    for ask in (start_of_day, end_of_day):
        with pytest.raises(PeriodInvalid):
            ask(day)
    with pytest.raises(PeriodInvalid):
        containing(day, PeriodKind.MONTH)


def test_a_moment_is_not_taken_for_a_day() -> None:
    with pytest.raises(PeriodInvalid):
        end_of_day(datetime(2026, 11, 9, tzinfo=UTC))


def test_a_period_is_a_plain_frozen_fact() -> None:
    assert Period(date(2026, 1, 1), date(2027, 1, 1), PeriodKind.YEAR) == parse("2026")
