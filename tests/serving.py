"""The real server in a process of its own, on a database that the test may also look into."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO

import pytest

SERVER = (sys.executable, "-m", "gunicorn", "samsyn.config.wsgi", "--workers", "1", "--threads", "4")
WAIT_S = 30


@pytest.fixture
def server(own_database: None) -> Iterator[str]:
    """Serve the test's own database; yield the address, without a slash at the end."""
    with served() as address:
        yield address


@contextmanager
def served() -> Iterator[str]:
    """Serve the database that the test's connection leads to, until the test is done."""
    from django.db import connection  # noqa: PLC0415 - needs settings

    connection.close()
    home = Path(connection.settings_dict["NAME"]).parent if connection.vendor == "sqlite" else Path(_a_folder())
    if not (home / "static").exists():
        (home / "static").symlink_to(collected())
    with socket.socket() as listening, tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        listening.bind(("127.0.0.1", 0))
        listening.listen(128)  # from here on a visitor waits instead of being turned away
        process = _start(listening, said.fileno(), {"SAMSYN_HOME": str(home), **_database()})
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
            assert process.poll() is None, _all_of(said)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=WAIT_S)


@cache
def collected() -> Path:
    """Return the folder of static files with hashed names, made once per process."""
    from django.conf import settings  # noqa: PLC0415 - needs settings

    surroundings = {**os.environ, "DJANGO_SETTINGS_MODULE": "samsyn.config.settings"}
    command = [sys.executable, "-m", "django", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(command, env=surroundings, check=True)
    return Path(settings.STATIC_ROOT)


def _start(listening: socket.socket, output: int, extra: dict[str, str]) -> subprocess.Popen[bytes]:
    fd = listening.fileno()
    return subprocess.Popen(
        [*SERVER, "--bind", f"fd://{fd}", "--graceful-timeout", "2"],
        env={**os.environ, **extra},
        pass_fds=[fd],
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
    )


def _database() -> dict[str, str]:
    """Lead the server to the copy that this test's connection leads to."""
    from django.db import connection  # noqa: PLC0415 - needs settings

    if connection.vendor == "sqlite":
        return {"SAMSYN_DATABASE": ""}
    before, _, _ = os.environ["SAMSYN_DATABASE"].rpartition("/")
    return {"SAMSYN_DATABASE": f"{before}/{connection.settings_dict['NAME']}"}


def _a_folder() -> str:
    return tempfile.mkdtemp(dir=os.environ["SAMSYN_HOME"])


def _all_of(said: IO[str]) -> str:
    said.seek(0)
    return said.read()
