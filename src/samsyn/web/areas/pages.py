"""The register of units and areas at any day, its file, and the page of one area."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from samsyn.areas import history, queries
from samsyn.areas.boundaries import boundaries
from samsyn.areas.facts import AreaHistory, AreaLine, UnitAt
from samsyn.core.access import Actor, Permission
from samsyn.core.errors import NotFound
from samsyn.shell import clock, words
from samsyn.web.areas import drawing, forms
from samsyn.web.areas.present.area import Shown, area_page
from samsyn.web.areas.present.register import register_page, unit_rows
from samsyn.web.components.parts import FieldError
from samsyn.web.doors import actor_of
from samsyn.web.framing import frame
from samsyn.web.nation.export import as_file


@require_GET
def register(request: HttpRequest) -> HttpResponse:
    """Show the units and areas of a nation as of a day, and its lists."""
    actor = actor_of(request)
    choice, nations = _chosen(request, actor)
    page = register_page(
        choice,
        nations=nations,
        units=queries.units_in(choice.nation.id, on=choice.on, by=actor),
        areas=queries.areas_in(choice.nation.id, on=choice.on, by=actor),
        lists=history.list_editions(choice.nation.id, by=actor),
        keeper=actor.has(Permission.AREAS_KEEP),
    )
    context = {"shell": frame(request, current="areas"), "page": page}
    return render(request, "areas/register.html", context, status=422 if choice.problems else 200)


@require_GET
def register_file(request: HttpRequest) -> HttpResponse:
    """Hand over the register of a day as a file, one line for each unit and each of its areas."""
    actor = actor_of(request)
    choice, _nations = _chosen(request, actor)
    units = queries.units_in(choice.nation.id, on=choice.on, by=actor)
    areas = queries.areas_in(choice.nation.id, on=choice.on, by=actor)
    head = (_("Enhet"), _("Slag"), _("Kod"), _("Område"), _("Kategori"))
    lines: list[tuple[str, ...]] = [head]
    for row in unit_rows(choice, units, areas):
        held = [(area.name, area.word) for area in row.areas] or [("", "")]
        lines += [(row.name, row.kind, row.code, *one) for one in held]
    return as_file(f"enheter-{choice.nation.code}-{choice.on}", lines)


@require_GET
def area(request: HttpRequest, key: str) -> HttpResponse:
    """Show an area as of a day, with its boundary, its history and its kin."""
    actor, today = actor_of(request), words.local_day(clock.now())
    found = history.area_history(key, by=actor)
    typed = request.GET.get("dag", "").strip()
    on = forms.day(typed) if typed else today
    problems = () if on else (FieldError("dag", _("Skriv dagen som 2026-11-09. Sidan visar i dag så länge.")),)
    shown = _shown(found, on or today, typed, problems)
    context = {"shell": frame(request, current="areas"), "page": area_page(shown)}
    return render(request, "areas/area.html", context, status=422 if problems else 200)


def _chosen(request: HttpRequest, actor: Actor) -> tuple[forms.Chosen, tuple[UnitAt, ...]]:
    queries.require_reader(actor)
    today = words.local_day(clock.now())
    nations = queries.nations(on=today)
    own = queries.nation_of(actor.roles[0].unit_id)
    home = next(one for one in nations if one.id == own)
    return forms.chosen(request.GET, today=today, nations=nations, own=home), nations


def _shown(found: AreaHistory, on: date, typed: str, problems: tuple[FieldError, ...]) -> Shown:
    try:
        area = queries.area_by_key(found.key, on=on)
    except NotFound:
        return Shown(on, typed, problems, None, found, None, None)
    older = [line for line in found.lines if line.list_on <= on]
    return Shown(on, typed, problems, area, found, older[0], _drawing(older))


def _drawing(older: list[AreaLine]) -> drawing.Drawing | None:
    """Draw the boundary of the list in force, and over it the one before where it has moved."""
    now = older[0].boundary
    before = older[1].boundary if older[0].boundary_moved else ""
    found = boundaries([now, before])
    return drawing.draw({kind: found[key] for kind, key in (("now", now), ("before", before)) if key in found})
