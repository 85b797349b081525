"""GET trail: what the token's person has done and read, newest first."""

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Schema

from samsyn.api.tokens import caller
from samsyn.api.v1.shapes import EXACT, Limit, Number
from samsyn.audit.queries import own_log

Before = Annotated[int | None, Query(None, ge=1, le=EXACT, description="`next` of the page before.")]


class Entry(Schema):
    """One thing done or read. ``facts`` are coded, never free text."""

    id: Number
    at: datetime
    event: str
    target: str
    purpose: str
    facts: dict[str, Any]


class Trail(Schema):
    """Some of the person's own entries, newest first; ``next`` is null on the last page."""

    entries: list[Entry]
    next: Number | None


def trail(request: HttpRequest, before: Before, limit: Limit) -> Trail:
    """Return the own entries in the trail, by pages, programs included; ask again with `before` set to `next`."""
    found = own_log(by=caller(request).actor, before=before, limit=limit + 1)
    shown = found[:limit]
    entries = [
        Entry(id=row.id, at=row.at, event=row.event, target=row.target, purpose=row.purpose, facts=dict(row.facts))
        for row in shown
    ]
    return Trail(entries=entries, next=shown[-1].id if len(found) > limit else None)
