"""The nation: all its areas on a map and in a table, the number from list to list, and the file of it."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from samsyn.shell import clock, words
from samsyn.web.doors import actor_of
from samsyn.web.frame import Frame
from samsyn.web.framing import frame
from samsyn.web.nation import present
from samsyn.web.nation.export import areas_file
from samsyn.web.nation.forms import Chosen, chosen
from samsyn.web.nation.gather import Gathered, Land, gather, land, own_nation


@require_GET
def own(request: HttpRequest) -> HttpResponse:
    """Lead to the reader's own nation: in training, the training nation."""
    nation = own_nation(by=actor_of(request), today=words.local_day(clock.now()))
    return redirect("nation:page", nation.code)


@require_GET
def nation(request: HttpRequest, code: str) -> HttpResponse:
    """Show a nation as of a day, with the chosen rows."""
    found, choice = _asked(request, code)
    context = {
        "shell": nation_frame(request, found.land),
        "page": present.nation_page(found, choice, by=actor_of(request)),
    }
    return render(request, "nation/nation.html", context, status=422 if choice.problems else 200)


@require_GET
def csv(request: HttpRequest, code: str) -> HttpResponse:
    """Hand over the chosen rows as a file."""
    found, choice = _asked(request, code)
    return areas_file(found, choice)


def nation_frame(request: HttpRequest, found: Land) -> Frame:
    """Return the frame of a page about a nation: invented or real is the nation's own mark, not the reader's."""
    return replace(frame(request, current="nation"), training=found.nation.training)


def _asked(request: HttpRequest, code: str) -> tuple[Gathered, Chosen]:
    actor, today = actor_of(request), words.local_day(clock.now())
    day = chosen(request.GET, today=today).on
    found = land(code, by=actor, today=today, on=day)
    regions = [unit.code for unit in found.of_kind("region")]
    return gather(found, by=actor, on=day), chosen(request.GET, today=today, regions=regions)
