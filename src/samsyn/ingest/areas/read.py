"""From bytes to rows: JSON, reference system and fields, with nothing judged yet and nothing lost.

A file that cannot be understood at all raises :class:`FileRefused`; whatever is wrong with single
rows is left to the rules in ``validate.py``.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samsyn.core.errors import DomainError
from samsyn.ingest.areas.layouts import Layout, layouts

MAX_BYTES = 20_000_000
MAX_ROWS = 5_000
MAX_POSITIONS = 1_000_000

WGS84, SWEREF99_TM = 4326, 3006
KNOWN_SYSTEMS = frozenset({WGS84, 4258, *range(3006, 3019)})
"""WGS 84, ETRS 89, SWEREF 99 TM and its local zones."""

_EPSG = re.compile(r"EPSG:(?:[\d.]*:)?(\d+)$", re.ASCII | re.IGNORECASE)
_CRS84 = re.compile(r"OGC:(?:[\d.]*:)?CRS84$", re.ASCII | re.IGNORECASE)


class FileRefused(DomainError):
    """The file as a whole cannot be read; the fact ``rule`` says why."""

    code = "areas.file-refused"


@dataclass(frozen=True, slots=True)
class RawRow:
    """One feature as delivered: number from 1, its fields by our names, its geometry untouched."""

    number: int
    fields: Mapping[str, object]
    geometry: Mapping[str, object] | None


@dataclass(frozen=True, slots=True)
class Layer:
    """A delivered layer. ``system`` is an EPSG number, ``stated`` whether the file said so itself."""

    layout: str
    system: int
    stated: bool
    rows: tuple[RawRow, ...]


def read(content: bytes) -> Layer:
    """Return the layer in a file.

    Raises
    ------
    FileRefused
        With rule ``file-too-large``, ``file-empty``, ``not-text``, ``not-json``, ``not-a-layer``,
        ``no-rows``, ``too-many-rows``, ``too-many-positions``, ``unknown-system`` or
        ``unknown-fields``.
    """
    document = _document(content)
    features = document.get("features")
    if document.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise FileRefused(rule="not-a-layer")
    if not features:
        raise FileRefused(rule="no-rows")
    if len(features) > MAX_ROWS:
        raise FileRefused(rule="too-many-rows", rows=len(features), limit=MAX_ROWS)
    if content.count(b"[") > MAX_POSITIONS:
        raise FileRefused(rule="too-many-positions", limit=MAX_POSITIONS)
    layout = _layout(features)
    system, stated = _system(document, features)
    rows = tuple(_row(number, feature, layout) for number, feature in enumerate(features, 1))
    return Layer(layout.name, system, stated, rows)


def _document(content: bytes) -> Mapping[str, object]:
    if len(content) > MAX_BYTES:
        raise FileRefused(rule="file-too-large", size=len(content), limit=MAX_BYTES)
    if not content.strip():
        raise FileRefused(rule="file-empty")
    try:
        document = json.loads(content.decode("utf-8-sig"), parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise FileRefused(rule="not-text") from None
    except json.JSONDecodeError as error:
        raise FileRefused(rule="not-json", line=error.lineno, column=error.colno) from None
    except (ValueError, RecursionError):
        raise FileRefused(rule="not-json") from None
    if not isinstance(document, dict):
        raise FileRefused(rule="not-a-layer")
    return document


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _layout(features: Sequence[object]) -> Layout:
    """Return the layout that the fields of all rows together fit."""
    fields = {field for feature in features for field in _properties(feature)}
    found = next((layout for layout in layouts() if layout.fits(fields)), None)
    if found is None:
        raise FileRefused(rule="unknown-fields", fields=sorted(map(str, fields))[:20])
    return found


def _properties(feature: object) -> Mapping[str, object]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return properties if isinstance(properties, dict) else {}


def _row(number: int, feature: object, layout: Layout) -> RawRow:
    properties = _properties(feature)
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    fields = {ours: properties.get(theirs) for ours, theirs in layout.fields.items() if theirs in properties}
    return RawRow(number, fields, geometry if isinstance(geometry, dict) else None)


def _system(document: Mapping[str, object], features: Sequence[object]) -> tuple[int, bool]:
    """Return the reference system; one that is not stated is told from the size of the first number."""
    crs = document.get("crs")
    if crs is None:
        return (SWEREF99_TM if _metric(features) else WGS84), False
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    text = name if isinstance(name, str) else ""
    epsg = _EPSG.search(text)
    number = int(epsg[1]) if epsg else WGS84 if _CRS84.search(text) else 0
    if number not in KNOWN_SYSTEMS:
        raise FileRefused(rule="unknown-system", system=text[:80])
    return number, True


def _metric(features: Sequence[object]) -> bool:
    numbers = (_first_number(feature.get("geometry")) for feature in features if isinstance(feature, dict))
    first = next((number for number in numbers if number is not None), 0.0)
    return abs(first) > 360  # noqa: PLR2004 - no longitude is larger, and no metre in Sweden smaller


def _first_number(geometry: object) -> float | None:
    value = geometry.get("coordinates") if isinstance(geometry, dict) else None
    while isinstance(value, list) and value:
        value = value[0]
    return value if isinstance(value, int | float) else None
