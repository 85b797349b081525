"""Deciding the list: typed, shown as a whole, and only then taken. Nothing typed is lost on the way."""

from collections.abc import Mapping
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samsyn.areas import deciding as areas
from samsyn.areas.lists import ListOlderThanLatest
from samsyn.core.access import Actor, Permission, require
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.actions.surveying import survey, survey_places
from samsyn.shell import clock, words
from samsyn.shell.sentences import sentence
from samsyn.web.doors import actor_of
from samsyn.web.framing import marking
from samsyn.web.nation import decisions, listing
from samsyn.web.nation.answers import clearance_note
from samsyn.web.nation.gather import Land, land
from samsyn.web.nation.listing import ReadList, TypedList
from samsyn.web.nation.obstacles import reach
from samsyn.web.nation.pages import nation_frame

REFUSALS = (areas.ListDayPast, areas.ListIncomplete, ListOlderThanLatest)


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, code: str) -> HttpResponse:
    """Show the form; a POST shows the whole decision, takes it, or goes back to the form."""
    actor, now = actor_of(request), clock.now()
    found = land(code, by=actor, today=words.local_day(now))
    require(actor, Permission.LIST_DECIDE, unit_id=found.nation.id)
    candidates = areas.candidates(found.nation.id, by=actor)
    if request.method == "GET":
        return _form(request, found, listing.from_candidates(candidates), by=actor, errors={})
    typed = listing.from_post(request.POST, candidates)
    read, errors = listing.read(typed)
    step = request.POST.get("steg", "")
    if step == "andra":
        return _form(request, found, typed, by=actor, errors={})
    errors = {**_faults(found, read, by=actor), **errors}
    if step == "besluta" and not errors.keys() - {"start"} and read.start is not None:
        try:
            return _decide(request, found, read, read.start, by=actor)
        except REFUSALS as error:
            errors = {"start": sentence(error).text}
    if errors or read.start is None:
        return _form(request, found, typed, by=actor, errors=errors)
    page = decisions.review_page(found, candidates, typed, read, by=actor, start=read.start)
    return render(request, "nation/review.html", {"shell": nation_frame(request, found), "page": page})


def _faults(found: Land, read: ReadList, *, by: Actor) -> Mapping[str, str]:
    """Return everything that is missing at once, so that nobody is sent back twice."""
    missing = areas.faults_of(by=by, nation_id=found.nation.id, reason=read.reason, rows=read.decisions)
    told = dict(listing.told(missing, read))
    if read.start is not None:
        try:
            areas.check_day(by=by, now=clock.now(), nation_id=found.nation.id, start=read.start)
        except REFUSALS as error:
            told["start"] = sentence(error).text
    return told


def _decide(request: HttpRequest, found: Land, read: ReadList, start: date, *, by: Actor) -> HttpResponse:
    areas.decide_list(
        by=by,
        now=clock.now(),
        nation_id=found.nation.id,
        start=start,
        title=read.title,
        reason=read.reason,
        registry_number=read.registry_number,
        rows=read.decisions,
    )
    day = words.day(start)
    messages.success(request, _("Listan är beslutad och gäller från den %(day)s.") % {"day": day})
    return redirect(reverse("nation:page", args=[found.nation.code], query={"dag": start.isoformat()}))


def _form(request: HttpRequest, found: Land, typed: TypedList, *, by: Actor, errors: Mapping[str, str]) -> HttpResponse:
    now, nation_id = clock.now(), found.nation.id
    candidates = areas.candidates(nation_id, by=by)
    keys = [one.key for one in candidates]
    said = survey(by=by, now=now, nation_id=nation_id, area_keys=keys, kinds=[ParagraphKind.PROPOSAL])
    places = survey_places(by=by, now=now, nation_id=nation_id, unit_ids=found.units)
    context: dict[str, object] = {
        "shell": nation_frame(request, found),
        "page": decisions.decision_page(
            found, candidates, listing.with_room(typed), said.said, places, by=by, errors=errors
        ),
    }
    if said.said or said.withheld or places:
        highest = max([said.highest, *(one.paragraph.info_class for one in places)])
        note = clearance_note(reach(by, found).clearance)
        context["marking"] = marking(request, by, highest=highest, withheld=said.withheld, note=note)
    return render(request, "nation/decide.html", context, status=422 if errors else 200)
