"""The door of the pages: who is asking, in which role, for which purpose; and errors as pages.

Everything is closed to those who are not signed in, except what :data:`OPEN` names.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render, resolve_url
from django.urls import resolve

from samsyn.accounts import queries as accounts
from samsyn.core.access import MARKED_FROM, Actor, Purpose
from samsyn.core.errors import DomainError
from samsyn.pictures.errors import PurposeMissing
from samsyn.shell import clock, words
from samsyn.shell.sentences import Sentence, nothing_here, sentence
from samsyn.web.framing import frame, marking

OPEN = frozenset({"account:sign-in", "account:language", "about:help", "about:accessibility", "about:privacy"})
"""Names of the pages that anybody may open; tests compare this with the table of rights."""

WORDS = ("text", "reason", "title", "reference")
"""How the names of the fields begin that people write words in."""


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
            return error_page(request, sentence(exception), ask=isinstance(exception, PurposeMissing))
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


def error_page(request: HttpRequest, told: Sentence, *, ask: bool = False) -> HttpResponse:
    """Return the page that says what was wrong, what is safe, and what was typed; ``ask`` for a purpose on it."""
    context = {"shell": frame(request), "told": told, "typed": _typed(request.POST)}
    if ask:
        banner = marking(request, actor_of(request), highest=int(MARKED_FROM), withheld=1)
        context["marking"] = replace(banner, back_url=_came_from(request))
    return render(request, "errors/error.html", context, status=told.status)


def _typed(post: QueryDict) -> str:
    """Return the words of a form, one field a line, so that a refusal loses nothing."""
    words_of = (str(value) for name, value in post.items() if name.startswith(WORDS))
    return "\n".join(text for text in words_of if text.strip())


def _came_from(request: HttpRequest) -> str:
    """Return the page that a form was sent from; a page that was only opened is come back to."""
    if request.method == "GET":
        return request.get_full_path()
    came = urlsplit(request.headers.get("Referer", ""))
    return f"{came.path}?{came.query}" if came.path else resolve_url("start:start")


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
