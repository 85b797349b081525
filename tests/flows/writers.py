"""Writers who keep on while the server is killed: what got no answer is sent again, as the page does."""

import http.client
import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random  # noqa: TID251 - a seeded one: a test that fails can be run again with its seed
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore

from samsyn.accounts.models import Person

CSRF = "a" * 32
LETTERS = str.maketrans("0123456789", "abcdefghij")


def signed_in(username: str) -> str:
    """Return the cookies of somebody who has just signed in."""
    person = Person.objects.get(username=username)
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.CSRF_COOKIE_NAME}={CSRF}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said: status, where it leads, and the body."""

    status: int
    location: str
    body: bytes


@dataclass(slots=True)
class Line:
    """Somebody's connection to the server; opened again when it breaks."""

    port: int
    cookies: str
    _line: http.client.HTTPConnection | None = None

    def get(self, path: str) -> Answer:
        """Ask for a page; raise where no whole answer came."""
        return self._ask("GET", path, None, {})

    def post(self, path: str, form: Mapping[str, str], **headers: str) -> Answer:
        """Send a form; raise where no whole answer came."""
        sent = {"Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": CSRF, **headers}
        return self._ask("POST", path, urlencode(form), sent)

    def close(self) -> None:
        """Let go of the connection."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def _ask(self, method: str, path: str, body: str | None, headers: Mapping[str, str]) -> Answer:
        try:
            if self._line is None:
                self._line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
            self._line.request(method, path, body, {"Cookie": self.cookies, **headers})
            answer = self._line.getresponse()
            return Answer(answer.status, answer.headers.get("Location", ""), answer.read())
        except (OSError, http.client.HTTPException):
            self.close()
            raise


@dataclass(slots=True)
class Told:
    """What a writer knows of one paragraph: begun or not, texts acknowledged by revision, the text last sent."""

    begun: bool = False
    said: dict[int, str] = field(default_factory=dict)
    sent: str = ""


@dataclass(slots=True)
class Writer:
    """Begins paragraphs in one chapter and saves them over and over; what got no answer is sent again."""

    line: Line
    code: str
    chapter_id: str
    chance: Random
    stop: threading.Event
    told: dict[str, Told] = field(default_factory=dict)
    refused: list[Answer] = field(default_factory=list)

    def write_on(self) -> None:
        """Write until told to stop; the last form may then be left without an answer."""
        try:
            while not self.stop.is_set() and not self.refused:
                self._one_paragraph()
        finally:
            self.line.close()

    @property
    def acknowledged(self) -> int:
        """Count the writes that the server has said yes to."""
        return sum(one.begun + len(one.said) for one in self.told.values())

    def _one_paragraph(self) -> None:
        paragraph_id = f"{self.chance.getrandbits(128):032x}"
        told = self.told[paragraph_id] = Told()
        base = f"/lagesbild/{self.code}/utkast"
        begun = {"chapter_id": self.chapter_id, "paragraph_id": paragraph_id, "kind": "text", "section": "patterns"}
        answer = self._insist(f"{base}/nytt/", begun)
        if answer is None or not self._taken(answer, answer.status == 302 and "/utkast/" in answer.location):
            return
        told.begun, rev = True, 1
        for _save in range(self.chance.randint(1, 5)):
            told.sent = f"Belysningen vid torget är trasig, gång {self.chance.getrandbits(60)}.".translate(LETTERS)
            form = {"rev": str(rev), "text": told.sent, "certainty": "sannolikt"}
            answer = self._insist(f"{base}/stycke/{paragraph_id}/", form)
            if answer is None or not self._taken(answer, answer.status == 200):
                return
            rev = json.loads(answer.body)["rev"]
            told.said[rev] = told.sent

    def _taken(self, answer: Answer, taken: bool) -> bool:
        if not taken:
            self.refused.append(answer)
        return taken

    def _insist(self, path: str, form: Mapping[str, str]) -> Answer | None:
        """Send the same form until it is answered, as a page that saves itself does; None when told to stop."""
        while True:
            try:
                return self.line.post(path, form, **{"X-Requested-With": "samsyn-autosave"})
            except (OSError, http.client.HTTPException):
                if self.stop.wait(0.05):
                    return None
