"""Pages of signed pictures: in force or as of a day, by version, all versions, receipts, PDF; and taking note."""

from dataclasses import replace
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from samsyn.accounts import queries as accounts
from samsyn.areas import queries as areas
from samsyn.areas.facts import UnitAt
from samsyn.core.access import Actor, Permission
from samsyn.core.errors import NotFound
from samsyn.pictures.actions import reading
from samsyn.pictures.facts import VersionFacts
from samsyn.pictures.queries import receipts as receipt_queries
from samsyn.pictures.queries import versions as version_queries
from samsyn.shell import clock, words
from samsyn.shell.sentences import Sentence
from samsyn.web.doors import actor_of, error_page
from samsyn.web.framing import frame, marking
from samsyn.web.reading import empty, listing, present, sheet
from samsyn.web.reading.gather import Gathered, Standpoint, gather, reader_path

PAGE = 50
"""How many versions are listed at a time."""


@require_GET
def picture(request: HttpRequest, code: str) -> HttpResponse:
    """Show the version in force, or with ``dag`` the one that held at the end of that day."""
    actor, at = actor_of(request), _standpoint()
    if "dag" in request.GET:
        chosen = _day(request.GET["dag"])
        if chosen is None:
            return error_page(request, Sentence(_("Dagen går inte att läsa. Skriv den som 2026-11-02."), 422))
        if chosen > at.today:
            return error_page(request, Sentence(_("Den dagen har inte varit än. Välj i dag eller en dag före."), 422))
        at = replace(at, chosen=chosen)
    unit = areas.unit_by_code(code, on=at.on)
    try:
        facts = version_queries.version(by=actor, unit_id=unit.id, on=at.chosen)
    except NotFound:
        return _nothing_signed(request, actor, unit, at)
    return _show(request, actor, unit, facts, at)


@require_GET
def version(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Show one version, in force or not."""
    actor, at = actor_of(request), _standpoint()
    unit = areas.unit_by_code(code, on=at.today)
    return _show(request, actor, unit, version_queries.version(by=actor, unit_id=unit.id, number=number), at)


@require_GET
def versions(request: HttpRequest, code: str) -> HttpResponse:
    """List every version that the reader may know of: who signed it, when, and what became of it."""
    actor, at = actor_of(request), _standpoint()
    unit = areas.unit_by_code(code, on=at.today)
    before = request.GET.get("fore", "")
    found = version_queries.versions_of(
        by=actor, unit_id=unit.id, before=int(before) if _is_number(before) else None, limit=PAGE + 1
    )
    if not found:
        return _nothing_signed(request, actor, unit, at)
    shown = found[:PAGE]
    newest = shown[0]
    noted = receipt_queries.taken_note_of(by=actor, picture_id=newest.picture_id, until=newest.number, limit=PAGE)
    context = {
        "shell": frame(request, current="picture"),
        "page": listing.versions(
            unit,
            shown,
            names=accounts.names(one.signed_by for one in shown),
            noted=noted,
            more=len(found) > PAGE,
        ),
    }
    return render(request, "reading/versions.html", context)


@require_GET
def receipts(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Show how many at each level have taken note of a version."""
    actor, at = actor_of(request), _standpoint()
    unit = areas.unit_by_code(code, on=at.today)
    facts = version_queries.version(by=actor, unit_id=unit.id, number=number)
    path = reader_path(unit, on=at.today)
    coverage = receipt_queries.coverage(version_id=facts.id, unit_ids=path, now=at.now)
    context = {
        "shell": frame(request, current="picture"),
        "page": listing.receipts(unit, facts, coverage, units=areas.units(path, on=at.today)),
    }
    return render(request, "reading/receipts.html", context)


@require_POST
def take_note(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Say "jag har tagit del", in one tap; once is enough."""
    actor, at = actor_of(request), _standpoint()
    unit = areas.unit_by_code(code, on=at.today)
    facts = version_queries.version(by=actor, unit_id=unit.id, number=number)
    reading.take_note(by=actor, now=at.now, facts=facts, unit_id=_for_unit(actor, unit, at.today))
    messages.success(request, _("Du har tagit del av version %(number)s.") % {"number": number})
    return redirect("reading:picture", code) if facts.in_force else redirect("reading:version", code, number)


@require_GET
def pdf(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Print a version: an accessible PDF with its marking on every page."""
    from samsyn.web.printing.press import press  # noqa: PLC0415 - the typesetter is loaded only when somebody prints

    actor, at = actor_of(request), _standpoint()
    unit = areas.unit_by_code(code, on=at.today)
    facts = version_queries.version(by=actor, unit_id=unit.id, number=number)
    gathered = gather(by=actor, at=at, unit=unit, facts=facts, way="print")
    response = HttpResponse(press(sheet.sheet(gathered), at=facts.signed_at), content_type="application/pdf")
    name = _("lagesbild-%(code)s-version-%(number)s.pdf") % {"code": code.lower(), "number": number}
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _show(request: HttpRequest, actor: Actor, unit: UnitAt, facts: VersionFacts, at: Standpoint) -> HttpResponse:
    gathered = gather(by=actor, at=at, unit=unit, facts=facts)
    shell = frame(request, current="picture")
    context = {
        "shell": replace(shell, notices=(*shell.notices, *present.notices(gathered))),
        "marking": _marking(request, gathered),
        "page": present.picture(gathered, path=_path(request), only_changes=request.GET.get("visa") == "andringar"),
    }
    return render(request, "reading/picture.html", context)


def _marking(request: HttpRequest, gathered: Gathered) -> object:
    return marking(
        request,
        gathered.actor,
        highest=int(gathered.reading.highest),
        withheld=gathered.reading.withheld,
        note=present.clearance_note(gathered),
    )


def _nothing_signed(request: HttpRequest, actor: Actor, unit: UnitAt, at: Standpoint) -> HttpResponse:
    """Say that nothing is signed, to those who would see it if it were; to others the page is not there."""
    path = reader_path(unit, on=at.on)
    if not actor.units_with(Permission.PICTURE_READ) & set(path):
        raise NotFound(what="picture")
    first = version_queries.oldest_version(by=actor, unit_id=unit.id) if at.chosen else None
    context = {
        "shell": frame(request, current="picture"),
        "page": empty.nothing_signed(actor, unit, chosen=at.chosen, first=first),
    }
    return render(request, "reading/nothing.html", context)


def _standpoint() -> Standpoint:
    now = clock.now()
    return Standpoint(now, words.local_day(now))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10  # noqa: PLR2004 - fits a column


def _path(request: HttpRequest) -> str:
    """Return the address of this page, on its day, without the choice of what to show."""
    day = request.GET.get("dag", "")
    return f"{request.path}?dag={day}" if day else request.path


def _for_unit(actor: Actor, unit: UnitAt, on: date) -> int:
    """Return the unit on whose behalf the reader takes note: the one nearest the picture."""
    mine = actor.units_with(Permission.PICTURE_READ)
    return next((one for one in reader_path(unit, on=on) if one in mine), min(mine, default=unit.id))
