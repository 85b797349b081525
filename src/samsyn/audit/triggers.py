"""Triggers that make tables append-only, on both stores.

SQLite drops a table's triggers when the table is altered, so ``samsyn migrate`` runs
:func:`install` after every migration and :func:`missing` says what is not guarded.
"""

from collections.abc import Iterator, Mapping

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

GUARDED: Mapping[str, tuple[str, ...]] = {
    "audit_entry": ("id",),
    "audit_link": ("sequence", "entry_id"),
}
"""The append-only tables, each with its unique columns."""


def install(tables: Mapping[str, tuple[str, ...]] = GUARDED) -> None:
    """Forbid changes of rows in the tables; running it again puts back what was dropped or altered."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRES_FUNCTION)
        for table, name, statement in _wanted(tables):
            on_table = f" ON {table}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on_table}")
            cursor.execute(statement)


def missing(tables: Mapping[str, tuple[str, ...]] = GUARDED) -> tuple[str, ...]:
    """Name the triggers that should be there and are not: dropped, switched off, or altered."""
    with connection.cursor() as cursor:
        present = _present_on_postgres(cursor) if connection.vendor == "postgresql" else _present_on_sqlite(cursor)
    return tuple(name for _, name, statement in _wanted(tables) if present.get(name) != _told(statement))


def _wanted(tables: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """Yield table, name and statement of every trigger."""
    postgres = connection.vendor == "postgresql"
    for table, unique in tables.items():
        for operation in ("UPDATE", "DELETE", "TRUNCATE" if postgres else "REPLACE"):
            name = f"{table}_no_{operation.lower()}"
            yield table, name, (_on_postgres if postgres else _on_sqlite)(name, operation, table, unique)


def _on_postgres(name: str, operation: str, table: str, _unique: tuple[str, ...]) -> str:
    each = "STATEMENT" if operation == "TRUNCATE" else "ROW"
    return f"CREATE TRIGGER {name} BEFORE {operation} ON {table} FOR EACH {each} EXECUTE FUNCTION samsyn_append_only()"


def _on_sqlite(name: str, operation: str, table: str, unique: tuple[str, ...]) -> str:
    """Return the trigger; ``INSERT OR REPLACE`` deletes rows without asking the others, so it has its own."""
    refuse = "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    if operation != "REPLACE":
        return f"CREATE TRIGGER {name} BEFORE {operation} ON {table} {refuse}"
    same = " OR ".join(f"{column} = NEW.{column}" for column in unique)
    there = f"SELECT 1 FROM {table} WHERE {same}"  # noqa: S608 - names from GUARDED alone
    return f"CREATE TRIGGER {name} BEFORE INSERT ON {table} WHEN EXISTS ({there}) {refuse}"


def _told(statement: str) -> str:
    """Return what the store itself tells of a trigger that is in order."""
    return "O" if connection.vendor == "postgresql" else statement


def _present_on_sqlite(cursor: CursorWrapper) -> dict[str, str]:
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return dict(cursor.fetchall())


def _present_on_postgres(cursor: CursorWrapper) -> dict[str, str]:
    cursor.execute("SELECT tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal")
    return dict(cursor.fetchall())


_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION samsyn_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'append-only'; END $$
"""
