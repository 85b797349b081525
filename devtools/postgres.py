"""A PostgreSQL server for one run of the tests: made in a temporary folder, gone afterwards."""

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",  # the data is thrown away, so nothing has to survive a power cut
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
}
OWNER = "samsyn"


@contextmanager
def throwaway(programs: Path) -> Iterator[str]:
    """Start a server and yield the address of an empty database whose owner is no superuser.

    PostgreSQL refuses to run as root, so root becomes the user ``postgres`` that its package makes.
    """
    folder = Path(tempfile.mkdtemp(prefix="samsyn-postgres-"))
    log, data, password = folder / "log", folder / "data", secrets.token_hex(16)
    try:
        _write_password(folder / "password", password)
        initdb = ["-D", str(data), "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        _run(programs / "initdb", *initdb, "--auth=scram-sha-256", f"--pwfile={folder / 'password'}")
        port = _start(programs, data, log)
        try:
            for statement in _setting_up(password):
                _sql(programs, port, password, statement)
            yield f"postgres://{OWNER}:{password}@127.0.0.1:{port}/{OWNER}"
        finally:
            _run(programs / "pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _setting_up(password: str) -> Sequence[str]:
    rights = "LOGIN CREATEDB CREATEROLE NOSUPERUSER NOBYPASSRLS"
    return (f"CREATE ROLE {OWNER} {rights} PASSWORD '{password}'", f"CREATE DATABASE {OWNER} OWNER {OWNER}")


def _write_password(path: Path, password: str) -> None:
    path.touch(mode=0o600)
    path.write_text(password, encoding="ascii")
    if os.geteuid() == 0:
        for owned in (path.parent, path):
            shutil.chown(owned, "postgres", "postgres")


def _start(programs: Path, data: Path, log: Path) -> int:
    """Start on a free port; somebody else may take it in between, so try a few times."""
    for attempt in range(5):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port: int = probe.getsockname()[1]
        settings = {**SETTINGS, "port": str(port), "unix_socket_directories": str(data)}
        options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        try:
            _run(programs / "pg_ctl", "-D", str(data), "-l", str(log), "-w", "-t", "60", "-o", options, "start")
        except RuntimeError:
            if attempt == 4:  # noqa: PLR2004 - the last of five
                raise
        else:
            return port
    raise AssertionError


def _sql(programs: Path, port: int, password: str, statement: str) -> None:
    where = ["-h", "127.0.0.1", "-p", str(port), "-U", "postgres", "-d", "postgres"]
    _run(programs / "psql", *where, "-v", "ON_ERROR_STOP=1", "-qc", statement, PGPASSWORD=password)


def _run(program: Path, *arguments: str, **extra: str) -> None:
    become = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] if os.geteuid() == 0 else []
    # Output goes to a file: the server would otherwise hold a pipe open and the wait never end.
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        command = [*become, str(program), *arguments]
        surroundings = {**os.environ, "LC_ALL": "C.UTF-8", **extra}
        done = subprocess.run(
            command, env=surroundings, cwd="/", stdin=subprocess.DEVNULL, stdout=said, stderr=said, check=False
        )
        if done.returncode != 0:
            said.seek(0)
            message = f"{program.name} failed:\n{said.read()}"
            raise RuntimeError(message)
