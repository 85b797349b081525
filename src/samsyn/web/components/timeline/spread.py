"""Keep the labels of the line ahead from meeting, without measuring text in a browser."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from samsyn.web.components.parts import TimelineEvent

LINE_PX = 1000
"""About the narrowest line that is drawn to scale; a wider one leaves more room."""
CHARACTER_PX = 6.9
GAP_PX = 6


def spread(events: Iterable[TimelineEvent]) -> tuple[TimelineEvent, ...]:
    """Give each event the lowest row where its label meets no later label and no later event's line down to its dot."""
    placed: list[TimelineEvent] = []
    for event in sorted(events, key=lambda one: one.at, reverse=True):
        end = event.at + (max(len(event.title), len(event.when)) * CHARACTER_PX + GAP_PX) / LINE_PX * 100
        row = next(row for row in count() if all(end <= later.at for later in placed if later.row >= row))
        placed.append(replace(event, row=row))
    return tuple(reversed(placed))
