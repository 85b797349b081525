"""Geometry of one row: from delivered GeoJSON to a shape in SWEREF 99 TM, and back to WGS 84 for keeping.

The slow imports (shapely, pyproj) stand here and behind nothing that a page needs.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

import numpy as np
import pyproj
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiPolygon, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry

from samsyn.areas.facts import Boundary
from samsyn.core.areas.evidence import Overlap
from samsyn.ingest.areas.read import SWEREF99_TM, WGS84

Shape = Polygon | MultiPolygon

SWEDEN = (10.5, 55.0, 24.5, 69.2)
"""West, south, east and north of the land in degrees, a little generous."""
DECIMALS = 7
"""Decimals of a degree kept: about a centimetre, finer than any delivery."""
SLIVER_M2, SLIVER_SHARE = 100.0, 0.001
"""A part smaller than both, in square metres and as a share of the whole, is a slip of the pen."""


class NoShape(ValueError):
    """The geometry gives no polygon in Sweden; ``rule`` says why and ``facts`` where it lies."""

    def __init__(self, rule: str, **facts: float) -> None:
        """Keep the rule and the facts."""
        super().__init__(rule)
        self.rule, self.facts = rule, facts


def metric_shape(geometry: Mapping[str, object] | None, system: int) -> Shape:
    """Return the delivered geometry in SWEREF 99 TM, not yet made valid.

    Raises
    ------
    NoShape
        With rule ``geometry-missing``, ``geometry-broken``, ``geometry-no-polygon``,
        ``geometry-empty`` or ``outside-sweden`` (the middle of its box lies elsewhere).
    """
    if geometry is None:
        raise NoShape(rule="geometry-missing")
    found = _polygon(geometry)
    lon, lat = _degrees(found, system)
    west, south, east, north = SWEDEN
    if not (west <= lon <= east and south <= lat <= north):
        raise NoShape(rule="outside-sweden", lon=round(lon, 3), lat=round(lat, 3))
    return _moved(found, system, SWEREF99_TM)


def made_valid(crossing: Shape) -> Shape | None:
    """Return the polygons of a self-crossing shape made valid, or None when nothing is left."""
    whole = shapely.make_valid(crossing, method="structure", keep_collapsed=False)
    return _polygons(part for part in _parts(whole) if part.area > 0)


def without_slivers(whole: Shape) -> tuple[Shape, tuple[float, ...]]:
    """Return the shape without parts too small to be meant, and the sizes of those left out (m²)."""
    limit = min(SLIVER_M2, SLIVER_SHARE * whole.area)
    slivers = tuple(part.area for part in _parts(whole) if part.area < limit)
    kept = _polygons(part for part in _parts(whole) if part.area >= limit)
    return (kept, slivers) if slivers and kept is not None else (whole, ())


def boundary(metric: Shape, original: Mapping[str, object], *, repaired: bool) -> Boundary:
    """Return what is stored of a valid shape: GeoJSON in WGS 84, box, size, and the delivered geometry."""
    degrees = shapely.orient_polygons(_moved(metric, SWEREF99_TM, WGS84))
    west, south, east, north = (round(float(value), DECIMALS) for value in degrees.bounds)
    return Boundary(
        geojson=_compact(_rounded(mapping(degrees))),
        original=_compact(original),
        box=(west, south, east, north),
        area_m2=round(float(metric.area), 1),
        repaired=repaired,
    )


def position(metric: Shape) -> tuple[float, float]:
    """Return a point that stands for the shape (lon, lat): its centroid, or a point inside when that is not."""
    middle = metric.centroid
    point = middle if metric.contains(middle) else shapely.point_on_surface(metric)
    lon, lat = _transformer(SWEREF99_TM, WGS84).transform(point.x, point.y)
    return round(lon, DECIMALS), round(lat, DECIMALS)


def stored_shape(geojson: str) -> Shape:
    """Return a stored boundary in SWEREF 99 TM."""
    return _moved(_polygon(json.loads(geojson)), WGS84, SWEREF99_TM)


def overlaps(before: Mapping[str, Shape], after: Mapping[str, Shape]) -> tuple[Overlap, ...]:
    """Return the ground in common of every two shapes that share any, as shares both ways."""
    keys = list(after)
    index = shapely.STRtree([after[key] for key in keys])
    return tuple(
        overlap
        for key, old in before.items()
        for place in index.query(old, predicate="intersects")
        if (overlap := _overlap(key, old, keys[place], after[keys[place]]))
    )


def _overlap(before: str, old: Shape, after: str, new: Shape) -> Overlap | None:
    shared = float(shapely.intersection(old, new).area)
    return Overlap(before, after, min(shared / old.area, 1.0), min(shared / new.area, 1.0)) if shared > 0 else None


def _polygon(geometry: Mapping[str, object]) -> Shape:
    """Return the polygons that GeoJSON says, or raise for rings that are too short and numbers that are none."""
    try:
        found = shape(dict(geometry))
    except (shapely.errors.ShapelyError, ValueError, TypeError, KeyError, AttributeError, IndexError):
        raise NoShape(rule="geometry-broken") from None
    if not np.isfinite(shapely.get_coordinates(found)).all():
        raise NoShape(rule="geometry-broken")
    if not isinstance(found, Polygon | MultiPolygon):
        raise NoShape(rule="geometry-no-polygon")
    if found.is_empty:
        raise NoShape(rule="geometry-empty")
    return found


def _degrees(found: Shape, system: int) -> tuple[float, float]:
    west, south, east, north = found.bounds
    lon, lat = (west + east) / 2, (south + north) / 2
    if system != WGS84:
        lon, lat = _transformer(system, WGS84).transform(lon, lat)
    return float(lon), float(lat)


def _moved(found: Shape, system: int, target: int) -> Shape:
    if system == target:
        return shapely.force_2d(found)
    transformer = _transformer(system, target)

    def move(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(transformer.transform(points[:, 0], points[:, 1]))

    return shapely.transform(shapely.force_2d(found), move)


@cache
def _transformer(system: int, target: int) -> pyproj.Transformer:
    return pyproj.Transformer.from_crs(system, target, always_xy=True)


def _parts(whole: BaseGeometry) -> Iterator[Polygon]:
    return (part for part in shapely.get_parts(whole, return_index=False) if isinstance(part, Polygon))


def _polygons(parts: Iterable[Polygon]) -> Shape | None:
    kept = list(parts)
    return None if not kept else kept[0] if len(kept) == 1 else MultiPolygon(kept)


def _rounded(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _rounded(one) for key, one in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_rounded(one) for one in value]
    return round(value, DECIMALS) if isinstance(value, float) else value


def _compact(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
