"""Delivered files kept untouched, and the imports made of them: written and read here."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from samsyn.areas.actions import lock_nation
from samsyn.areas.facts import RunFacts, SnapshotFacts
from samsyn.areas.models import ImportRun, Snapshot
from samsyn.audit import actions as audit
from samsyn.core.access import Actor, Permission, require
from samsyn.core.errors import DomainError, NotFound


class AlreadyLoaded(DomainError):
    """The import is loaded; nothing about it can change."""

    code = "areas.already-loaded"


@transaction.atomic
def keep_snapshot(*, by: Actor, now: datetime, nation_id: int, name: str, content: bytes) -> SnapshotFacts:
    """Keep a delivered file as it is; the same bytes are kept once."""
    require(by, Permission.AREAS_KEEP, unit_id=nation_id)
    lock_nation(nation_id)  # the same form sent twice at once waits here, and finds the file kept
    digest = hashlib.sha256(content).hexdigest()
    row = Snapshot.objects.filter(nation_id=nation_id, sha256=digest).defer("content").first()
    if row is None:
        row = Snapshot.objects.create(
            nation_id=nation_id,
            sha256=digest,
            name=name[:200],
            sender=by.username,
            received_at=now,
            size=len(content),
            content=content,
        )
        target, facts = f"snapshot:{digest[:16]}", {"size": len(content)}
        audit.record("areas.file-kept", actor=by, target=target, at=now, unit_id=nation_id, facts=facts)
    return _snapshot(row)


def snapshot_content(snapshot_id: int, *, by: Actor) -> bytes:
    """Return the bytes of a delivered file, as they came."""
    row = Snapshot.objects.filter(pk=snapshot_id, nation_id__in=by.units_with(Permission.AREAS_KEEP)).first()
    if row is None:
        raise NotFound(what="snapshot")
    return bytes(row.content)


@transaction.atomic
def open_run(  # noqa: PLR0913 - each is a column of the import
    *,
    by: Actor,
    now: datetime,
    snapshot_id: int,
    list_on: date,
    state: str,
    proposal: Mapping[str, object],
    report: Sequence[Mapping[str, object]],
) -> RunFacts:
    """Keep what is proposed for a file and a list; a run already loaded is returned as it is."""
    snapshot = Snapshot.objects.filter(pk=snapshot_id, nation_id__in=_kept(by)).defer("content").first()
    if snapshot is None:
        raise NotFound(what="snapshot")
    row = ImportRun.objects.select_for_update().filter(snapshot=snapshot, list_on=list_on).first()
    fresh = row is None
    if row is None:
        row = ImportRun(nation_id=snapshot.nation_id, snapshot=snapshot, list_on=list_on)
        row.created_at, row.created_by = now, by.username
    if fresh or (row.state != "loaded" and (row.state, row.proposal) != (state, proposal)):
        row.state, row.proposal, row.report = state, dict(proposal), list(report)
        row.save()
        _note(by, now, row, "areas.import-proposed")
    return _run(row)


@transaction.atomic
def decide(*, by: Actor, now: datetime, run_id: int, decisions: Mapping[str, tuple[bool, str]]) -> RunFacts:
    """Keep the answers to doubts, each yes or no with a reason; a later answer replaces an earlier."""
    row = _locked(run_id, by)
    if row.state == "loaded":
        raise AlreadyLoaded(run=run_id)
    answers = {one["doubt"]: one for one in row.decisions}
    for doubt, (yes, reason) in decisions.items():
        known = answers.get(doubt)
        if known is None or (known["yes"], known["reason"]) != (yes, reason):
            at = now.isoformat()
            answers[doubt] = {"doubt": doubt, "yes": yes, "reason": reason, "by": by.username, "at": at}
    if list(answers.values()) != row.decisions:
        row.decisions = list(answers.values())
        row.save(update_fields=["decisions"])
        _note(by, now, row, "areas.import-decided")
    return _run(row)


@transaction.atomic
def close_run(*, by: Actor, now: datetime, run_id: int, edition_id: int) -> RunFacts:
    """Mark an import as loaded, with the list it became."""
    row = _locked(run_id, by)
    if row.state == "loaded":
        raise AlreadyLoaded(run=run_id)
    row.state, row.loaded_at, row.edition_id = "loaded", now, edition_id
    row.save(update_fields=["state", "loaded_at", "edition"])
    _note(by, now, row, "areas.import-loaded")
    return _run(row)


def run(run_id: int, *, by: Actor) -> RunFacts:
    """Return one import."""
    row = _runs(by).filter(pk=run_id).first()
    if row is None:
        raise NotFound(what="import")
    return _run(row)


def runs(nation_id: int, *, by: Actor) -> tuple[RunFacts, ...]:
    """Return the imports of a nation, newest first."""
    return tuple(map(_run, _runs(by).filter(nation_id=nation_id).order_by("-created_at", "-pk")))


def run_of(snapshot_id: int, list_on: date, *, by: Actor) -> RunFacts | None:
    """Return the import of a file for a list, or None when there is none."""
    row = _runs(by).filter(snapshot_id=snapshot_id, list_on=list_on).first()
    return None if row is None else _run(row)


def locked_run(run_id: int, *, by: Actor) -> RunFacts:
    """Return one import and hold it for the rest of the transaction."""
    return _run(_locked(run_id, by))


def _runs(by: Actor) -> QuerySet[ImportRun]:
    rows = ImportRun.objects.filter(nation_id__in=_kept(by))
    return rows.select_related("snapshot").defer("snapshot__content")


def _kept(by: Actor) -> frozenset[int]:
    return by.units_with(Permission.AREAS_KEEP)


def _locked(run_id: int, by: Actor) -> ImportRun:
    row = _runs(by).select_for_update(of=("self",)).filter(pk=run_id).first()
    if row is None:
        raise NotFound(what="import")
    return row


def _note(by: Actor, now: datetime, row: ImportRun, event: str) -> None:
    facts = {"list": row.list_on.isoformat(), "state": row.state}
    audit.record(event, actor=by, target=f"import:{row.pk}", at=now, unit_id=row.nation_id, facts=facts)


def _snapshot(row: Snapshot) -> SnapshotFacts:
    return SnapshotFacts(row.pk, row.name, row.sender, row.received_at, row.size, row.sha256)


def _run(row: ImportRun) -> RunFacts:
    return RunFacts(
        id=row.pk,
        nation_id=row.nation_id,
        snapshot=_snapshot(row.snapshot),
        list_on=row.list_on,
        state=row.state,
        proposal=row.proposal,
        decisions=tuple(row.decisions),
        report=tuple(row.report),
        created_at=row.created_at,
        created_by=row.created_by,
        loaded_at=row.loaded_at,
    )
