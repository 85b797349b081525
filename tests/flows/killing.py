"""A server that is killed without warning and started again."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection

from samsyn.shell import clock

UP_WITHIN_S = 60


@dataclass(slots=True)
class Server:
    """``samsyn serve`` on a home of its own, in a process group that is killed whole."""

    home: Path
    port: int
    surroundings: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        """Return the id of the process, which is that of its group."""
        assert self.process is not None
        return self.process.pid

    def start(self) -> None:
        """Start it, with no other preparation than the command itself makes."""
        command = [sys.executable, "-m", "samsyn", "serve", "--port", str(self.port)]
        with (self.home / "said").open("ab") as said:
            self.process = subprocess.Popen(
                command, env=dict(self.surroundings), stdout=said, stderr=said, start_new_session=True
            )

    def wait_until_up(self) -> None:
        """Return once it answers."""
        patience = time.monotonic() + UP_WITHIN_S
        while not self._answers():
            assert self.process is not None
            assert self.process.poll() is None, self.said
            assert time.monotonic() < patience, self.said
            time.sleep(0.02)

    def kill(self) -> None:
        """Kill every process of it at once, as a power cut would."""
        os.killpg(self.pid, signal.SIGKILL)
        assert self.process is not None
        self.process.wait()

    def stop(self) -> None:
        """End it in good order, if it runs."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=30)

    @property
    def said(self) -> str:
        """Return what it has printed."""
        return (self.home / "said").read_text(encoding="utf-8")

    def _answers(self) -> bool:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            line.request("GET", "/om/uppgifter/")
            return line.getresponse().status == http.HTTPStatus.OK
        except (OSError, http.client.HTTPException):
            return False
        finally:
            line.close()


@contextmanager
def mortal_server(home: Path, *, now: datetime) -> Iterator[Server]:
    """Yield a server, not yet started, on the database that the test's connection leads to; it lives from ``now``."""
    home.mkdir(exist_ok=True)
    (home / "secret-key").write_text(settings.SECRET_KEY, encoding="utf-8")  # sessions made by the test hold there
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    shift = str((now - clock.now()).total_seconds())
    server = Server(home, port, {**os.environ, **_store(), "SAMSYN_HOME": str(home), "SAMSYN_CLOCK_SHIFT_S": shift})
    try:
        yield server
    finally:
        server.stop()


def _store() -> dict[str, str]:
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return {"SAMSYN_DATABASE": ""}
    return {"SAMSYN_DATABASE": f"{os.environ['SAMSYN_DATABASE'].rpartition('/')[0]}/{name}"}


def home_of_database(otherwise: Path) -> Path:
    """Return the folder that the server calls home: beside the database where that is a file."""
    return Path(connection.settings_dict["NAME"]).parent if connection.vendor == "sqlite" else otherwise
