"""GET pictures/{code}/versions: the signed versions of one unit's picture, newest first."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Schema

from samsyn.api.tokens import caller
from samsyn.api.v1.shapes import Code, Limit, On, Version, VersionNumber, version_shapes
from samsyn.areas import queries as areas
from samsyn.core.errors import NotFound
from samsyn.pictures.queries.versions import versions_of

Before = Annotated[int | None, Query(None, ge=1, le=2**31 - 1, description="`next` of the page before.")]


class Versions(Schema):
    """Some versions of a picture, newest first; ``next`` is null on the last page."""

    versions: list[Version]
    next: VersionNumber | None


def versions(request: HttpRequest, code: Code, on: On, before: Before, limit: Limit) -> Versions:
    """Return the signed versions of a unit's picture that may be known of, newest first.

    `on` names the unit as of a day.
    """
    who = caller(request)
    day = on or who.today
    unit = areas.unit_by_code(code, on=day)
    known = versions_of(by=who.actor, unit_id=unit.id)
    if not known:
        raise NotFound(what="picture")
    found = [one for one in known if before is None or one.number < before]
    shown = found[:limit]
    return Versions(versions=version_shapes(shown, on=day), next=shown[-1].number if len(found) > limit else None)
