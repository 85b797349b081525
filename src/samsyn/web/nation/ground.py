"""The ground that the map is drawn on: positions in plane kilometres, the outline of a nation, windows on it.

The projection is the transverse Mercator of a sphere; the outline and the points go through the same
one, so they fit each other. It is for looking, never for measuring.
"""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Polygon

EARTH_KM = 6371.0
MERIDIAN = math.radians(15)
DETAIL = 450
"""The outline is drawn with about so many steps across a window: finer is not seen."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the plane, kilometres east of the meridian and south of the equator (negative to the north)."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the plane: its north-western corner, width and height, in kilometres."""

    x: float
    y: float
    width: float
    height: float

    @property
    def view_box(self) -> str:
        """Return the window as an SVG view box."""
        return f"{self.x:.1f} {self.y:.1f} {self.width:.1f} {self.height:.1f}"


def spot(lon: float, lat: float) -> Spot:
    """Return where a position (degrees, WGS 84) lies on the plane."""
    east, north = math.radians(lon) - MERIDIAN, math.radians(lat)
    return Spot(
        EARTH_KM * math.atanh(math.cos(north) * math.sin(east)),
        -EARTH_KM * math.atan2(math.tan(north), math.cos(east)),
    )


def around(spots: Iterable[Spot], *, margin: float, least: float) -> Window:
    """Return the square window round some spots, with a margin as a share of it, and never narrower than ``least``."""
    found = list(spots)
    west, east = min(one.x for one in found), max(one.x for one in found)
    north, south = min(one.y for one in found), max(one.y for one in found)
    side = max(east - west, south - north, least) * (1 + 2 * margin)
    return Window((west + east - side) / 2, (north + south - side) / 2, side, side)


def whole(code: str) -> Window | None:
    """Return the window that holds the whole nation; None when its outline is not known."""
    land = _land().get(code)
    if land is None:
        return None
    west, north, east, south = land.bounds
    return Window(west - 10, north - 10, east - west + 20, south - north + 20)


@lru_cache(maxsize=64)
def outline(code: str, window: Window) -> str:
    """Return the part of a nation's outline that a window shows, as an SVG path; empty when none is known."""
    land = _land().get(code)
    if land is None:
        return ""
    step = max(window.width, window.height) / DETAIL
    # The edge of the cut lies outside the window, so that it is not drawn as a coast.
    seen = shapely.clip_by_rect(
        land,
        window.x - 3 * step,
        window.y - 3 * step,
        window.x + window.width + 3 * step,
        window.y + window.height + 3 * step,
    )
    drawn = shapely.simplify(seen, step)
    return "".join(
        f"M{'L'.join(f'{x:.1f} {y:.1f}' for x, y in part.exterior.coords[:-1])}Z"
        for part in shapely.get_parts(drawn)
        if isinstance(part, Polygon) and part.area > step * step
    )


def source(code: str) -> str:
    """Return where the outline of a nation comes from; empty when none is known."""
    return str(_raw()[code]["source"]) if code in _raw() else ""


@cache
def _raw() -> dict[str, dict[str, object]]:
    text = (resources.files("samsyn.web.nation") / "outline.json").read_text(encoding="utf-8")
    raw: dict[str, dict[str, object]] = json.loads(text)
    return raw


@cache
def _land() -> dict[str, MultiPolygon]:
    """Return the outlines by the code of the nation, on the plane."""
    found = {}
    for code, one in _raw().items():
        rings = one["rings"]
        if not isinstance(rings, list):
            raise TypeError(code)
        land = MultiPolygon([Polygon(ring) for ring in rings])
        found[code] = shapely.transform(land, _flat)
    return found


def _flat(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.array([(place.x, place.y) for place in (spot(lon, lat) for lon, lat in degrees)])
