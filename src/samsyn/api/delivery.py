"""How an answer leaves: a tag over the bytes delivered, 304 when the caller has them, problems for the rest.

The tag is compared after the endpoint has run, so rights are asked and marked reading is logged
whether or not the bytes are sent again.
"""

import hashlib
from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.views.decorators.csrf import csrf_exempt

from samsyn.api.problems import wrong_method

View = Callable[..., HttpResponse]

ALLOWED = "GET, HEAD"


def delivered(view: View) -> View:
    """Return the view with what every answer of the interface has in common."""

    @csrf_exempt
    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        asked = request.method
        if asked == "HEAD":
            request.method = "GET"
        response = view(request, *args, **kwargs)
        request.method = asked
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            response = wrong_method(ALLOWED)
        if response.status_code == HTTPStatus.OK:
            response = _tagged(request, response)
        return _without_body(response) if asked == "HEAD" else response

    return answer


def _without_body(response: HttpResponse) -> HttpResponse:
    """Return what a HEAD is answered with: everything that a GET would be, but the body."""
    response.headers["Content-Length"] = str(len(response.content))
    response.content = b""
    return response


def _tagged(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    tag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    given = [one.removeprefix("W/") for one in parse_etags(request.headers.get("If-None-Match", ""))]
    answer = HttpResponseNotModified() if tag in given or "*" in given else response
    answer.headers["ETag"] = tag
    answer.headers["Cache-Control"] = "private, no-cache"
    patch_vary_headers(answer, ["Authorization"])
    return answer
