"""Where areas lie so close that the map of the nation cannot part them: they get a window of their own."""

from collections import defaultdict
from collections.abc import Sequence

from samsyn.web.nation.ground import Spot

LEAST = 4
"""So many areas that touch each other on the map are worth a window of their own."""
MOST = 3
"""There is room for so many windows beside the map."""


def clusters(spots: Sequence[Spot], *, near_km: float) -> tuple[tuple[int, ...], ...]:
    """Return the largest groups of spots that hang together by steps of at most ``near_km``, as places in ``spots``."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for place, one in enumerate(spots):
        cells[int(one.x // near_km), int(one.y // near_km)].append(place)
    left, found = set(range(len(spots))), list[tuple[int, ...]]()
    while left:
        group, waiting = set[int](), [left.pop()]
        while waiting:
            here = waiting.pop()
            group.add(here)
            near = {place for place in _beside(spots[here], cells, near_km) if place in left}
            near = {place for place in near if _km(spots[here], spots[place]) <= near_km}
            left -= near
            waiting += near
        found.append(tuple(sorted(group)))
    large = sorted((group for group in found if len(group) >= LEAST), key=lambda group: (-len(group), group))
    return tuple(large[:MOST])


def _beside(one: Spot, cells: dict[tuple[int, int], list[int]], near_km: float) -> list[int]:
    column, row = int(one.x // near_km), int(one.y // near_km)
    return [
        place
        for east in (column - 1, column, column + 1)
        for south in (row - 1, row, row + 1)
        for place in cells.get((east, south), ())
    ]


def _km(one: Spot, other: Spot) -> float:
    return float(((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5)
