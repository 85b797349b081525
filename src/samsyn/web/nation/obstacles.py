"""What stands between an area and leaving the list: criterion by criterion, where a signed picture says so."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.areas import queries as areas
from samsyn.core.access import Actor, InfoClass, Permission
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.actions.surveying import survey
from samsyn.shell import clock, words
from samsyn.web.doors import actor_of
from samsyn.web.framing import marking
from samsyn.web.nation import answers
from samsyn.web.nation.forms import chosen
from samsyn.web.nation.gather import Land, land
from samsyn.web.nation.pages import nation_frame

KINDS = (ParagraphKind.ANSWER, ParagraphKind.PROPOSAL)


@dataclass(frozen=True, slots=True)
class Reach:
    """The units whose pictures the reader may come to read, and the highest class."""

    unit_ids: frozenset[int]
    clearance: InfoClass


@require_GET
def obstacles(request: HttpRequest, code: str) -> HttpResponse:
    """Show the answers in force; readers outside the police get a sentence instead."""
    actor, now = actor_of(request), clock.now()
    today = words.local_day(now)
    found = land(code, by=actor, today=today)
    listed = areas.areas_in(found.nation.id, on=today, by=actor)
    choice = chosen(request.GET, today=today, regions=[unit.code for unit in found.of_kind("region")])
    context: dict[str, object] = {"shell": nation_frame(request, found)}
    if not actor.has(Permission.PICTURE_READ):
        context["page"] = answers.closed_page(found, by=actor)
        return render(request, "nation/closed.html", context)
    said = survey(by=actor, now=now, nation_id=found.nation.id, area_keys=[area.key for area in listed], kinds=KINDS)
    near = reach(actor, found)
    if said.said or said.withheld:
        note = answers.clearance_note(near.clearance)
        context["marking"] = marking(request, actor, highest=said.highest, withheld=said.withheld, note=note)
    context["page"] = answers.answers_page(found, listed, said, choice, by=actor, reach=near.unit_ids)
    return render(request, "nation/obstacles.html", context, status=422 if choice.problems else 200)


def reach(by: Actor, found: Land) -> Reach:
    """Return which units of a nation lie at or under one where the actor reads pictures, and how high."""
    own = by.units_with(Permission.PICTURE_READ) & found.units.keys()
    under = {unit.id for unit in found.units.values() if own & {unit.id, *found.over(unit.id)}}
    levels = [level for level, units in by.clearances(Permission.PICTURE_READ) if units & found.units.keys()]
    return Reach(frozenset(under), max(levels, default=InfoClass.K0))
