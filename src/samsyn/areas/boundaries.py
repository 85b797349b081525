"""Reading boundaries: the only module that fetches geometry."""

import json
from collections.abc import Iterable, Mapping
from datetime import date

from samsyn.areas import queries
from samsyn.areas.facts import AreaAt, BoundaryFacts
from samsyn.areas.models import AreaGeometry
from samsyn.core.access import Actor


def boundaries(ids: Iterable[str]) -> Mapping[str, BoundaryFacts]:
    """Return boundary versions by id; an id that is empty or unknown is left out."""
    rows = AreaGeometry.objects.filter(pk__in={int(one) for one in ids if one.isdecimal()})
    return {
        str(row.pk): BoundaryFacts(
            id=str(row.pk),
            geojson=row.geojson,
            box=(row.min_lon, row.min_lat, row.max_lon, row.max_lat),
            area_m2=row.area_m2,
        )
        for row in rows.defer("original")
    }


def areas_geojson(nation_id: int, *, on: date, by: Actor) -> str:
    """Return the areas in force on a day as one GeoJSON text (WGS 84); no boundary known is null."""
    areas = queries.areas_in(nation_id, on=on, by=by)
    shapes = boundaries(area.boundary for area in areas)
    features = ",".join(_feature(area, shapes.get(area.boundary)) for area in areas)
    return f'{{"type":"FeatureCollection","features":[{features}]}}'


def _feature(area: AreaAt, shape: BoundaryFacts | None) -> str:
    properties = {
        "key": area.key,
        "name": area.name,
        "category": area.category,
        "trend": area.trend,
        "special_id": area.special_id,
        "unit": area.unit_code,
        "municipality": area.municipality,
        "municipality_code": area.municipality_code,
        "position": None if area.lon is None else [area.lon, area.lat],
        "boundary": area.boundary,
        "area_m2": area.area_m2,
        "valid_from": area.start.isoformat(),
        "valid_to": area.end.isoformat() if area.end else None,
    }
    geometry = shape.geojson if shape else "null"
    head = f'"type":"Feature","id":{json.dumps(area.key)}'
    return f'{{{head},"properties":{json.dumps(properties, ensure_ascii=False)},"geometry":{geometry}}}'
