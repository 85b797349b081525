"""True counts are opaque; only disclosure opens them, and holds small ones back."""

import copy
import json
import operator
import pickle
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.disclosure import SMALLEST, ShownCount, clear
from samsyn.core.raw import RawCount

WAYS: dict[str, Callable[[RawCount], object]] = {
    "str": str,
    "format": lambda count: f"{count}",
    "format with a width": lambda count: f"{count:5}",
    "percent": lambda count: "%s" % count,  # noqa: UP031 - one of the ways
    "percent d": lambda count: "%d" % count,  # noqa: UP031 - one of the ways
    "int": int,
    "float": float,
    "complex": complex,
    "bool": bool,
    "index": operator.index,
    "list place": lambda count: [1, 2, 3][count],
    "range": range,
    "json": json.dumps,
    "pickle": pickle.dumps,
    "copy": copy.copy,
    "hash": hash,
    "negative": operator.neg,
    "absolute": abs,
    "round": round,
    "add": lambda count: count + 1,
    "add to": lambda count: 1 + count,
    "sum": lambda count: sum([count]),
    "take away": lambda count: count - 1,
    "take from": lambda count: 1 - count,
    "times": lambda count: count * 2,
    "two times": lambda count: 2 * count,
    "divided": lambda count: count / 2,
    "dividing": lambda count: 2 / count,
    "equal": lambda count: count == 3,
    "unequal": lambda count: count != 3,
    "less": lambda count: count < 3,
    "more": lambda count: count >= 3,
    "sorted": lambda count: sorted([count, RawCount(1)]),
    "in": lambda count: 3 in [count, 4],
    "items": vars,
}


@pytest.mark.parametrize("way", WAYS)
def test_a_true_count_cannot_be_read_in_any_ordinary_way(way: str) -> None:
    with pytest.raises(TypeError) as refused:
        WAYS[way](RawCount(3))
    assert "3" not in str(refused.value)


def test_a_true_count_shows_only_its_type() -> None:
    assert repr(RawCount(3)) == repr(RawCount(4)) == "<RawCount>"
    assert "3" not in f"{[RawCount(3)]}"


@pytest.mark.parametrize(("count", "error"), [(-1, ValueError), (1.5, TypeError), (True, TypeError), ("3", TypeError)])
def test_only_whole_numbers_from_none_are_counts(count: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        RawCount(count)


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, None), (4, None), (5, 5), (1_000, 1_000)])
def test_small_counts_other_than_none_are_held_back(count: int, shown: int | None) -> None:
    found = clear(RawCount(count))
    assert found == ShownCount(shown, SMALLEST)
    assert found.is_held_back == (shown is None)


@given(st.integers(0, 50), st.integers(1, 50))
def test_what_is_shown_is_true_and_what_is_held_back_is_small(count: int, smallest: int) -> None:
    found = clear(RawCount(count), smallest=smallest)
    assert found.value in {count, None}
    assert found.is_held_back == (0 < count < smallest)


def test_a_limit_under_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        clear(RawCount(3), smallest=0)
