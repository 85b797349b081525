"""GET units/{code}: one unit as of a day, what stands over and under it, and what it was called before."""

from datetime import date

from django.http import HttpRequest
from ninja import Schema

from samsyn.api.tokens import caller
from samsyn.api.v1.shapes import Code, On, Unit, UnitName, unit_shape
from samsyn.areas import queries as areas


class Span(Schema):
    """What the unit was called and what it belonged to, from a day until another."""

    name: str
    parent: str | None
    start: date
    end: date | None


class UnitWithHistory(Unit):
    """A unit, the units over it (nearest first) and directly under it, and its spans, oldest first."""

    on: date
    above: list[UnitName]
    below: list[UnitName]
    history: list[Span]


def unit(request: HttpRequest, code: Code, on: On) -> UnitWithHistory:
    """Return one unit as of a day, with what stands over and under it and its whole history."""
    who = caller(request)
    areas.require_reader(who.actor)
    day = on or who.today
    found = areas.unit_by_code(code, on=day)
    spans = areas.unit_history(found.id)
    above, below = areas.ancestor_ids(found.id, on=day), areas.child_ids(found.id, on=day)
    parents = {span.parent_id for span in spans if span.parent_id}
    others = areas.units({*above, *below, *parents}, on=day)
    codes = {one.id: one.code for one in others.values()}
    return UnitWithHistory(
        **unit_shape(found, codes).model_dump(),
        on=day,
        above=[UnitName(code=others[one].code, name=others[one].name) for one in above if one in others],
        below=[
            UnitName(code=one.code, name=one.name)
            for one in sorted((others[one] for one in below if one in others), key=lambda one: one.sort_key)
        ],
        history=[
            Span(name=one.name, parent=codes.get(one.parent_id or 0), start=one.start, end=one.end) for one in spans
        ],
    )
