"""Day, month, tertial and year as half-open periods, and the bounds of a Swedish day.

The only date arithmetic in the house. Days are Swedish calendar days; moments are aware UTC.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from samsyn.core.errors import DomainError

SWEDEN = ZoneInfo("Europe/Stockholm")
FIRST_YEAR, LAST_YEAR = 1900, 2999
MONTHS_PER_YEAR, MONTHS_PER_TERTIAL = 12, 4

_LABEL = re.compile(r"([0-9]{4})(?:-(?:T([1-3])|([0-9]{2})(?:-([0-9]{2}))?))?", re.ASCII)


class PeriodInvalid(DomainError):
    """No such period, a date outside the years known here, or a moment without a time zone; facts: label."""

    code = "period.invalid"


class PeriodKind(StrEnum):
    """The lengths a period can have. A tertial is January–April, May–August or September–December."""

    DAY = "day"
    MONTH = "month"
    TERTIAL = "tertial"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A calendar period, half-open: ``start`` belongs to it, ``end`` does not.

    Made by :func:`parse` and :func:`containing`, never by hand. Sorted by start, then by end.
    """

    start: date
    end: date
    kind: PeriodKind

    @property
    def label(self) -> str:
        """Return ``2026-11-09``, ``2026-11``, ``2026-T3`` or ``2026``; :func:`parse` reads it back."""
        year, month = self.start.year, self.start.month
        return {
            PeriodKind.DAY: self.start.isoformat(),
            PeriodKind.MONTH: f"{year:04}-{month:02}",
            PeriodKind.TERTIAL: f"{year:04}-T{(month - 1) // MONTHS_PER_TERTIAL + 1}",
            PeriodKind.YEAR: f"{year:04}",
        }[self.kind]

    @property
    def days(self) -> int:
        """Return the number of days."""
        return (self.end - self.start).days

    @property
    def following(self) -> "Period":
        """Return the period of the same kind that comes after."""
        return containing(self.end, self.kind)

    @property
    def preceding(self) -> "Period":
        """Return the period of the same kind that came before."""
        return containing(self.start - timedelta(days=1), self.kind)

    def split(self, kind: PeriodKind) -> tuple["Period", ...]:
        """Return the periods of a shorter kind that this one consists of."""
        return tuple(between(self.start, self.end, kind))

    def __contains__(self, day: date) -> bool:
        """Tell whether a day belongs to the period."""
        return self.start <= day < self.end

    def __str__(self) -> str:
        """Return the label."""
        return self.label


def parse(label: str) -> Period:
    """Read a label.

    Parameters
    ----------
    label : str
        ``2026-11-09``, ``2026-11``, ``2026-T3`` or ``2026``, nothing before or after.

    Raises
    ------
    PeriodInvalid
        When the label has another form, names no day, or lies outside the years 1900–2999.
    """
    found = _LABEL.fullmatch(label)
    if found is None:
        raise PeriodInvalid(label=label[:20])
    year, tertial, month, day = (int(part) if part else 0 for part in found.groups())
    if tertial:
        kind, month = PeriodKind.TERTIAL, (tertial - 1) * MONTHS_PER_TERTIAL + 1
    elif found[4]:
        kind = PeriodKind.DAY
    else:
        kind = PeriodKind.MONTH if found[3] else PeriodKind.YEAR
    try:
        start = date(year, month if tertial or found[3] else 1, day if found[4] else 1)
    except ValueError:
        raise PeriodInvalid(label=label) from None
    return containing(start, kind)


def containing(day: date, kind: PeriodKind) -> Period:
    """Return the period of this kind that a day belongs to; raise ``PeriodInvalid`` outside 1900–2999."""
    _check(day)
    if kind is PeriodKind.DAY:
        return Period(day, day + timedelta(days=1), kind)
    months = {PeriodKind.MONTH: 1, PeriodKind.TERTIAL: MONTHS_PER_TERTIAL, PeriodKind.YEAR: MONTHS_PER_YEAR}[kind]
    first = day.year * MONTHS_PER_YEAR + (day.month - 1) // months * months
    return Period(_month(first), _month(first + months), kind)


def between(start: date, end: date, kind: PeriodKind) -> Iterator[Period]:
    """Yield, oldest first, every period of this kind that shares a day with ``start`` ≤ day < ``end``.

    Dates turned round or equal yield nothing. The first and the last may reach outside the bounds.
    """
    while start < end:
        period = containing(start, kind)
        yield period
        start = period.end


def day_of(moment: datetime) -> date:
    """Return the Swedish calendar day of an aware moment; raise ``PeriodInvalid`` for a naive one."""
    if moment.tzinfo is None:
        raise PeriodInvalid(label="naive")
    return moment.astimezone(SWEDEN).date()


def start_of_day(day: date) -> datetime:
    """Return the moment, in UTC, at which a Swedish day begins."""
    _check(day)
    return _midnight(day)


def end_of_day(day: date) -> datetime:
    """Return the moment, in UTC, at which a Swedish day has ended: the start of the next.

    *As of a day* means what was signed before this moment. A day is 23, 24 or 25 hours long.
    """
    _check(day)
    return _midnight(day + timedelta(days=1))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=SWEDEN).astimezone(UTC)


def _month(count: int) -> date:
    return date(count // MONTHS_PER_YEAR, count % MONTHS_PER_YEAR + 1, 1)


def _check(day: date) -> None:
    if isinstance(day, datetime) or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise PeriodInvalid(label=day.isoformat())
