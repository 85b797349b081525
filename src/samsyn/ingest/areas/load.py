"""The steps of an import: bring a file in, answer its doubts, load it. Slow to import: shapely, pyproj.

Every step proposes anew from the kept bytes, so what is loaded is what was shown or nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from samsyn.areas import actions, imports, lists
from samsyn.areas.facts import RunFacts
from samsyn.core.access import Actor
from samsyn.core.errors import DomainError
from samsyn.ingest.areas.basis import basis
from samsyn.ingest.areas.decisions import Decision
from samsyn.ingest.areas.findings import WHOLE_FILE, Finding, Severity
from samsyn.ingest.areas.proposal import Proposal
from samsyn.ingest.areas.propose import propose
from samsyn.ingest.areas.read import FileRefused, read
from samsyn.ingest.areas.validate import validate


class DoubtsOpen(DomainError):
    """Somebody must answer first; ``doubts`` names which."""

    code = "areas.doubts-open"


class ProposalStale(DomainError):
    """What is known has changed since the proposal was shown, so it must be looked at again."""

    code = "areas.proposal-stale"


class ContradictsRecord(DomainError):
    """An answer says otherwise than the list already recorded, which is never overwritten."""

    code = "areas.contradicts-record"


class RunRefused(DomainError):
    """The file was refused, or somebody answered that it shall not come in without a refused row."""

    code = "areas.import-refused"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A kept file and the list that it is said to be."""

    nation_id: int
    snapshot_id: int
    list_on: date
    content: bytes


@transaction.atomic
def bring_in(  # noqa: PLR0913 - what a delivery is
    *, by: Actor, now: datetime, nation_id: int, name: str, content: bytes, list_on: date
) -> RunFacts:
    """Keep a delivered file and propose what it would mean; a file that is loaded already is left alone.

    A file that cannot be read is kept too, as a refused import with the rule in its report.
    """
    snapshot = imports.keep_snapshot(by=by, now=now, nation_id=nation_id, name=name, content=content)
    known = imports.run_of(snapshot.id, list_on, by=by)
    if known is not None and known.state == "loaded":
        return known
    delivery = Delivery(nation_id, snapshot.id, list_on, content)
    return _proposed(delivery, by=by, now=now, answers={} if known is None else _answers(known))


@transaction.atomic
def answer(*, by: Actor, now: datetime, run_id: int, decisions: Mapping[str, Decision]) -> RunFacts:
    """Keep answers to doubts and propose anew with them; answers to no doubt of this file are left out."""
    run = imports.run(run_id, by=by)
    asked = {str(one["id"]) for one in run.proposal.get("questions", [])}
    given = {key: (one.yes, one.reason) for key, one in decisions.items() if key in asked}
    run = imports.decide(by=by, now=now, run_id=run_id, decisions=given)
    return _proposed(_delivery(run, by), by=by, now=now, answers=_answers(run))


@transaction.atomic
def load(*, by: Actor, now: datetime, run_id: int) -> RunFacts:
    """Load an import, all or nothing; one that is loaded already is returned as it is.

    Raises
    ------
    DoubtsOpen, ProposalStale, ContradictsRecord, RunRefused
        Nothing is written.
    """
    run = imports.locked_run(run_id, by=by)
    if run.state == "loaded":
        return run
    if run.state == "refused":
        raise RunRefused(run=run_id)
    proposal = _from_bytes(_delivery(run, by), by, _answers(run))
    _check(run, proposal)
    if proposal.organisation:
        actions.load_organisation(by=by, now=now, nation_id=run.nation_id, units=proposal.organisation)
    loaded = lists.load_list(by=by, now=now, nation_id=run.nation_id, entry=proposal.entry)
    return imports.close_run(by=by, now=now, run_id=run_id, edition_id=loaded.edition_id)


def _check(run: RunFacts, proposal: Proposal) -> None:
    if proposal.open:
        raise DoubtsOpen(doubts=[question.id for question in proposal.open])
    if proposal.as_json() != run.proposal:
        raise ProposalStale(run=run.id)
    for question in proposal.questions:
        if question.about == "row" and question.answer is False:
            raise RunRefused(run=run.id)
        if question.recorded is not None and question.answer is not question.recorded:
            raise ContradictsRecord(doubt=question.id)


def _proposed(delivery: Delivery, *, by: Actor, now: datetime, answers: Mapping[str, bool]) -> RunFacts:
    state, kept, report = "proposed", dict[str, object](), list[dict[str, object]]()
    try:
        proposal = _from_bytes(delivery, by, answers)
    except FileRefused as error:
        facts = {key: value for key, value in error.facts.items() if key != "rule"}
        state = "refused"
        report = [Finding(WHOLE_FILE, str(error.facts["rule"]), Severity.REFUSED, "", facts).as_json()]
    else:
        kept, report = proposal.as_json(), proposal.report()
    return imports.open_run(
        by=by,
        now=now,
        snapshot_id=delivery.snapshot_id,
        list_on=delivery.list_on,
        state=state,
        proposal=kept,
        report=report,
    )


def _from_bytes(delivery: Delivery, by: Actor, answers: Mapping[str, bool]) -> Proposal:
    layer = read(delivery.content)
    checked = validate(layer, list_on=delivery.list_on)
    known = basis(delivery.nation_id, list_on=delivery.list_on, by=by)
    return propose(known, layer, checked, answers=answers, snapshot_id=delivery.snapshot_id)


def _delivery(run: RunFacts, by: Actor) -> Delivery:
    content = imports.snapshot_content(run.snapshot.id, by=by)
    return Delivery(run.nation_id, run.snapshot.id, run.list_on, content)


def _answers(run: RunFacts) -> dict[str, bool]:
    return {str(one["doubt"]): bool(one["yes"]) for one in run.decisions}
