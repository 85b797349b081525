"""Somebody of the cast in front of a page: opens addresses, posts forms, reads what stands there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from html.parser import HTMLParser

from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client

from samsyn.areas.publication import load_published
from samsyn.cli.seed.country import installer
from samsyn.core.access import Actor
from tests.cast import NOW, Cast


@dataclass(frozen=True, slots=True)
class Page:
    """An answer from the server and the words on it."""

    status: int
    html: str = field(repr=False)
    location: str

    @property
    def words(self) -> str:
        """Return what is read on the page, one space between words."""
        reader = _Words()
        reader.feed(self.html)
        return " ".join(" ".join(reader.said).split())

    def values(self, name: str) -> list[str]:
        """Return the values of the fields with a name, as written in the form."""
        found = re.findall(rf'<input[^>]*name="{re.escape(name)}"[^>]*value="([^"]*)"', self.html)
        area = re.findall(rf'<textarea[^>]*name="{re.escape(name)}"[^>]*>\n(.*?)</textarea>', self.html, re.DOTALL)
        return [unescape(one) for one in (*found, *area)]

    def chosen(self, name: str) -> str:
        """Return the value chosen in a select."""
        options = re.search(rf'<select[^>]*name="{re.escape(name)}".*?</select>', self.html, re.DOTALL)
        assert options, name
        found = re.search(r'<option value="([^"]*)" selected', options[0])
        assert found, name
        return found[1]

    def headings_of_rows(self) -> list[str]:
        """Return the linked names that head the rows of the tables, in their order."""
        return [unescape(name) for name in re.findall(r'<th scope="row"><a href="[^"]*">(.*?)</a>', self.html)]


class Visit:
    """``visit(cast.farid, "/riket/OV/")`` opens a page; ``visit.post`` sends a form."""

    def __init__(self, cast: Cast) -> None:
        """Remember whose world it is."""
        self.cast = cast

    def __call__(self, actor: Actor, path: str, query: Mapping[str, str] | None = None) -> Page:
        """Open a page as somebody, with the purpose that the actor carries."""
        return _page(self.client(actor).get(path, query or {}))

    def post(self, actor: Actor, path: str, form: Mapping[str, str]) -> Page:
        """Send a form as somebody."""
        return _page(self.client(actor).post(path, form))

    def raw(self, actor: Actor, path: str, query: Mapping[str, str] | None = None) -> HttpResponse:
        """Return the bare answer, for files."""
        return self.client(actor).get(path, query or {})  # type: ignore[return-value] # the client's own subclass

    def client(self, actor: Actor) -> Client:
        """Return a browser in which somebody is signed in."""
        client = Client(raise_request_exception=True)
        client.force_login(get_user_model().objects.get(pk=actor.person_id))
        if actor.purpose:
            session = client.session
            session["purpose"] = [actor.purpose.value, NOW.date().isoformat()]
            session.save()
        return client


def add_sweden(*, now: datetime = NOW) -> int:
    """Load the published facts beside the training nation and return the real nation's id."""
    return load_published(by=installer(), now=now)


def _page(response: object) -> Page:
    assert isinstance(response, HttpResponse)
    return Page(response.status_code, response.content.decode(), response.headers.get("Location", ""))


class _Words(HTMLParser):
    """Collects text outside scripts and heads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)
