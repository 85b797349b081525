"""The dated tree of units: who stood under whom, when; what can never be a tree is refused."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from samsyn.core.areas.spans import Span, joined
from samsyn.core.errors import DomainError


class OwnAncestor(DomainError):
    """A unit would stand under itself."""

    code = "units.own-ancestor"


class SpansOverlap(DomainError):
    """A unit would stand in two places on the same day."""

    code = "units.spans-overlap"


class ParentNotInForce(DomainError):
    """A unit would stand under one that does not exist all that time."""

    code = "units.parent-not-in-force"


@dataclass(frozen=True, slots=True)
class Placement:
    """A unit under a parent (None for a nation) during a span."""

    unit: int
    parent: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Ancestry:
    """During the span, ``descendant`` stands ``depth`` steps under ``ancestor``; itself at depth 0."""

    ancestor: int
    descendant: int
    depth: int
    span: Span


def closure(placements: Iterable[Placement]) -> tuple[Ancestry, ...]:
    """Return every dated pair of a unit and one over it, itself included.

    Parameters
    ----------
    placements : iterable of Placement
        All placements of every unit of one nation.

    Returns
    -------
    tuple of Ancestry
        Ordered by descendant, depth and start; spans that meet are joined. As many rows as
        units times levels, more where units were moved.

    Raises
    ------
    OwnAncestor
        A unit stands under itself on some day.
    SpansOverlap
        A unit has two placements on the same day.
    ParentNotInForce
        A parent does not exist during the whole placement.

    Notes
    -----
    Two units may change places with each other from one day to the next: only days in common count.
    """
    by_unit: dict[int, list[Placement]] = defaultdict(list)
    for placement in placements:
        by_unit[placement.unit].append(placement)
    lives = {unit: _life(unit, rows) for unit, rows in by_unit.items()}
    _check_parents(by_unit, lives)
    found: dict[tuple[int, int, int], list[Span]] = defaultdict(list)
    for unit, spans in lives.items():
        found[unit, 0, unit].extend(spans)
        for row in by_unit[unit]:
            for ancestor, depth, span in _over(row, row.span, (unit,), by_unit):
                found[unit, depth, ancestor].append(span)
    return tuple(
        Ancestry(ancestor, unit, depth, span)
        for (unit, depth, ancestor), spans in sorted(found.items())
        for span in joined(spans)
    )


def _over(
    row: Placement, window: Span, path: tuple[int, ...], by_unit: Mapping[int, list[Placement]]
) -> Iterator[tuple[int, int, Span]]:
    if row.parent is None:
        return
    if row.parent in path:
        raise OwnAncestor(unit=row.parent)
    yield row.parent, len(path), window
    for above in by_unit[row.parent]:
        common = window.common(above.span)
        if common is not None:
            yield from _over(above, common, (*path, row.parent), by_unit)


def _life(unit: int, rows: list[Placement]) -> tuple[Span, ...]:
    ordered = sorted((row.span for row in rows), key=lambda span: span.start)
    for earlier, later in pairwise(ordered):
        if earlier.common(later) is not None:
            raise SpansOverlap(unit=unit)
    return joined(ordered)


def _check_parents(by_unit: Mapping[int, list[Placement]], lives: Mapping[int, tuple[Span, ...]]) -> None:
    for rows in by_unit.values():
        for row in rows:
            if row.parent is not None and not any(life.covers(row.span) for life in lives.get(row.parent, ())):
                raise ParentNotInForce(unit=row.unit, parent=row.parent)
