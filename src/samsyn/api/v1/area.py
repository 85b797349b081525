"""GET areas/{key}: one area through all lists, with its kin both ways."""

from datetime import date
from typing import Annotated

from django.http import HttpRequest
from ninja import Schema
from pydantic import Field

from samsyn.api.tokens import caller
from samsyn.api.v1.shapes import EXACT, Key
from samsyn.areas import facts, history


class Line(Schema):
    """What one list said of the area. An empty trend: new on that list."""

    list_on: date
    list_precision: str
    category: str
    trend: str
    reason: str
    name: str
    special_id: Annotated[int, Field(ge=0, le=EXACT)] | None
    unit: str
    boundary: str
    area_m2: float | None
    boundary_moved: bool
    renamed: bool


class Kin(Schema):
    """An area before or after this one: ``fate`` is split or merged."""

    key: str
    name: str
    fate: str
    list_on: date


class Area(Schema):
    """An area through all lists, newest first, with what it came of and what became of it."""

    key: str
    name: str
    lists: list[Line]
    earlier: list[Kin]
    later: list[Kin]


def area(request: HttpRequest, key: Key) -> Area:
    """Return one area through all lists, newest first, with predecessors and successors."""
    found = history.area_history(key, by=caller(request).actor)
    return Area(
        key=found.key,
        name=found.name,
        lists=[
            Line(
                list_on=one.list_on,
                list_precision=one.list_precision,
                category=one.category,
                trend=one.trend,
                reason=one.reason,
                name=one.name,
                special_id=one.special_id,
                unit=one.unit_code,
                boundary=one.boundary,
                area_m2=one.area_m2,
                boundary_moved=one.boundary_moved,
                renamed=one.renamed,
            )
            for one in found.lines
        ],
        earlier=[_kin(one) for one in found.earlier],
        later=[_kin(one) for one in found.later],
    )


def _kin(one: facts.Kin) -> Kin:
    return Kin(key=one.key, name=one.name, fate=one.fate, list_on=one.list_on)
