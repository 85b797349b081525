"""Entries for tests of the trail, and the taking away of what guards them."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.db import connection

from samsyn.audit import actions, triggers
from samsyn.core.access import Actor, InfoClass, Permission, Purpose, RoleHeld

NOW = datetime(2026, 11, 9, 8, 0, tzinfo=UTC)

READER = Actor(1, "bjorn", "Björn Exempel", "Polismyndigheten", purpose=Purpose.FOLLOW_UP)
VERIFIER = Actor(
    2,
    "ivar",
    "Ivar Exempel",
    "Polismyndigheten",
    roles=(RoleHeld("keeper", 1, frozenset({Permission.TRAIL_VERIFY}), InfoClass.K0),),
)

Write = Callable[..., None]


def write(count: int = 1, *, event: str = "picture.read", by: Actor = READER) -> None:
    """Record some entries, one transaction each."""
    for number in range(count):
        actions.record(event, actor=by, target=f"version:{number}", at=NOW, unit_id=7, facts={"number": number})


def names() -> tuple[str, ...]:
    """Return the names that the triggers have on this store."""
    third = "truncate" if connection.vendor == "postgresql" else "replace"
    return tuple(f"{table}_no_{one}" for table in triggers.GUARDED for one in ("update", "delete", third))


def unguard() -> None:
    """Take the triggers away, as somebody who owns the database could."""
    with connection.cursor() as cursor:
        for name in names():
            on_table = f" ON {name.partition('_no_')[0]}" if connection.vendor == "postgresql" else ""
            cursor.execute(f"DROP TRIGGER {name}{on_table}")
