"""The server: bounded, sealing its own trail, and starting without handwork after it was killed."""

import os
import signal
import socket
import time
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event, Thread, Timer
from typing import Any

import pytest
from django.db import OperationalError, connection
from pytest_django import Settings

from samsyn.accounts import queries as accounts
from samsyn.accounts.actions import add_person
from samsyn.areas import actions as areas
from samsyn.audit import actions, queries
from samsyn.cli import sealing
from samsyn.cli.operator import operator
from samsyn.cli.sealing import keep_sealing
from samsyn.cli.serving import LARGEST_BODY, Place, Server, bounded
from samsyn.core.errors import NotFound
from samsyn.core.periods import day_of
from samsyn.pictures.queries.versions import in_force
from samsyn.shell import clock
from samsyn.shell.demo import CAST, PASSWORD
from tests.audit.entries import write
from tests.cli.commands import samsyn, typed
from tests.cli.installations import WAIT_S, running


@pytest.mark.parametrize(
    ("length", "status"),
    [
        ("", "200"),
        ("0", "200"),
        (str(LARGEST_BODY), "200"),
        (str(LARGEST_BODY + 1), "413"),
        ("9" * 30, "413"),
        ("-1", "200"),
    ],
)
def test_a_body_too_large_is_turned_away_unread(length: str, status: str) -> None:
    said: list[str] = []

    def application(_environ: dict[str, Any], start: Callable[..., object]) -> Iterable[bytes]:
        start("200 OK", [])
        return []

    list(bounded(application)({"CONTENT_LENGTH": length}, lambda line, _headers: said.append(line)))
    assert [line[:3] for line in said] == [status]


def test_the_server_is_told_everything_and_keeps_no_access_log() -> None:
    server = Server(Place("127.0.0.1", 8000), ready=lambda: None)
    told = server.cfg.settings
    assert told["worker_class"].get() == "gthread"
    assert (told["workers"].get(), told["threads"].get(), told["accesslog"].get()) == (2, 4, None)
    assert (told["limit_request_line"].get(), told["limit_request_fields"].get()) == (4094, 60)
    assert told["preload_app"].get()


@pytest.mark.live
def test_a_port_that_is_taken_is_said_so(
    own_database: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samsyn.cli.preparing.collect_static", lambda: None)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = typed(capsys, "serve", "--port", str(taken.getsockname()[1]))
    assert (done.status, "cli.port-taken" in done.complained) == (2, True)


def _sealed_within(seconds: float, count: int) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if queries.head().sequence >= count:
            return True
        time.sleep(0.02)
    return False


@pytest.fixture
def stop() -> Event:
    return Event()


def _sealer(stop: Event) -> Thread:
    def work() -> None:
        keep_sealing(stop, every_s=0.01)
        connection.close()

    return Thread(target=work)


def test_the_sealer_seals_what_comes_until_it_is_stopped(own_database: None, stop: Event) -> None:
    thread = _sealer(stop)
    thread.start()
    try:
        for number in (1, 2):
            write(3)
            assert _sealed_within(10, 3 * number)
    finally:
        stop.set()
        thread.join()


def test_the_sealer_waits_for_a_database_that_is_away(
    own_database: None, stop: Event, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tries = iter([OperationalError("away"), OperationalError("away")])
    real = actions.seal

    def seal(*, thorough: bool = False) -> int:
        for error in tries:
            raise error
        return real(thorough=thorough)

    monkeypatch.setattr(sealing, "seal", seal)
    write(1)
    thread = _sealer(stop)
    thread.start()
    try:
        assert _sealed_within(10, 1)
    finally:
        stop.set()
        thread.join()
    assert caplog.text.count("could not be sealed") == 2


@pytest.mark.live
@pytest.mark.slow
@pytest.mark.sqlite_only
def test_the_demo_runs_in_an_empty_home_and_again_after_it_was_killed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with running("demo", home=home) as server:
        said = server.said.read_text(encoding="utf-8")
        assert PASSWORD in said
        assert all(member.username in said for member in CAST)
        token = samsyn("token", "farid", "--label", "x", "--purpose", "planering", home=home).said.splitlines()[-1]
        pictures = server.read("api/v1/pictures", token)["pictures"]
        marked = [f"api/v1/pictures/{one['unit']['code']}/versions/{one['number']}" for one in pictures]
        assert max(server.read(path, token)["highest"] for path in marked) >= 2
        server.kill()
    with running("demo", home=home) as server:
        assert server.read("api/v1/pictures", token)["pictures"] == pictures
        events = [one["event"] for one in server.read("api/v1/trail", token)["entries"]]
        assert "picture.read" in events
        until = time.monotonic() + WAIT_S
        while "Spåret" in (said := samsyn("verify", home=home).said) and " 0 väntar" not in said:
            assert time.monotonic() < until, said
    verified = samsyn("verify", home=home)
    assert verified.status == 0, verified.said


def test_the_demo_can_stand_on_another_day(
    own_database: None, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.CLOCK_SHIFT_S = 0.0
    for _ in range(2):  # the second time adds nothing
        assert typed(capsys, "demo", "--prepare", "--today", "2027-02-01").status == 0
        assert day_of(clock.now()) == date(2027, 2, 1)
        settings.CLOCK_SHIFT_S = 0.0
    later = datetime(2027, 2, 1, 12, tzinfo=UTC)
    farid = accounts.actor(accounts.person("farid").id, now=later)
    newest = day_of(max(one.signed_at for one in in_force(by=farid)))
    assert date(2027, 1, 20) < newest <= date(2027, 2, 1)


def test_the_demos_known_passwords_do_not_come_into_a_database_with_people(
    own_database: None, capsys: pytest.CaptureFixture[str]
) -> None:
    now = clock.now()
    nation_id = areas.found_nation(by=operator(), now=now, code="SE", name="Sverige", start=date(2015, 1, 1))
    people = {"username": "somebody", "name": "Någon Verklig", "organisation": "Polismyndigheten", "password": ""}
    add_person(by=operator(nation_id), now=now, nation_id=nation_id, **people)
    done = typed(capsys, "demo", "--prepare")
    assert (done.status, "cli.people-there" in done.complained) == (2, True)
    with pytest.raises(NotFound):
        accounts.person("astrid")


def test_a_worker_seals_until_it_is_told_to_stop(own_database: None, capsys: pytest.CaptureFixture[str]) -> None:
    write(3)
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    killer = Timer(0.5, lambda: os.kill(os.getpid(), signal.SIGTERM))
    killer.start()
    try:
        assert typed(capsys, "worker", "--every", "0.01").status == 0
    finally:
        killer.join()
        for number, handler in before.items():
            signal.signal(number, handler)
    assert queries.head().sequence == 3
