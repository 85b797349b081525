"""The comparison of two versions of a picture."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from samsyn.accounts import queries as accounts
from samsyn.areas import queries as areas
from samsyn.areas.facts import UnitAt
from samsyn.core.access import Actor, Permission, highest
from samsyn.core.pictures.compare import compare as compare_documents
from samsyn.pictures.actions.reading import open_versions
from samsyn.pictures.facts import Reading, VersionFacts
from samsyn.pictures.queries import trace
from samsyn.pictures.queries.versions import versions_of
from samsyn.shell import clock, words
from samsyn.web.comparing import causes, form, present
from samsyn.web.comparing.choice import NEWEST, Unclear, choose
from samsyn.web.comparing.rows import Compared
from samsyn.web.doors import actor_of
from samsyn.web.frame import Marking
from samsyn.web.framing import frame, marking


@require_GET
def compare(request: HttpRequest, code: str) -> HttpResponse:
    """Show what is different between two versions, and why; the older always stands before."""
    actor, now = actor_of(request), clock.now()
    unit = areas.unit_by_code(code, on=words.local_day(now))
    found = versions_of(by=actor, unit_id=unit.id, limit=NEWEST)
    if not found:
        return redirect("reading:picture", code)
    try:
        pair = choose(request.GET, found, by=actor)
    except Unclear as unclear:
        return _unclear(request, unit, found, unclear)
    if pair.turned:
        query = {"fore": pair.before.number, "efter": pair.after.number}
        return redirect(reverse("comparing:compare", args=[code], query=query))
    readings = open_versions(by=actor, now=now, facts=pair.steps, way="compare")
    shows = request.GET.get("visa", "")
    context = {
        "shell": frame(request, current="picture"),
        "marking": _marking(request, actor, readings),
        "form": form.form(unit, found, pair),
        "page": present.page(
            _compared(actor, unit, readings, too_long=pair.too_long),
            shows=shows if shows in {"borttaget", "alla"} else "",
        ),
        "unclear": "",
    }
    return render(request, "comparing/compare.html", context)


def _unclear(request: HttpRequest, unit: UnitAt, found: tuple[VersionFacts, ...], unclear: Unclear) -> HttpResponse:
    context = {
        "shell": frame(request, current="picture"),
        "form": form.form(unit, found, None),
        "page": None,
        "unclear": unclear.sentence,
    }
    return render(request, "comparing/compare.html", context, status=unclear.status)


def _compared(actor: Actor, unit: UnitAt, readings: tuple[Reading, ...], *, too_long: bool) -> Compared:
    """Compare step by step; where too many lie between, only the ends, and nothing is said of causes."""
    whole = compare_documents(readings[0].document, readings[-1].document)
    steps = () if too_long else causes.steps(readings, whole)
    gone = [item.paragraph.id for chapter in whole.chapters for item in chapter.removed]
    lifts = trace.lifts_up(by=actor, lower_paragraph_ids=gone)
    stated = causes.stated(steps)
    return Compared(
        unit=unit,
        readings=readings,
        steps=steps,
        whole=whole,
        stated=stated,
        lifts=lifts,
        units=areas.units({lift.upper_unit_id for lift in lifts}, on=words.local_day(clock.now())),
        names=accounts.names({*(one.version.signed_by for one in readings), *_authors(readings)}),
    )


def _authors(readings: tuple[Reading, ...]) -> set[str]:
    return {item.author for one in readings for item in one.document.paragraphs()} - {""}


def _marking(request: HttpRequest, actor: Actor, readings: tuple[Reading, ...]) -> Marking:
    clearance = highest(level for level, _units in actor.clearances(Permission.PICTURE_READ))
    note = _("Du läser upp till klass %(level)s i båda versionerna.")
    return marking(
        request,
        actor,
        highest=int(highest(one.highest for one in readings)),
        withheld=sum(one.withheld for one in readings),
        note=note % {"level": int(clearance)},
    )
