"""Somebody of the cast in front of the pages: signed in, with or without a purpose, reading what a page says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from samsyn.core.access import Actor
from samsyn.shell import clock
from tests.cast import NOW, Cast, make_cast

_HIDDEN = re.compile(r"<(script|head|svg|footer)\b.*?</\1>|<header class=\"top.*?</header>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Visit:
    """One answer of the server."""

    response: HttpResponseBase

    @property
    def content(self) -> bytes:
        """Return the bytes that were sent."""
        assert isinstance(self.response, HttpResponse)
        return self.response.content

    @property
    def html(self) -> str:
        """Return the page as it was sent."""
        return self.content.decode()

    @property
    def words(self) -> str:
        """Return what a reader sees below the head of the page, on one line."""
        return " ".join(unescape(_TAG.sub(" ", _HIDDEN.sub(" ", self.html))).split())

    def links(self, start: str) -> list[str]:
        """Return the addresses on the page that begin in a certain way."""
        return [unescape(link) for link in re.findall(r'href="([^"]*)"', self.html) if link.startswith(start)]


@dataclass(frozen=True, slots=True)
class Visitor:
    """A signed-in member of the cast."""

    client: Client

    def get(self, path: str, *, status: int = 200) -> Visit:
        """Open a page and hold that it answers as expected."""
        return _answered(Visit(self.client.get(path)), status)

    def post(self, path: str, form: Mapping[str, str] | None = None, *, status: int = 302, **fields: str) -> Visit:
        """Send a form."""
        return _answered(Visit(self.client.post(path, {**(form or {}), **fields})), status)

    def queries(self, path: str) -> int:
        """Return how many queries a page costs."""
        self.get(path)
        with CaptureQueriesContext(connection) as captured:
            self.get(path)
        return len(captured)


def _answered(visit: Visit, status: int) -> Visit:
    assert visit.response.status_code == status, visit.words[-800:]
    return visit


def visitor(actor: Actor) -> Visitor:
    """Sign the member in; one who has a purpose has chosen it."""
    client = Client()
    client.force_login(get_user_model().objects.get(pk=actor.person_id))
    if actor.purpose:
        client.post("/andamal/", {"purpose": actor.purpose.value, "next": "/min-logg/"})
    return Visitor(client)


def stand_at(now: datetime) -> None:
    """Move the clock of the house; the settings fixture puts it back."""
    settings.CLOCK_SHIFT_S = 0.0
    settings.CLOCK_SHIFT_S = (now - clock.now()).total_seconds()


def standing_cast(given: Settings) -> Cast:
    """Return the cast in a training nation with areas and no pictures; the clock stands with them."""
    given.CLOCK_SHIFT_S = 0.0
    Path(given.STATIC_ROOT).mkdir(exist_ok=True)  # or whitenoise warns
    stand_at(NOW)
    return make_cast()
