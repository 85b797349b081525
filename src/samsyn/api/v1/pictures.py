"""GET pictures: the versions in force that the token's person may know of, in pages by key."""

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Schema

from samsyn.api.tokens import caller
from samsyn.api.v1.shapes import EXACT, Limit, Number, Version, version_shapes
from samsyn.pictures.queries.pages import in_force_after

After = Annotated[int, Query(0, ge=0, le=EXACT, description="`next` of the page before.")]


class Pictures(Schema):
    """Some versions in force, oldest first; ``next`` is null on the last page."""

    pictures: list[Version]
    next: Number | None


def pictures(request: HttpRequest, after: After, limit: Limit) -> Pictures:
    """Return the versions in force that may be known of, oldest first; ask again with `after` set to `next`."""
    who = caller(request)
    found = in_force_after(by=who.actor, after=after, limit=limit + 1)
    shown = found[:limit]
    return Pictures(pictures=version_shapes(shown, on=who.today), next=shown[-1].id if len(found) > limit else None)
