"""Search in all pictures in force, within the reader's own rights."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from samsyn.areas import queries as areas
from samsyn.core.access import MARKED_FROM, Actor, InfoClass, Permission, highest
from samsyn.core.errors import NotAllowed
from samsyn.pictures.actions.reading import search_pictures
from samsyn.pictures.facts import Hit
from samsyn.shell import clock, words
from samsyn.web.doors import actor_of
from samsyn.web.frame import Marking
from samsyn.web.framing import frame, marking
from samsyn.web.searching import present

LONGEST = 200
"""More than this is not a search but a text."""


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Show what was found, by unit; ``efter`` continues after the last hit shown."""
    actor = actor_of(request)
    if not actor.has(Permission.PICTURE_READ):
        raise NotAllowed(permission=Permission.PICTURE_READ.value)
    text = request.GET.get("q", "").strip()[:LONGEST]
    after = request.GET.get("efter", "")
    now = clock.now()
    hits, more = search_pictures(by=actor, now=now, text=text, after=int(after) if _is_id(after) else None)
    units = areas.units({hit.unit_id for hit in hits}, on=words.local_day(now))
    context = {
        "shell": frame(request, search_query=text),
        "marking": _marking(request, actor, hits),
        "page": present.results(text, hits, units, more=more, continued=bool(after)),
    }
    return render(request, "searching/results.html", context)


def _marking(request: HttpRequest, actor: Actor, hits: tuple[Hit, ...]) -> Marking | None:
    """Return the banner: marked text is searched only for a purpose, and nothing tells how much there is."""
    clearance = max((level for level, _units in actor.clearances(Permission.PICTURE_READ)), default=InfoClass.K0)
    note = _("Du läser upp till klass %(level)s.") % {"level": int(clearance)}
    waits = clearance >= MARKED_FROM and actor.purpose is None
    if waits:
        note = _("Välj ändamål för att söka i märkt text.") + " " + note
    return marking(request, actor, highest=int(highest(hit.info_class for hit in hits)), withheld=int(waits), note=note)


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 19  # noqa: PLR2004 - digits that a 64-bit id can have
