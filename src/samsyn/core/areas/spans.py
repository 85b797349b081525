"""Half-open spans of days: the start counts, the end does not, no end means still in force."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samsyn.core.errors import DomainError


class DatesTurned(DomainError):
    """A span would end on or before the day it starts."""

    code = "areas.dates-turned"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open span of days; ``end`` None is open. Raises :class:`DatesTurned` when turned round."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        """Refuse a span that is empty or turned round."""
        if self.end is not None and self.end <= self.start:
            raise DatesTurned(start=self.start.isoformat(), end=self.end.isoformat())

    def holds(self, on: date) -> bool:
        """Tell whether the day lies in the span."""
        return self.start <= on and (self.end is None or on < self.end)

    def common(self, other: "Span") -> "Span | None":
        """Return the days in both spans, or None."""
        start = max(self.start, other.start)
        ends = [end for end in (self.end, other.end) if end is not None]
        end = min(ends, default=None)
        return Span(start, end) if end is None or start < end else None

    def covers(self, other: "Span") -> bool:
        """Tell whether every day of the other span lies in this one."""
        return self.common(other) == other


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those that meet or overlap made one."""
    result: list[Span] = []
    for span in sorted(spans, key=lambda one: one.start):
        last = result[-1] if result else None
        if last is None or (last.end is not None and last.end < span.start):
            result.append(span)
        elif last.end is not None and (span.end is None or span.end > last.end):
            result[-1] = Span(last.start, span.end)
    return tuple(result)
