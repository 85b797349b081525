"""Copying each store while it is written to, and putting a copy back."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from django.db import connection

from samsyn.cli.backups.manifest import BackupDamaged, FolderNotEmpty
from samsyn.core.errors import DomainError

FILES = {"sqlite": "samsyn.sqlite3", "postgresql": "samsyn.dump"}
"""What the copy of each store is called in the folder."""


class ProgramMissing(DomainError):
    """A program that PostgreSQL comes with is not on this machine; facts: program."""

    code = "cli.program-missing"


class ProgramFailed(DomainError):
    """PostgreSQL's own program could not do it; what it said stands above; facts: program."""

    code = "cli.program-failed"


def dump(folder: Path) -> Path:
    """Copy the database into the folder, all of it as of one moment; writers go on meanwhile."""
    copy = folder / FILES[connection.vendor]
    if connection.vendor == "sqlite":
        _copy(Path(str(connection.settings_dict["NAME"])), copy)
    else:
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file", str(copy))
        copy.chmod(0o600)
    return copy


def load(folder: Path) -> None:
    """Put the copy in the folder back into the database of this home, which must be empty."""
    copy, name = folder / FILES[connection.vendor], str(connection.settings_dict["NAME"])
    if connection.introspection.table_names():
        raise FolderNotEmpty(folder=Path(name).name)
    connection.close()
    if connection.vendor == "sqlite":
        _copy(copy, Path(name))
        return
    database = ("--dbname", name)
    _run("pg_restore", "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", *database, str(copy))


def _copy(source: Path, target: Path) -> None:
    """Copy an SQLite database in one step, with what stands in its log; the copy is one file."""
    address = f"{source.resolve().as_uri()}?mode=rw"
    with closing(sqlite3.connect(address, uri=True, timeout=20)) as read, closing(sqlite3.connect(target)) as written:
        read.backup(written)
        written.execute("PRAGMA journal_mode=DELETE")
        if written.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise BackupDamaged(file=target.name)
    target.chmod(0o600)


def _run(program: str, *arguments: str) -> None:
    found = shutil.which(program) or next(iter(_installed(program)), None)
    if found is None:
        raise ProgramMissing(program=program)
    done = subprocess.run([found, *arguments], env={**os.environ, **_login()}, stdin=subprocess.DEVNULL, check=False)  # noqa: S603 - PostgreSQL's own programs, arguments of our own
    if done.returncode != 0:
        raise ProgramFailed(program=program)


def _installed(program: str) -> Sequence[str]:
    """Return where Debian keeps PostgreSQL's programs, newest first."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    return [str(folder / program) for folder in folders if (folder / program).exists()]


def _login() -> dict[str, str]:
    """Return how PostgreSQL's programs reach the database; the password never stands on a command line."""
    given = connection.settings_dict
    named = {"HOST": "PGHOST", "PORT": "PGPORT", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "NAME": "PGDATABASE"}
    return {variable: str(given[key]) for key, variable in named.items() if given.get(key)}
