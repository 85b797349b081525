"""Collection rounds: the nation asks every local area for a signed picture by a day."""

from datetime import date, datetime

from django.db import transaction

from samsyn.audit import actions as audit
from samsyn.core.access import Actor, Permission, require
from samsyn.core.errors import NotFound
from samsyn.core.periods import day_of
from samsyn.pictures.errors import RoundDatesTurned
from samsyn.pictures.models import Round


@transaction.atomic
def open_round(*, by: Actor, now: datetime, nation_id: int, title: str, due_on: date) -> int:
    """Open a round; a local area has done its part when it signs a version after this moment."""
    require(by, Permission.ROUND_OPEN, unit_id=nation_id)
    if due_on <= day_of(now):
        raise RoundDatesTurned
    row, _ = Round.objects.get_or_create(
        nation_id=nation_id,
        title=title,
        closed_at=None,
        defaults={"opened_at": now, "opened_by": by.username, "due_on": due_on},
    )
    audit.record("round.opened", actor=by, target=f"round:{row.pk}", at=now, unit_id=nation_id)
    return row.pk


@transaction.atomic
def close_round(*, by: Actor, now: datetime, nation_id: int, round_id: int) -> None:
    """Close a round; what came in stays in."""
    require(by, Permission.ROUND_OPEN, unit_id=nation_id)
    if not Round.objects.filter(pk=round_id, nation_id=nation_id, closed_at=None).update(closed_at=now):
        raise NotFound(what="round")
    audit.record("round.closed", actor=by, target=f"round:{round_id}", at=now, unit_id=nation_id)
