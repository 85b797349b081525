"""Every refusal as RFC 9457 tells it, with the same sentences as the pages."""

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Annotated

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError
from pydantic import Field

from samsyn.core.errors import DomainError, NotFound
from samsyn.shell.sentences import SENTENCES, sentence

MEDIA_TYPE = "application/problem+json"

_log = logging.getLogger("django.request")


class FieldFault(Schema):
    """One parameter that is not as it must be."""

    where: str
    what: str


class Problem(Schema):
    """A refusal. ``code`` is stable; ``detail`` is a sentence for people, in Swedish."""

    type: str
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str
    code: str
    errors: list[FieldFault]


def problem(
    status: int, code: str, detail: str, *, errors: Sequence[FieldFault] = (), headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """Return the answer that says what was wrong."""
    told = Problem(
        type=f"urn:samsyn:problem:{code}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        code=code,
        errors=list(errors),
    )
    return HttpResponse(told.model_dump_json(), status=status, content_type=MEDIA_TYPE, headers=headers)


def refused(error: DomainError) -> HttpResponse:
    """Return a rule's refusal as a problem."""
    told = sentence(error)
    return problem(told.status, error.code, told.text)


def not_here() -> HttpResponse:
    """Return the answer for an address that leads nowhere; the same as for what the reader may not know of."""
    return refused(NotFound(what="address"))


def no_token() -> HttpResponse:
    """Return the answer to a caller without a valid token."""
    detail = _("Skicka en giltig åtkomstnyckel i huvudet Authorization: Bearer.")
    return problem(401, "api.no-token", detail, headers={"WWW-Authenticate": 'Bearer realm="samsyn"'})


def wrong_method(allowed: str) -> HttpResponse:
    """Return the answer to a method that the address does not have."""
    return problem(405, "api.wrong-method", _("Adressen kan bara läsas, med GET."), headers={"Allow": allowed})


def broken() -> HttpResponse:
    """Return the answer when the program itself is at fault."""
    return problem(500, "api.broken", _("Något gick fel i programmet. Felet är sparat i serverns logg."))


def told_of(request: HttpRequest, error: object) -> HttpResponse:
    """Return what the caller is told of an error, whichever it is; a bug goes to the log as well."""
    match error:
        case DomainError() if error.code in SENTENCES:
            return refused(error)
        case AuthenticationError():
            return no_token()
        case ValidationError():
            return _invalid(error)
        case HttpError():
            return problem(error.status_code, "api.refused", HTTPStatus(error.status_code).phrase)
        case Http404():
            return not_here()
    _log.error("%s %s", request.method, request.path, exc_info=error if isinstance(error, Exception) else None)
    return broken()


def _invalid(error: ValidationError) -> HttpResponse:
    faults = [FieldFault(where=".".join(map(str, one["loc"])), what=str(one["msg"])) for one in error.errors]
    return problem(422, "api.invalid", _("En uppgift i adressen är inte som den måste vara."), errors=faults)
