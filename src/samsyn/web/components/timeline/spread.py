"""Keep the labels of the line ahead from meeting, without measuring text in a browser."""

from collections.abc import Iterable
from dataclasses import replace

from samsyn.web.components.parts import TimelineEvent

LINE_PX = 1000
"""The narrowest line that is drawn to scale; a wider one leaves more room."""
CHARACTER_PX = 7.6
GAP_PX = 14


def spread(events: Iterable[TimelineEvent]) -> tuple[TimelineEvent, ...]:
    """Give each event the lowest row where its label has room, in order of time."""
    ends: list[float] = []
    placed: list[TimelineEvent] = []
    for event in sorted(events, key=lambda one: one.at):
        start = event.at / 100 * LINE_PX
        width = max(len(event.title), len(event.when)) * CHARACTER_PX + GAP_PX
        row = next((index for index, end in enumerate(ends) if end <= start), len(ends))
        ends[row : row + 1] = [start + width]
        placed.append(replace(event, row=row))
    return tuple(placed)
