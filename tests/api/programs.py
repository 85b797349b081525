"""Programs that call the interface with a token, and what a test asks of every answer."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samsyn.accounts.actions import make_token
from samsyn.core.access import Actor, Purpose
from samsyn.shell import chance, clock
from tests.cast import NOW

PREFIX = "/api/v1/"


@dataclass(frozen=True, slots=True)
class Program:
    """A program with a token; called with a path under the prefix it returns the answer."""

    secret: str

    def __call__(self, path: str, **headers: str) -> HttpResponse:
        """Read an address; ``headers`` are written as arguments, with underscores."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.client.get(f"{PREFIX}{path}", headers=named)  # type: ignore[return-value] # the test's subclass

    @property
    def client(self) -> Client:
        """Return a client that sends the token and lets no exception through."""
        return Client(raise_request_exception=False, headers={"Authorization": f"Bearer {self.secret}"})

    def json(self, path: str) -> Any:
        """Return what a good answer holds."""
        response = self(path)
        assert response.status_code == 200, response.content
        return json.loads(response.content)


def program(actor: Actor, *, now: datetime = NOW, purpose: Purpose = Purpose.PLANNING, days: int = 30) -> Program:
    """Return a program that stands for a person."""
    secret = chance.new_id()
    make_token(by=actor, now=now, secret=secret, label="test", purpose=purpose, days=days)
    return Program(secret)


def queries(asking: Program, path: str) -> int:
    """Return how many queries a good answer costs."""
    with CaptureQueriesContext(connection) as captured:
        asking.json(path)
    return len(captured)


def stand_at(now: datetime) -> None:
    """Move the clock of the house; the fixture ``standing`` puts it back."""
    settings.CLOCK_SHIFT_S = 0.0
    settings.CLOCK_SHIFT_S = (now - clock.now()).total_seconds()


def problem(response: HttpResponseBase, status: int) -> dict[str, Any]:
    """Return the problem in an answer, which is of the given status and looks as RFC 9457 has it."""
    assert isinstance(response, HttpResponse)
    assert response.status_code == status, response.content
    assert response["Content-Type"] == "application/problem+json"
    told: dict[str, Any] = json.loads(response.content)
    assert told["status"] == status
    assert told["type"] == f"urn:samsyn:problem:{told['code']}"
    assert told["title"]
    assert told["detail"].endswith(".")
    return told
