"""Triggers that make tables append-only, on both stores.

SQLite drops a table's triggers when the table is altered, so ``samsyn migrate`` runs
:func:`install` after every migration and ``missing`` says what is not guarded.
"""

from collections.abc import Iterable

from django.db import connection

GUARDED = ("audit_entry", "audit_link")


def install(tables: Iterable[str] = GUARDED) -> None:
    """Forbid update and delete on the tables; running it twice changes nothing."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRES_FUNCTION)
        for table in tables:
            for operation in ("UPDATE", "DELETE"):
                for statement in _statements(table, operation):
                    cursor.execute(statement)


def missing(tables: Iterable[str] = GUARDED) -> tuple[str, ...]:
    """Name the triggers that should be there and are not."""
    source = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(source)
        present = {row[0] for row in cursor.fetchall()}
    wanted = (_name(table, operation) for table in tables for operation in ("UPDATE", "DELETE"))
    return tuple(name for name in wanted if name not in present)


def _name(table: str, operation: str) -> str:
    return f"{table}_no_{operation.lower()}"


def _statements(table: str, operation: str) -> tuple[str, ...]:
    name = _name(table, operation)
    if connection.vendor == "postgresql":
        return (
            f"DROP TRIGGER IF EXISTS {name} ON {table}",
            f"CREATE TRIGGER {name} BEFORE {operation} ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION samsyn_append_only()",
        )
    return (
        f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {operation} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    )


_POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION samsyn_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'append-only'; END $$
"""
