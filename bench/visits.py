"""What a visit costs: processor time of pages, seconds from a signature to the nation's page, seconds of a PDF."""

import http.client
import re
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import urlencode

from bench.guide import CSRF, Guide, Signing, Visit
from bench.server import Server

WARM_UP, ROUNDS = 12, 9
ROUND_S = 0.5
"""Processor time that one page gets in one round: 50 ticks of the clock that the system counts in."""

COUNTED = re.compile(r"Just nu: (\d+) av")
"""Where the nation's page says for how many areas a signed picture answers."""

PATIENCE_S = 20


@dataclass(frozen=True, slots=True)
class Country:
    """One generated country being served."""

    guide: Guide
    server: Server


@dataclass(slots=True)
class Cost:
    """Processor time of one page on one server: milliseconds a request, round by round."""

    rounds_ms: list[float]

    @property
    def ms(self) -> float:
        """Return the cost of a request in the middle round."""
        return statistics.median(self.rounds_ms)

    def times(self, other: "Cost") -> list[float]:
        """Return how many times the other's cost this is, round by round: a busy moment is busy for both."""
        return [mine / its for mine, its in zip(self.rounds_ms, other.rounds_ms, strict=True)]


class Caller:
    """A connection that stays open."""

    def __init__(self, server: Server) -> None:
        """Open it at the first question."""
        self._line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=120)

    def get(self, visit: Visit) -> bytes:
        """Ask for a page, which must be there."""
        self._line.request("GET", visit.path, headers={"Cookie": visit.cookies})
        answer = self._line.getresponse()
        body = answer.read()
        if answer.status != http.HTTPStatus.OK:
            _give_up(f"{visit.path}: {answer.status} {answer.headers.get('Location', '')}")
        return body

    def sign(self, signing: Signing) -> None:
        """Sign a draft."""
        form = {"edition": str(signing.edition), **{f"cause-{one}": "world" for one in signing.chapters}}
        headers = {
            "Cookie": signing.cookies,
            "X-CSRFToken": CSRF,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        self._line.request("POST", f"/lagesbild/{signing.code}/faststall/", urlencode(form), headers)
        answer = self._line.getresponse()
        body = answer.read()
        if answer.status != http.HTTPStatus.FOUND:
            _give_up(f"{signing.code}: {answer.status} {body.decode()[:2000]}")

    def close(self) -> None:
        """Hang up."""
        self._line.close()


@contextmanager
def calling(server: Server) -> Iterator[Caller]:
    """Call a server and hang up afterwards."""
    caller = Caller(server)
    try:
        yield caller
    finally:
        caller.close()


def costs(countries: Sequence[Country]) -> Sequence[Mapping[str, Cost]]:
    """Return the cost of every page in every country, the empty page first.

    Pages and countries take turns, round by round, so that a machine that is busy for a while is busy for all.
    """
    found: list[dict[str, Cost]] = [{} for _ in countries]
    for _round in range(ROUNDS):
        for which in range(1 + len(countries[0].guide.visits)):
            for country, costs_here in zip(countries, found, strict=True):
                visit = (country.guide.empty, *country.guide.visits)[which]
                costs_here.setdefault(visit.name, Cost([])).rounds_ms.append(_round_ms(country.server, visit))
    return found


def _round_ms(server: Server, visit: Visit) -> float:
    with calling(server) as caller:
        began = server.cpu_s()
        for _request in range(WARM_UP):
            caller.get(visit)
        each_s = max(server.cpu_s() - began, 0.01) / WARM_UP
        requests = max(WARM_UP, round(ROUND_S / each_s))
        began = server.cpu_s()
        for _request in range(requests):
            caller.get(visit)
        return (server.cpu_s() - began) / requests * 1_000


def seconds_to_the_nation(country: Country) -> list[float]:
    """Sign every draft that waits, and return how long it took until the nation's page counted each."""
    taken = []
    with calling(country.server) as chief, calling(country.server) as nation:
        for signing in country.guide.signings:
            before = _counted(nation.get(country.guide.nation))
            began = time.perf_counter()
            chief.sign(signing)
            while _counted(nation.get(country.guide.nation)) != before + 1:
                if time.perf_counter() - began > PATIENCE_S:
                    _give_up(f"{signing.code} is signed and not counted")
            taken.append(time.perf_counter() - began)
    return taken


def seconds_of_a_pdf(country: Country) -> list[float]:
    """Print a full picture some times after warming up, and return how long each took."""
    with calling(country.server) as caller:
        for _warm in range(3):
            caller.get(country.guide.printed)
        return [_seconds(caller, country.guide.printed) for _print in range(7)]


def _seconds(caller: Caller, visit: Visit) -> float:
    began = time.perf_counter()
    caller.get(visit)
    return time.perf_counter() - began


def _counted(page: bytes) -> int:
    found = COUNTED.search(page.decode())
    return int(found[1]) if found else _give_up("the nation's page does not say how many areas are answered for")


def _give_up(why: str) -> NoReturn:
    raise RuntimeError(why)
