from datetime import date

import pytest

from samsyn.core.areas.spans import Span
from samsyn.core.areas.tree import Ancestry, OwnAncestor, ParentNotInForce, Placement, SpansOverlap, closure

NATION, NORTH, SOUTH, LOCAL = 1, 2, 3, 4
OLD, MOVED, LATER = date(2015, 1, 1), date(2025, 12, 1), date(2026, 1, 1)


def whole(unit: int, parent: int | None) -> Placement:
    return Placement(unit, parent, Span(OLD))


def over(rows: tuple[Ancestry, ...], unit: int, on: date) -> list[int]:
    found = [row for row in rows if row.descendant == unit and row.span.holds(on) and row.depth]
    return [row.ancestor for row in sorted(found, key=lambda row: row.depth)]


def test_a_unit_that_moved_stands_under_the_old_until_the_day_and_under_the_new_from_it() -> None:
    rows = closure(
        [
            whole(NATION, None),
            whole(NORTH, NATION),
            whole(SOUTH, NATION),
            Placement(LOCAL, NORTH, Span(OLD, MOVED)),
            Placement(LOCAL, SOUTH, Span(MOVED)),
        ]
    )
    assert over(rows, LOCAL, date(2025, 11, 30)) == [NORTH, NATION]
    assert over(rows, LOCAL, MOVED) == [SOUTH, NATION]


def test_a_move_does_not_break_the_time_under_what_stayed() -> None:
    rows = closure(
        [
            whole(NATION, None),
            whole(NORTH, NATION),
            whole(SOUTH, NATION),
            Placement(LOCAL, NORTH, Span(OLD, MOVED)),
            Placement(LOCAL, SOUTH, Span(MOVED)),
        ]
    )
    assert [row.span for row in rows if (row.ancestor, row.descendant) == (NATION, LOCAL)] == [Span(OLD)]


def test_every_unit_stands_over_itself_at_no_depth() -> None:
    rows = closure([whole(NATION, None), whole(NORTH, NATION)])
    assert {(row.ancestor, row.descendant) for row in rows if row.depth == 0} == {(NATION, NATION), (NORTH, NORTH)}


def test_a_unit_that_would_stand_under_itself_is_refused() -> None:
    with pytest.raises(OwnAncestor):
        closure([whole(NATION, None), whole(NORTH, SOUTH), whole(SOUTH, NORTH)])


def test_a_unit_that_is_its_own_parent_is_refused() -> None:
    with pytest.raises(OwnAncestor):
        closure([whole(NORTH, NORTH)])


def test_two_units_may_change_places_from_one_day_to_the_next() -> None:
    rows = closure(
        [
            whole(NATION, None),
            Placement(NORTH, NATION, Span(OLD, MOVED)),
            Placement(SOUTH, NORTH, Span(OLD, MOVED)),
            Placement(SOUTH, NATION, Span(MOVED)),
            Placement(NORTH, SOUTH, Span(MOVED)),
        ]
    )
    assert over(rows, SOUTH, OLD) == [NORTH, NATION]
    assert over(rows, NORTH, MOVED) == [SOUTH, NATION]


def test_a_unit_in_two_places_on_one_day_is_refused() -> None:
    with pytest.raises(SpansOverlap):
        closure([whole(NATION, None), whole(NORTH, NATION), Placement(NORTH, NATION, Span(MOVED))])


def test_a_parent_that_ends_before_its_child_is_refused() -> None:
    with pytest.raises(ParentNotInForce):
        closure([whole(NATION, None), Placement(NORTH, NATION, Span(OLD, LATER)), whole(LOCAL, NORTH)])


def test_a_parent_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ParentNotInForce):
        closure([whole(LOCAL, NORTH)])
