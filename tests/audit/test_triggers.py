"""The trail is append-only in the database itself, whoever asks and whichever way."""

import pytest
from django.db import DatabaseError, connection, transaction

from samsyn.audit import actions, triggers
from samsyn.audit.models import Entry, Link
from tests.audit.entries import names, write

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def sealed(db: None) -> None:
    write(2)
    actions.seal()


def _refused(statement: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("table", ["audit_entry", "audit_link"])
def test_nothing_is_deleted(table: str) -> None:
    _refused(f"DELETE FROM {table}")


@pytest.mark.parametrize("column", ["audit_entry SET actor", "audit_entry SET facts", "audit_link SET digest"])
def test_nothing_is_changed(column: str) -> None:
    _refused(f"UPDATE {column} = '0'")


@pytest.mark.parametrize("model", [Entry, Link])
def test_the_framework_cannot_either(model: type[Entry] | type[Link]) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        model.objects.all()._raw_delete(using="default")


@pytest.mark.sqlite_only
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT OR REPLACE INTO audit_link VALUES (1, '0', 2)",
        "REPLACE INTO audit_link (sequence, entry_id, digest) VALUES (9, (SELECT min(id) FROM audit_entry), '0')",
        "REPLACE INTO audit_entry SELECT * FROM audit_entry",
    ],
)
def test_a_row_cannot_be_replaced(statement: str) -> None:
    _refused(statement)


@pytest.mark.postgres_only
@pytest.mark.parametrize("table", ["audit_link", "audit_entry, audit_link", "audit_entry CASCADE"])
def test_a_table_cannot_be_emptied(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # or the server refuses for what the test itself wrote
    _refused(f"TRUNCATE {table}")


def test_nothing_is_missing_when_all_are_there() -> None:
    triggers.install()
    triggers.install()
    assert triggers.missing() == ()


def test_a_dropped_trigger_is_missed_and_put_back(unguarded: None) -> None:
    triggers.install()
    assert triggers.missing() == ()
    _refused("DELETE FROM audit_link")


@pytest.mark.sqlite_only
def test_a_trigger_that_was_made_harmless_is_missed() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER audit_entry_no_update")
        cursor.execute("CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT 1; END")
    assert triggers.missing() == ("audit_entry_no_update",)


@pytest.mark.postgres_only
def test_a_trigger_that_was_switched_off_is_missed() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_no_update")
    assert triggers.missing() == ("audit_entry_no_update",)


@pytest.mark.sqlite_only
def test_altering_the_table_drops_its_triggers_and_migrate_would_put_them_back() -> None:
    """Why ``samsyn migrate`` installs them after every migration."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_link RENAME TO before")
        cursor.execute("CREATE TABLE audit_link AS SELECT * FROM before")
    assert triggers.missing() == tuple(name for name in names() if name.startswith("audit_link"))
