"""The number of areas list by list: a line toward zero, and what of each change is real."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _

from samsyn.areas.facts import EditionFacts
from samsyn.areas.panel import Panel, Turnover
from samsyn.core.areas.counts import ListAccount
from samsyn.web.nation import terms

LEFT, RIGHT = 9.0, 76.0
"""Where the first and the last list stand, in per cent of the width; the names of the lines follow after."""
TOP, FLOOR = 26.0, 196.0
"""The highest count and zero, in pixels from above."""
AXIS, UP, DOWN = 292.0, 44.0, 44.0
"""The axis of the changes and the room above and below it."""
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
TICKS = 4


@dataclass(frozen=True, slots=True)
class Point:
    """One list on the line: its place, its count, its label."""

    x: float
    y: float
    count: int
    label: str
    last: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """The line between two lists; ``same_y`` is where it would end without splits and merges."""

    x1: float
    y1: float
    x2: float
    y2: float
    same_y: float | None


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the changes: what came, what left, or what is technical."""

    x: float
    shift: int
    y: float
    height: float
    kind: str
    text: str
    text_y: float


@dataclass(frozen=True, slots=True)
class ListRow:
    """One list in the table beside the chart."""

    label: str
    day: str
    by_category: tuple[str, ...]
    count: int
    left: str
    new: str
    returned: str
    technical: str
    real: str
    sum: str
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The finding, the drawing, the sums in words and the rows of the table."""

    title: str
    points: tuple[Point, ...]
    segments: tuple[Segment, ...]
    ticks: tuple[tuple[float, int], ...]
    bars: tuple[Bar, ...]
    last_text: str
    same_text: str
    same_note: str
    same_y: float
    legend: tuple[tuple[str, str], ...]
    sums: str
    categories: tuple[str, ...]
    rows: tuple[ListRow, ...]


def chart(editions: Sequence[EditionFacts], panel: Panel) -> Chart | None:
    """Draw the lists, oldest first; None when there is none. ``editions`` come newest first."""
    lists = list(reversed(editions))
    if not lists:
        return None
    counts = [sum(one.counts.values()) for one in lists]
    step = next((one for one in STEPS if max(counts) <= one * TICKS), ceil(max(counts) / TICKS))
    highest = max(step * TICKS, 1) if max(counts) > step * (TICKS - 1) else step * (TICKS - 1)
    scale = (FLOOR - TOP) / highest
    xs = [LEFT + (RIGHT - LEFT) * place / max(len(lists) - 1, 1) for place in range(len(lists))]
    labels = _labels(lists)
    points = tuple(
        Point(round(x, 2), round(FLOOR - count * scale, 1), count, label, last=place == len(lists) - 1)
        for place, (x, count, label) in enumerate(zip(xs, counts, labels, strict=True))
    )
    newest = lists[-1].account
    technical = newest.technical if newest else 0
    return Chart(
        title=_title(lists, counts),
        points=points,
        segments=_segments(points, lists, scale),
        ticks=tuple((round(FLOOR - value * scale, 1), value) for value in range(step, highest + 1, step)),
        bars=_bars(points, lists),
        last_text=_("%(count)s områden") % {"count": counts[-1]} if counts[-1] != 1 else _("1 område"),
        same_text=_same_text(counts[-1] - technical, technical),
        same_note=_regrouped(panel.turnover(lists[-1].start)),
        same_y=round(FLOOR - (counts[-1] - technical) * scale, 1),
        legend=_legend(lists),
        sums=" ".join(f"{sum_words(one.account)}." for one in lists if one.account),
        categories=tuple(terms.category(key) for key in terms.CATEGORIES),
        rows=tuple(
            _row(one, label, count, panel.turnover(one.start))
            for one, label, count in zip(lists, labels, counts, strict=True)
        ),
    )


def sum_words(account: ListAccount) -> str:
    """Write the account as a sum: "59 − 1 + 1 + 6 = 65"; what is technical stands last."""
    technical = ""
    if account.technical:
        technical = f" {'+' if account.technical > 0 else '−'} {abs(account.technical)}"
    return f"{account.before} − {account.left} + {account.came}{technical} = {account.after}"


def _title(lists: Sequence[EditionFacts], counts: Sequence[int]) -> str:
    technical = sum(one.account.technical for one in lists if one.account)
    if len(lists) == 1:
        return _("Den första listan har %(count)s områden") % {"count": counts[0]}
    words = {"first": counts[0], "last": counts[-1], "technical": technical}
    if technical > 0:
        return _("Från %(first)s till %(last)s områden, %(technical)s av dem genom delning") % words
    return _("Från %(first)s till %(last)s områden") % words


def _labels(lists: Sequence[EditionFacts]) -> list[str]:
    years = [one.start.year for one in lists]
    return [
        str(one.start.year) if years.count(one.start.year) == 1 else terms.list_day(one.start, one.precision)
        for one in lists
    ]


def _segments(points: Sequence[Point], lists: Sequence[EditionFacts], scale: float) -> tuple[Segment, ...]:
    return tuple(
        Segment(
            before.x,
            before.y,
            after.x,
            after.y,
            same_y=round(after.y + one.account.technical * scale, 1) if one.account and one.account.technical else None,
        )
        for before, after, one in zip(points, points[1:], lists[1:], strict=False)
    )


def _bars(points: Sequence[Point], lists: Sequence[EditionFacts]) -> tuple[Bar, ...]:
    accounts = [one.account for one in lists]
    most = max((max(one.came, one.left, abs(one.technical)) for one in accounts if one), default=0) or 1
    bars: list[Bar] = []
    for point, account in zip(points, accounts, strict=True):
        if account is None:
            continue
        beside = -9 if account.technical else 0
        parts = ((beside, account.came, "came"), (beside, -account.left, "left"), (9, account.technical, "technical"))
        bars += (_bar(point.x, shift, value, most, kind) for shift, value, kind in parts if value)
    return tuple(bars)


def _bar(x: float, shift: int, value: int, most: int, kind: str) -> Bar:
    height = round(abs(value) / most * (UP if value > 0 else DOWN), 1)
    return Bar(
        x=x,
        shift=shift,
        y=round(AXIS - height if value > 0 else AXIS, 1),
        height=height,
        kind=kind,
        text=terms.signed(value),
        text_y=round(AXIS - height - 5 if value > 0 else AXIS + height + 15, 1),
    )


def _same_text(same: int, technical: int) -> str:
    if technical > 0:
        return _("%(count)s utan delningar") % {"count": same}
    if technical < 0:
        return _("%(count)s utan sammanslagningar") % {"count": same}
    return ""


def _legend(lists: Sequence[EditionFacts]) -> tuple[tuple[str, str], ...]:
    accounts = [one.account for one in lists if one.account]
    if not accounts:
        return ()
    items = [("came", _("nya eller åter")), ("left", _("lämnade listan"))]
    if any(one.technical for one in accounts):
        items.append(("technical", _("tekniskt: delade eller sammanslagna")))
    return tuple(items)


def _regrouped(turnover: Turnover) -> str:
    parts = {name for _before, after in turnover.regrouped for name in after}
    if not parts:
        return ""
    return _("%(before)s områden blev %(after)s") % {"before": len(turnover.regrouped), "after": len(parts)}


def _row(one: EditionFacts, label: str, count: int, turnover: Turnover) -> ListRow:
    account = one.account
    return ListRow(
        label=label,
        day=terms.list_day(one.start, one.precision),
        by_category=tuple(_count(one.counts, key) for key in terms.CATEGORIES),
        count=count,
        left=str(account.left) if account else "",
        new=str(account.new) if account else "",
        returned=str(account.returned) if account else "",
        technical=terms.signed(account.technical) if account else "",
        real=terms.signed(account.real) if account else "",
        sum=sum_words(account) if account else "",
        names=_names(turnover),
    )


def _count(counts: Mapping[str, int], key: str) -> str:
    return str(counts.get(key, 0))


def _names(turnover: Turnover) -> tuple[tuple[str, str], ...]:
    named = [
        (_("Lämnade"), ", ".join(turnover.left)),
        (_("Nya"), ", ".join(turnover.new)),
        (_("Åter"), ", ".join(turnover.returned)),
        (
            _("Delade eller sammanslagna"),
            "; ".join(
                _("%(before)s blev %(after)s") % {"before": before, "after": ", ".join(after)}
                for before, after in turnover.regrouped
            ),
        ),
    ]
    return tuple((what, names) for what, names in named if names)
