"""GET nations: the roots of every tree of units."""

from django.http import HttpRequest
from ninja import Schema

from samsyn.api.tokens import caller
from samsyn.api.v1.shapes import On, UnitName
from samsyn.areas import queries as areas


class Nation(UnitName):
    """A nation; one for training is invented."""

    training: bool


class Nations(Schema):
    """Every nation, the real before the invented."""

    nations: list[Nation]


def nations(request: HttpRequest, on: On) -> Nations:
    """Return every nation as of a day, the real before the invented."""
    who = caller(request)
    areas.require_reader(who.actor)
    found = areas.nations(on=on or who.today)
    return Nations(nations=[Nation(code=one.code, name=one.name, training=one.training) for one in found])
