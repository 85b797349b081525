"""Who calls: the person that a program's token stands for, with the token's purpose.

A session counts for nothing here, so no page of another site can make a browser call.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.http import HttpRequest
from ninja.security import HttpBearer

from samsyn.accounts import queries as accounts
from samsyn.core.access import Actor
from samsyn.core.errors import NotAllowed
from samsyn.core.periods import day_of
from samsyn.shell import clock

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Caller:
    """The actor behind a call and the one moment at which the call is answered."""

    actor: Actor
    now: datetime

    @property
    def today(self) -> date:
        """Return the Swedish day of the call."""
        return day_of(self.now)


class Token(HttpBearer):
    """Bearer tokens, made with ``samsyn token``."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:  # noqa: ARG002 - the framework's signature
        """Return the caller, or nothing for a token that is unknown, expired or of somebody who has left."""
        now = clock.now()
        if len(token) > _LONGEST:
            return None
        try:
            return Caller(accounts.actor_of_token(token, now=now), now)
        except NotAllowed:
            return None


def caller(request: HttpRequest) -> Caller:
    """Return who calls; only endpoints behind :class:`Token` may ask."""
    return cast("Caller", request.auth)  # type: ignore[attr-defined] # set by the framework
