"""The trend within each category as bars to scale, with their numbers beside them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from samsyn.areas.facts import AreaAt
from samsyn.web.nation import rows, terms

NARROW = 14.0
"""A part narrower than this, in per cent, is labelled with its number alone."""


@dataclass(frozen=True, slots=True)
class Part:
    """One trend in the bar: from where, how wide (per cent), how many, which word."""

    x: float
    width: float
    kind: str
    count: int
    word: str
    narrow: bool


@dataclass(frozen=True, slots=True)
class TrendBar:
    """One category with its trends, and all of it said in words."""

    category: str
    word: str
    parts: tuple[Part, ...]
    counts: tuple[int, ...]
    said: str


def trend_bars(areas: Sequence[AreaAt]) -> tuple[TrendBar, ...]:
    """Return a bar for each category on the list; none when the list states no trends."""
    if not rows.gives_trends(areas):
        return ()
    counted = Counter((area.category, rows.trend_key(area, known=True)) for area in areas)
    totals = Counter(area.category for area in areas)
    return tuple(_bar(key, counted, max(totals.values())) for key in terms.CATEGORIES if totals[key])


def _bar(category: str, counted: Counter[tuple[str, str]], most: int) -> TrendBar:
    parts: list[Part] = []
    x = 0.0
    for trend in terms.TRENDS:
        count = counted[category, trend]
        width = 100 * count / most
        if count:
            parts.append(Part(round(x, 2), round(width, 2), trend, count, terms.trend(trend), narrow=width < NARROW))
        x += width
    return TrendBar(
        category=category,
        word=terms.category(category),
        parts=tuple(parts),
        counts=tuple(counted[category, trend] for trend in terms.TRENDS),
        said=", ".join(f"{part.count} {part.word}" for part in parts),
    )
