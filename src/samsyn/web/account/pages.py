"""Pages about oneself: signing in and out, purpose, language, own log."""

import csv
from collections.abc import Sequence

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samsyn.areas import queries as areas
from samsyn.audit import actions as audit_actions
from samsyn.audit import queries as audit
from samsyn.audit.facts import LogRow
from samsyn.core.access import Purpose
from samsyn.shell import clock, words
from samsyn.web.account import present
from samsyn.web.account.present import LogLine
from samsyn.web.doors import actor_of, set_purpose
from samsyn.web.framing import frame


@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Sign in with a name and a password; what was typed as name is kept when it fails."""
    username, wrong = "", False
    if request.method == "POST":
        username = request.POST.get("username", "")
        person = authenticate(request, username=username, password=request.POST.get("password", ""))
        if person is not None:
            login(request, person)
            return redirect(_back(request, "/"))
        wrong = True
    context = {
        "shell": frame(request),
        "username": username,
        "errors": present.wrong_password() if wrong else (),
        "back": request.GET.get("next", request.POST.get("next", "/")),
        "demo": present.demo_people() if settings.DEMO else (),
    }
    return render(request, "account/sign-in.html", context, status=422 if wrong else 200)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out; the purpose goes with the session."""
    logout(request)
    return redirect("account:sign-in")


@require_POST
def purpose(request: HttpRequest) -> HttpResponse:
    """Choose why marked text is read today, in one tap, and come back."""
    now = clock.now()
    actor = actor_of(request)
    chosen = request.POST.get("purpose", "")
    if chosen in {item.value for item in Purpose}:
        set_purpose(request, Purpose(chosen), now=now)
        audit_actions.record(
            "purpose.chosen", actor=actor, target=f"person:{actor.username}", at=now, facts={"purpose": chosen}
        )
    return redirect(_back(request, "/"))


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Switch between Swedish and English and come back to the same page."""
    chosen = request.POST.get("language", "")
    if chosen in dict(settings.LANGUAGES):
        request.session["language"] = chosen
    return redirect(_back(request, "/"))


@require_GET
def log(request: HttpRequest) -> HttpResponse:
    """Show what one has done and read: what, when and why."""
    actor = actor_of(request)
    before = request.GET.get("fore", "")
    rows = audit.own_log(by=actor, before=int(before) if before.isdigit() else None, limit=51)
    context = {
        "shell": frame(request, current="log"),
        "rows": _lines(rows[:50]),
        "older": present.older(rows[49].id) if len(rows) > 50 else None,  # noqa: PLR2004 - one more than a page
    }
    return render(request, "account/log.html", context)


@require_GET
def log_csv(request: HttpRequest) -> HttpResponse:
    """Export the own log."""
    actor = actor_of(request)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="min-logg.csv"'
    response.write("\ufeff")
    writer = csv.writer(response, delimiter=";")
    writer.writerow([_("När"), _("Vad"), _("Var"), _("Objekt"), _("Ändamål")])
    for row in _lines(audit.own_log(by=actor, limit=100_000)):
        writer.writerow([row.at, row.what, row.where, row.target, row.purpose])
    return response


def _lines(rows: Sequence[LogRow]) -> tuple[LogLine, ...]:
    today = words.local_day(clock.now())
    return present.log_rows(rows, areas.units({row.unit_id for row in rows if row.unit_id is not None}, on=today))


def _back(request: HttpRequest, fallback: str) -> str:
    back = request.POST.get("next", request.POST.get("back", fallback))
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return back if safe else fallback
