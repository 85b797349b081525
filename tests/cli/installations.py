"""Installations of the test's own: an empty database for a backup to go back to, a server that can be killed."""

import json
import os
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection

from tests import databases
from tests.cli.commands import command, surroundings

WAIT_S = 60


@contextmanager
def empty_database() -> Iterator[str]:
    """Yield the address of an empty database on the server, or nothing where the store is a file in the home."""
    if connection.vendor == "sqlite":
        yield ""
        return
    name = f"{connection.settings_dict['NAME']}_restored"
    databases._execute(f'CREATE DATABASE "{name}"')
    try:
        yield f"{os.environ['SAMSYN_DATABASE'].rpartition('/')[0]}/{name}"
    finally:
        databases._execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@dataclass(frozen=True, slots=True)
class Running:
    """A server in a process group of its own."""

    process: subprocess.Popen[str]
    address: str
    said: Path

    def kill(self) -> None:
        """Kill the server and all its processes at once, as a power cut would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(WAIT_S)

    def read(self, path: str, token: str) -> Any:
        """Return what a good answer holds."""
        asked = urllib.request.Request(f"{self.address}{path}", headers={"Authorization": f"Bearer {token}"})
        with urllib.request.urlopen(asked, timeout=WAIT_S) as response:
            return json.load(response)


@contextmanager
def running(*words: str, home: Path, database: str = "") -> Iterator[Running]:
    """Start a server with a command and yield it once it says that it answers; it is told to stop afterwards."""
    port = _free_port()
    said = home.parent / f"{home.name}-{port}.log"
    with said.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            [*command(*words), "--port", str(port)],
            env=surroundings(home, database),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            text=True,
        )
    server = Running(process, f"http://127.0.0.1:{port}/", said)
    try:
        _wait_for(server)
        yield server
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(WAIT_S)


def _wait_for(server: Running) -> None:
    until = time.monotonic() + WAIT_S
    while server.address not in server.said.read_text(encoding="utf-8"):
        assert server.process.poll() is None, server.said.read_text(encoding="utf-8")
        assert time.monotonic() < until, server.said.read_text(encoding="utf-8")
        time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
