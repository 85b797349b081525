"""Collection rounds: open one, see who has answered, close it."""

from collections.abc import Sequence
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.core.access import Actor, Permission, require
from samsyn.core.errors import DomainError, NotAllowed, NotFound
from samsyn.core.guard import FreeText
from samsyn.pictures.actions.rounds import close_round, open_round
from samsyn.pictures.facts import RoundFacts
from samsyn.pictures.queries import standing
from samsyn.shell import clock, words
from samsyn.shell.sentences import sentence
from samsyn.web.components.parts import FieldError
from samsyn.web.doors import actor_of
from samsyn.web.nation import rounds as views
from samsyn.web.nation.export import as_file
from samsyn.web.nation.forms import Chosen, chosen, day
from samsyn.web.nation.gather import Land, land
from samsyn.web.nation.obstacles import reach
from samsyn.web.nation.pages import nation_frame
from samsyn.web.nation.rounds import RoundForm, RoundView, UnitRow

LONGEST_TITLE = 120


@require_http_methods(["GET", "POST"])
def rounds(request: HttpRequest, code: str) -> HttpResponse:
    """Show a round with its local areas; a POST opens one."""
    actor, today = actor_of(request), words.local_day(clock.now())
    found = _readable(code, by=actor, today=today)
    if request.method == "POST":
        return _open(request, found, by=actor)
    return _page(request, found, by=actor, form=RoundForm())


@require_POST
def close(request: HttpRequest, code: str) -> HttpResponse:
    """Close a round."""
    actor, now = actor_of(request), clock.now()
    found = _readable(code, by=actor, today=words.local_day(now))
    number = request.POST.get("omgang", "")
    if not number.isdecimal():
        raise NotFound(what="round")
    close_round(by=actor, now=now, nation_id=found.nation.id, round_id=int(number))
    messages.success(request, _("Insamlingen är stängd. Det som kom in finns kvar."))
    return redirect("nation:rounds", code)


@require_GET
def csv(request: HttpRequest, code: str) -> HttpResponse:
    """Hand over the local areas of a round as a file."""
    actor, today = actor_of(request), words.local_day(clock.now())
    found = _readable(code, by=actor, today=today)
    choice = _choice(request, found, today)
    one = _asked(request, standing.rounds(nation_id=found.nation.id))
    if one is None:
        raise NotFound(what="round")
    rows, _outside = _rows(found, one, choice, by=actor, today=today)
    head = (_("Region"), _("Polisområde"), _("Lokalpolisområde"), _("Kod"), _("Läge"), _("Sent"))
    lines = ((row.region, row.above, row.name, row.code, row.text, row.late) for row in rows)
    return as_file(f"insamling-{one.id}", [head, *lines])


def _readable(code: str, *, by: Actor, today: date) -> Land:
    if not by.has(Permission.PICTURE_READ):
        raise NotAllowed(permission=Permission.PICTURE_READ.value)
    return land(code, by=by, today=today)


def _open(request: HttpRequest, found: Land, *, by: Actor) -> HttpResponse:
    require(by, Permission.ROUND_OPEN, unit_id=found.nation.id)
    title, due = request.POST.get("titel", "").strip(), request.POST.get("sista_dag", "").strip()
    errors = {}
    if not title:
        errors["titel"] = _("Skriv vad insamlingen heter, till exempel ”Årlig insamling 2027”.")
    due_on = day(due)
    if due_on is None:
        errors["sista_dag"] = _("Välj den sista dagen.")
    if due_on is not None and not errors:
        try:
            words_of = FreeText.checked(title, longest=LONGEST_TITLE).words
            open_round(by=by, now=clock.now(), nation_id=found.nation.id, title=words_of, due_on=due_on)
        except DomainError as error:
            if isinstance(error, NotAllowed):
                raise
            errors["sista_dag" if error.code == "pictures.round-dates" else "titel"] = sentence(error).text
        else:
            messages.success(request, _("Insamlingen är öppen. Lokalpolisområdena ser den på sin startsida."))
            return redirect("nation:rounds", found.nation.code)
    return _page(request, found, by=by, form=RoundForm(title, due, errors), status=422)


def _page(request: HttpRequest, found: Land, *, by: Actor, form: RoundForm, status: int = 200) -> HttpResponse:
    today = words.local_day(clock.now())
    choice = _choice(request, found, today)
    known = standing.rounds(nation_id=found.nation.id)
    one = _asked(request, known)
    view = _view(found, one, choice, by=by, today=today) if one else None
    problems = (*choice.problems, *(FieldError(name, text) for name, text in (form.errors or {}).items()))
    page = views.rounds_page(found, known, view, by=by, region=choice.region, form=form, problems=problems)
    context = {"shell": nation_frame(request, found), "page": page}
    return render(request, "nation/rounds.html", context, status=422 if choice.problems else status)


def _choice(request: HttpRequest, found: Land, today: date) -> Chosen:
    return chosen(request.GET, today=today, regions=[unit.code for unit in found.of_kind("region")])


def _asked(request: HttpRequest, known: Sequence[RoundFacts]) -> RoundFacts | None:
    """Return the round named in the address, else the newest that is open, else the newest."""
    number = request.GET.get("omgang", "")
    if number:
        one = next((one for one in known if str(one.id) == number), None)
        if one is None:
            raise NotFound(what="round")
        return one
    return next((one for one in known if one.closed_at is None), next(iter(known), None))


def _view(found: Land, one: RoundFacts, choice: Chosen, *, by: Actor, today: date) -> RoundView:
    rows, outside = _rows(found, one, choice, by=by, today=today)
    return views.round_view(found, one, rows, today=today, region=choice.region, outside=outside)


def _rows(found: Land, one: RoundFacts, choice: Chosen, *, by: Actor, today: date) -> tuple[tuple[UnitRow, ...], int]:
    """Return the local areas within the reader's reach, and how many lie outside it."""
    local, near = found.of_kind("local_area"), reach(by, found).unit_ids
    mine = [unit for unit in local if unit.id in near]
    kept = [
        unit for unit in mine if not choice.region or getattr(found.region_of(unit.id), "code", "") == choice.region
    ]
    answers = standing.round_answers(by=by, round_facts=one, unit_ids=[unit.id for unit in kept])
    until = min(today, words.local_day(one.closed_at)) if one.closed_at else today
    return views.unit_rows(found, kept, answers, due_on=one.due_on, today=until), len(local) - len(mine)
