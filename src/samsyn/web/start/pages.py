"""The start page, one for every role; what a role may not see has no row."""

from datetime import datetime, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.accounts import actions as accounts
from samsyn.accounts import queries as people
from samsyn.shell import clock
from samsyn.web.doors import actor_of
from samsyn.web.framing import frame
from samsyn.web.start.gather import gather
from samsyn.web.start.present import start_page

FIRST_LOOK = timedelta(days=14)
"""How far back somebody looks who has not been here before."""


@require_GET
def start(request: HttpRequest) -> HttpResponse:
    """Show what has changed since the last visit, what waits, and what is late."""
    actor, now = actor_of(request), clock.now()
    since = _since(request, actor.person_id, now)
    found = gather(by=actor, since=since, now=now)
    accounts.mark_looked(by=actor, now=now)
    context = {
        "shell": frame(request, current="start"),
        "marking": None,
        "page": start_page(found, actor=actor, now=now, since=since),
    }
    return render(request, "start/start.html", context)


def _since(request: HttpRequest, person_id: int, now: datetime) -> datetime:
    """Return when the person last looked before this session; it stands still while the session lasts."""
    kept = request.session.get("since")
    if kept is None:
        since = people.looked_at(person_id) or now - FIRST_LOOK
        request.session["since"] = since.isoformat()
        return since
    return datetime.fromisoformat(kept)
