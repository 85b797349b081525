"""A boundary as a drawing: from degrees to metres on a plane through its middle, north up.

Plain arithmetic, so that no page waits for the geometry library. Good over a few kilometres, for looking.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samsyn.areas.facts import BoundaryFacts

METRES_PER_DEGREE = 111_195.0
PADDING = 0.06
STEPS_M = (100, 200, 500, 1_000, 2_000, 5_000, 10_000)
BAR_SHARE = 0.3
"""The scale bar takes at most this share of the width."""

Ring = Sequence[Sequence[float]]


@dataclass(frozen=True, slots=True)
class Outline:
    """One boundary as an SVG path in metres; ``kind`` is "now" or "before"."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Outlines in one view box (metres), and the length and place of the scale bar."""

    view_box: str
    outlines: tuple[Outline, ...]
    bar_m: int
    bar_x: int
    bar_y: int


def draw(boundaries: Mapping[str, BoundaryFacts]) -> Drawing | None:
    """Draw boundaries by kind, the first underneath; None when there is none."""
    if not boundaries:
        return None
    boxes = [one.box for one in boundaries.values()]
    west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
    east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
    narrowing = math.cos(math.radians((south + north) / 2))
    width, height = (east - west) * narrowing * METRES_PER_DEGREE, (north - south) * METRES_PER_DEGREE
    edge = PADDING * max(width, height)

    def place(point: Sequence[float]) -> str:
        x = (point[0] - west) * narrowing * METRES_PER_DEGREE
        return f"{x:.0f} {(north - point[1]) * METRES_PER_DEGREE:.0f}"

    bar = max((step for step in STEPS_M if step <= BAR_SHARE * (width + 2 * edge)), default=STEPS_M[0])
    return Drawing(
        view_box=f"{-edge:.0f} {-edge:.0f} {width + 2 * edge:.0f} {height + 3 * edge:.0f}",
        outlines=tuple(
            Outline(kind, " ".join(f"M{'L'.join(map(place, ring[:-1]))}Z" for ring in _rings(one.geojson)))
            for kind, one in boundaries.items()
        ),
        bar_m=bar,
        bar_x=0,
        bar_y=round(height + edge),
    )


def _rings(geojson: str) -> Iterator[Ring]:
    geometry = json.loads(geojson)
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return (ring for polygon in polygons for ring in polygon)
