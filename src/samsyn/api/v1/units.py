"""GET units: the organisation of one nation as of a day."""

from datetime import date

from django.http import HttpRequest
from ninja import Schema

from samsyn.api.tokens import caller
from samsyn.api.v1.shapes import Nation, On, Unit, chosen_nation, unit_shape
from samsyn.areas import queries as areas


class Units(Schema):
    """The units of a nation in tree order, the nation itself first."""

    on: date
    nation: str
    units: list[Unit]


def units(request: HttpRequest, on: On, nation: Nation) -> Units:
    """Return every unit of a nation as of a day, in tree order."""
    who = caller(request)
    areas.require_reader(who.actor)
    day = on or who.today
    root = chosen_nation(nation, on=day)
    found = areas.units_in(root.id, on=day, by=who.actor)
    codes = {one.id: one.code for one in found}
    return Units(on=day, nation=root.code, units=[unit_shape(one, codes) for one in found])
