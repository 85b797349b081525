"""The door of the pages: who is asking, in which role, for which purpose; and errors as pages.

Everything is closed to those who are not signed in, except what :data:`OPEN` names.
"""

from collections.abc import Callable
from datetime import datetime

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render, resolve_url
from django.urls import resolve

from samsyn.accounts import queries as accounts
from samsyn.core.access import Actor, Purpose
from samsyn.core.errors import DomainError
from samsyn.shell import clock, words
from samsyn.shell.sentences import Sentence, nothing_here, sentence
from samsyn.web.framing import frame

OPEN = frozenset({"account:sign-in", "account:language", "about:help", "about:accessibility", "about:privacy"})
"""Names of the pages that anybody may open; tests compare this with the table of rights."""


class DoorMiddleware:
    """Let the signed-in through, turn domain errors into pages, and keep pages out of shared caches."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request."""
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """Send those who are not signed in to the sign-in page; a program or a script gets 401."""
        name = resolve(request.path_info).view_name
        if name in OPEN or name.startswith("api-") or request.user.is_authenticated:
            return None
        if request.headers.get("X-Requested-With") or request.headers.get("HX-Request"):
            return JsonResponse({"code": "session-ended"}, status=401)
        return redirect_to_login(request.get_full_path(), resolve_url("account:sign-in"))

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Translate a rule's refusal; anything else is a bug and is shown as one."""
        if isinstance(exception, DomainError) and not request.path.startswith("/api/"):
            return error_page(request, sentence(exception))
        if isinstance(exception, Http404):
            return error_page(request, nothing_here())
        if isinstance(exception, PermissionDenied):
            return error_page(request, Sentence(str(exception), 403))
        return None


def actor_of(request: HttpRequest, *, now: datetime | None = None) -> Actor:
    """Return the actor behind a request, once per request, with the session's purpose for today."""
    kept: Actor | None = getattr(request, "actor", None)
    if kept is None:
        moment = now or clock.now()
        kept = accounts.actor(int(request.user.pk or 0), now=moment, purpose=_purpose(request, moment))
        request.actor = kept  # type: ignore[attr-defined] # kept on the request
    return kept


def set_purpose(request: HttpRequest, purpose: Purpose, *, now: datetime) -> None:
    """Remember the purpose in the session; it holds until the day is over or another is chosen."""
    request.session["purpose"] = [purpose.value, words.local_day(now).isoformat()]


def error_page(request: HttpRequest, told: Sentence) -> HttpResponse:
    """Return the page that says what was wrong and what is safe."""
    context = {"shell": frame(request), "told": told, "typed": request.POST.get("text", "")}
    return render(request, "errors/error.html", context, status=told.status)


def _purpose(request: HttpRequest, now: datetime) -> Purpose | None:
    kept = request.session.get("purpose")
    if not kept or kept[1] != words.local_day(now).isoformat():
        return None
    return Purpose(kept[0])


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer an unknown address; the signed-out are sent to sign in, so that addresses tell nothing."""
    if not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path(), resolve_url("account:sign-in"))
    return error_page(request, nothing_here())
