import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.areas.counts import ListAccount, account


def test_what_left_and_what_came_is_real_change() -> None:
    sums = account(["a", "b"], ["b", "c", "d"], earlier=["d"])
    assert (sums.left, sums.new, sums.returned, sums.technical, sums.real) == (1, 1, 1, 0, 1)
    assert sums.came == 2


def test_a_split_is_technical_change_only() -> None:
    sums = account(["whole"], ["one", "other", "third"], links=[("whole", part) for part in ("one", "other", "third")])
    assert (sums.left, sums.came, sums.technical, sums.after) == (0, 0, 2, 3)


def test_a_part_cut_out_of_an_area_that_continues_is_technical() -> None:
    sums = account(["whole"], ["whole", "part"], links=[("whole", "part")])
    assert (sums.real, sums.technical) == (0, 1)


def test_a_merge_is_technical_change_only() -> None:
    sums = account(["one", "other"], ["whole"], links=[("one", "whole"), ("other", "whole")])
    assert (sums.left, sums.came, sums.technical) == (0, 0, -1)


def test_a_link_to_an_area_on_neither_list_is_refused() -> None:
    with pytest.raises(ValueError, match="neither list"):
        account(["a"], ["b"], links=[("a", "z")])


def test_an_account_that_does_not_add_up_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="does not add up"):
        ListAccount(before=1, left=0, new=0, returned=0, technical=0, after=2)


@given(st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)))
def test_the_account_adds_up_for_any_two_lists(before: set[int], after: set[int], earlier: set[int]) -> None:
    sums = account({str(key) for key in before}, {str(key) for key in after}, earlier={str(key) for key in earlier})
    assert sums.before + sums.real + sums.technical == sums.after
