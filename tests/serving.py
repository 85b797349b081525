"""``samsyn serve`` in a process of its own, on a database that the test may also look into."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

SERVE = (sys.executable, "-m", "samsyn", "serve", "--processes", "1")
WAIT_S = 60


@pytest.fixture
def server(own_database: None) -> Iterator[str]:
    """Serve the test's own database; yield the address, without a slash at the end."""
    with served() as address:
        yield address


@contextmanager
def served() -> Iterator[str]:
    """Serve the database that the test's connection leads to, until the test is done."""
    from django.conf import settings  # noqa: PLC0415 - settings are read on import, after HOME is set
    from django.db import connection  # noqa: PLC0415 - needs settings

    connection.close()
    sqlite = connection.vendor == "sqlite"
    home = Path(connection.settings_dict["NAME"]).parent if sqlite else Path(_a_folder())
    if not (home / "static").exists():
        (home / "static").symlink_to(collected())
    (home / "secret-key").write_text(settings.SECRET_KEY)  # a session that the test makes holds on the server
    said, port = home / "server-said", _free_port()
    with said.open("wb") as output:
        process = subprocess.Popen(
            [*SERVE, "--port", str(port)],
            env={**os.environ, "SAMSYN_HOME": str(home), "SAMSYN_DATABASE": "" if sqlite else _address()},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    try:
        _wait_until_up(process, port, said)
        yield f"http://127.0.0.1:{port}"
        assert process.poll() is None, said.read_text(encoding="utf-8")
    finally:
        process.terminate()
        process.wait(timeout=WAIT_S)


@cache
def collected() -> Path:
    """Return the folder of static files with hashed names, made once per process."""
    from django.conf import settings  # noqa: PLC0415 - needs settings

    surroundings = {**os.environ, "DJANGO_SETTINGS_MODULE": "samsyn.config.settings"}
    command = [sys.executable, "-m", "django", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(command, env=surroundings, check=True)
    return Path(settings.STATIC_ROOT)


def _wait_until_up(process: "subprocess.Popen[bytes]", port: int, said: Path) -> None:
    patience = time.monotonic() + WAIT_S
    while True:
        assert process.poll() is None, said.read_text(encoding="utf-8")
        assert time.monotonic() < patience, said.read_text(encoding="utf-8")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _address() -> str:
    """Return the address of the copy on PostgreSQL that this test's connection leads to."""
    from django.db import connection  # noqa: PLC0415 - needs settings

    before, _, _ = os.environ["SAMSYN_DATABASE"].rpartition("/")
    return f"{before}/{connection.settings_dict['NAME']}"


def _a_folder() -> str:
    return tempfile.mkdtemp(dir=os.environ["SAMSYN_HOME"])
