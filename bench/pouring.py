"""Rows by the hundred thousand into SQLite, past the framework's objects; a column not named gets its default."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection, models, transaction

Row = tuple[object, ...]
MANY = 50_000
"""Rows that wait before they are written."""


def pour(model: type[models.Model], columns: str, rows: Iterable[Row]) -> None:
    """Insert rows whose values stand as SQLite keeps them, in the order of ``columns`` (names with blanks between)."""
    table = model._meta  # noqa: SLF001 - so the framework calls what everybody may read
    fields = {field.attname: field for field in table.concrete_fields}
    named = columns.split()
    defaults = {
        name: field.get_db_prep_save(field.get_default(), connection)
        for name, field in fields.items()
        if name not in named and not isinstance(field, models.AutoField)
    }
    names = ", ".join(f'"{fields[name].column}"' for name in (*named, *defaults))
    marks, rest = ", ".join("?" * (len(named) + len(defaults))), tuple(defaults.values())
    statement = f'INSERT INTO "{table.db_table}" ({names}) VALUES ({marks})'
    with transaction.atomic():
        driver().executemany(statement, ((*row, *rest) for row in rows))


class Buffer:
    """Rows of several tables that wait until there are many."""

    def __init__(self, columns: dict[type[models.Model], str]) -> None:
        """Name the tables, those that others point at first, and the columns that their rows hold."""
        self._columns = columns
        self._rows: dict[type[models.Model], list[Row]] = {model: [] for model in columns}

    def add(self, model: type[models.Model], *values: object) -> None:
        """Keep one row."""
        self._rows[model].append(values)

    def flush(self, *, least: int = 0) -> None:
        """Write what waits, where at least so many rows do."""
        if sum(map(len, self._rows.values())) >= least:
            for model, rows in self._rows.items():
                pour(model, self._columns[model], rows)
                rows.clear()


def driver() -> Any:  # noqa: ANN401 - the driver's own connection has no type here
    """Return the driver's connection, opened."""
    connection.ensure_connection()
    return connection.connection


def hurry() -> None:
    """Write without a journal, without waiting for the disk and without checking keys: all of it can be made again."""
    for pragma in (
        "journal_mode=OFF",
        "synchronous=OFF",
        "secure_delete=OFF",
        "foreign_keys=OFF",
        "cache_size=-200000",
    ):
        driver().execute(f"PRAGMA {pragma}")


def moment(at: datetime) -> str:
    """Return an aware moment in UTC as SQLite keeps it."""
    return at.replace(tzinfo=None).isoformat(sep=" ")
