"""GET areas: the list of areas in force on a day, as GeoJSON."""

from typing import Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Schema
from pydantic import Field

from samsyn.api.tokens import caller
from samsyn.api.v1.shapes import Nation, On, chosen_nation
from samsyn.areas import queries
from samsyn.areas.boundaries import areas_geojson

MEDIA_TYPE = "application/geo+json"
DESCRIBED = {
    "responses": {
        200: {
            "description": "OK",
            "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/FeatureCollection"}}},
        }
    }
}


class Feature(Schema):
    """An area: key, name, category, trend, unit, municipality, position, size and the days it is valid."""

    type: Literal["Feature"]
    id: str
    properties: dict[str, Any]
    geometry: dict[str, Any] | None = Field(description="Polygon or MultiPolygon in WGS 84; null when not known.")


class FeatureCollection(Schema):
    """Every area on the list in force, as RFC 7946 has it."""

    type: Literal["FeatureCollection"]
    features: list[Feature]


def areas(request: HttpRequest, on: On, nation: Nation) -> HttpResponse:
    """Return the areas on a nation's list in force on a day, as GeoJSON in WGS 84. A list is never paged."""
    who = caller(request)
    queries.require_reader(who.actor)
    day = on or who.today
    root = chosen_nation(nation, on=day)
    return HttpResponse(areas_geojson(root.id, on=day, by=who.actor), content_type=MEDIA_TYPE)
