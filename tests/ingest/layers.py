"""The published layers, read where they lie beside the repository; and small layers made up for one fault each."""

import json
from datetime import date
from pathlib import Path

import pytest

AREAS = Path(__file__).resolve().parents[2] / "../shared/data/areas"

LISTS = {
    2021: ("uo_2021_wgs84.geojson", date(2021, 12, 1)),
    2023: ("uso_2023_wgs84.geojson", date(2023, 12, 1)),
    2025: ("uso_2025_wgs84.geojson", date(2025, 12, 1)),
}

real = pytest.mark.skipif(not AREAS.is_dir(), reason="the published layers are missing: ../shared/data/areas")


def published(name: str) -> bytes:
    """Return a published layer as it was delivered."""
    return (AREAS / name).read_bytes()


def square(x: float = 600_000, y: float = 6_600_000, side: float = 800) -> dict[str, object]:
    """Return a square in SWEREF 99 TM, by its lower left corner and its side in metres."""
    ring = [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
    return {"type": "Polygon", "coordinates": [ring]}


def feature(name: str, geometry: object = None, /, **properties: object) -> dict[str, object]:
    """Return a row of the oldest layout; more properties make it another."""
    said = {"namn": name, "kategori": "Utsatt område", "ort": "Almhöjden", **properties}
    return {"type": "Feature", "properties": said, "geometry": square() if geometry is None else geometry}


def layer(*features: object, system: str | None = "EPSG:3006") -> bytes:
    """Return a layer of rows in a reference system; None states none."""
    document: dict[str, object] = {"type": "FeatureCollection", "features": list(features)}
    if system is not None:
        document["crs"] = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:{system.replace(':', '::')}"}}
    return json.dumps(document).encode()
