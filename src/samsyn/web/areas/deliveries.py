"""Importing a list by page: send the file, read the proposal, answer the doubts, load. For the keeper."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.areas import imports as runs
from samsyn.areas import queries
from samsyn.areas.facts import RunFacts, UnitAt
from samsyn.core.access import Actor, Permission
from samsyn.core.errors import DomainError, NotAllowed
from samsyn.shell import clock, words
from samsyn.shell.sentences import sentence
from samsyn.web.areas import forms
from samsyn.web.areas.present.imports import import_page, imports_page
from samsyn.web.components.parts import FieldError
from samsyn.web.doors import actor_of
from samsyn.web.framing import frame


@require_http_methods(["GET", "POST"])
def imports(request: HttpRequest) -> HttpResponse:
    """List the imports with a form for the next file; a posted file is kept and proposed."""
    actor = actor_of(request)
    nations = _kept(actor)
    typed, problems = forms.Typed(nations[0].code), tuple[FieldError, ...]()
    if request.method == "POST":
        sent, typed, problems = forms.upload(request, nations)
        if sent is not None:
            try:
                run = _bring_in(actor, sent)
            except DomainError as error:
                problems = (FieldError("dag", sentence(error).text),)
            else:
                return redirect("areas:import", run.id)
    found = tuple(run for nation in nations for run in runs.runs(nation.id, by=actor))
    context = {
        "shell": frame(request, current="areas"),
        "page": imports_page(nations, found, typed=typed, problems=problems),
    }
    return render(request, "areas/imports.html", context, status=422 if problems else 200)


@require_GET
def one_import(request: HttpRequest, run_id: int) -> HttpResponse:
    """Show a proposal with its doubts, or what came of it."""
    actor = actor_of(request)
    _kept(actor)
    return _page(request, runs.run(run_id, by=actor))


@require_POST
def answer(request: HttpRequest, run_id: int) -> HttpResponse:
    """Keep the answers that were given; what could not be kept comes back with what was typed."""
    from samsyn.ingest.areas import load as steps  # noqa: PLC0415 - shapely and pyproj are slow to import

    actor = actor_of(request)
    _kept(actor)
    run = runs.run(run_id, by=actor)
    read = forms.answers(request.POST, [str(one["id"]) for one in run.proposal.get("questions", [])])
    run = steps.answer(by=actor, now=clock.now(), run_id=run_id, decisions=read.given)
    if read.problems:
        return _page(request, run, read)
    messages.success(request, _("Svaren är sparade."))
    return redirect("areas:import", run_id)


@require_POST
def load(request: HttpRequest, run_id: int) -> HttpResponse:
    """Load a proposal, all or nothing."""
    from samsyn.ingest.areas import load as steps  # noqa: PLC0415 - shapely and pyproj are slow to import

    actor = actor_of(request)
    _kept(actor)
    steps.load(by=actor, now=clock.now(), run_id=run_id)
    messages.success(request, _("Listan är inläst."))
    return redirect("areas:import", run_id)


@require_GET
def original(request: HttpRequest, run_id: int) -> HttpResponse:
    """Hand over the delivered file, as it came."""
    actor = actor_of(request)
    _kept(actor)
    run = runs.run(run_id, by=actor)
    response = HttpResponse(runs.snapshot_content(run.snapshot.id, by=actor), content_type="application/octet-stream")
    response["Content-Disposition"] = f'attachment; filename="lista-{run.list_on}-{run.snapshot.sha256[:12]}.geojson"'
    return response


def _bring_in(actor: Actor, sent: forms.Upload) -> RunFacts:
    from samsyn.ingest.areas import load as steps  # noqa: PLC0415 - shapely and pyproj are slow to import

    return steps.bring_in(
        by=actor,
        now=clock.now(),
        nation_id=sent.nation_id,
        name=sent.name,
        content=sent.content,
        list_on=sent.list_on,
    )


def _page(request: HttpRequest, run: RunFacts, read: forms.Answers | None = None) -> HttpResponse:
    nation = queries.unit(run.nation_id, on=words.local_day(clock.now()))
    context = {"shell": frame(request, current="areas"), "page": import_page(run, nation, read)}
    return render(request, "areas/import.html", context, status=422 if read and read.problems else 200)


def _kept(actor: Actor) -> tuple[UnitAt, ...]:
    """Return the nations that the actor keeps; nobody else comes further."""
    kept = actor.units_with(Permission.AREAS_KEEP)
    nations = tuple(one for one in queries.nations(on=words.local_day(clock.now())) if one.id in kept)
    if not nations:
        raise NotAllowed(permission=Permission.AREAS_KEEP.value)
    return nations
