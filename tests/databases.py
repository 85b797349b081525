"""Test databases that are copied, never flushed: append-only tables refuse to be emptied."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.db import connection
from django.test.utils import setup_databases, teardown_databases

from samsyn.audit import triggers

_copies = count(1)
T = TypeVar("T")


@contextmanager
def prepared() -> Iterator[None]:
    """Make the test database of this process: tables first, then the append-only triggers."""
    before = setup_databases(verbosity=0, interactive=False)
    try:
        triggers.install()
        yield
    finally:
        connection.close()
        teardown_databases(before, verbosity=0)


@contextmanager
def furnished(furnish: Callable[[], T], *, of: str = "") -> Iterator[tuple[str, T]]:
    """Make a copy, let ``furnish`` write in it, and yield its name, to be copied from, with what was returned."""
    name = _copy(of or str(connection.settings_dict["NAME"]))
    try:
        with _leading_to(name):
            made = furnish()
        yield name, made
    finally:
        _drop(name)


@contextmanager
def copied(of: str = "") -> Iterator[str]:
    """Let the connection of every thread lead to a copy of a database; yield the copy's name.

    Threads and servers that the test starts close their own connections before it ends.
    """
    name = _copy(of or str(connection.settings_dict["NAME"]))
    try:
        with _leading_to(name):
            yield name
    finally:
        _drop(name)


@contextmanager
def _leading_to(name: str) -> Iterator[None]:
    before = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = before


def _copy(original: str) -> str:
    connection.close()
    return _copy_file(original) if connection.vendor == "sqlite" else _copy_on_server(original)


def _drop(name: str) -> None:
    if connection.vendor == "sqlite":
        shutil.rmtree(Path(name).parent)
    else:
        _execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _copy_file(original: str) -> str:
    copy = str(Path(tempfile.mkdtemp(prefix="copy-", dir=settings.HOME)) / "samsyn.sqlite3")
    with closing(sqlite3.connect(original)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    return copy


def _copy_on_server(original: str) -> str:
    copy = f"{original}_{next(_copies)}"
    _execute(f'CREATE DATABASE "{copy}" TEMPLATE "{original}"')
    return copy


def _execute(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
