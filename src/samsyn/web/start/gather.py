"""Collects what the start page shows, in a number of queries that does not depend on how much there is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from samsyn.areas import queries as areas
from samsyn.areas.facts import AreaAt, UnitAt
from samsyn.core.access import Actor, Permission
from samsyn.pictures.facts import Coverage, NeedFacts, RemarkFacts, RoundFacts, VersionFacts
from samsyn.pictures.queries import drafts, receipts, remarks, standing, start
from samsyn.pictures.queries.drafts import DraftState
from samsyn.pictures.queries.start import News
from samsyn.shell import words


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything the start page is made of.

    ``lacking`` says of each open round how many of the ``local_units``, from the reader's own unit down, have
    signed nothing since it opened.
    """

    home: UnitAt | None
    units: Mapping[int, UnitAt]
    in_force: VersionFacts | None
    draft: DraftState | None
    coverage: tuple[Coverage, ...]
    signed: tuple[VersionFacts, ...]
    news: tuple[News, ...]
    corrected: tuple[VersionFacts, ...]
    to_note: tuple[VersionFacts, ...]
    questions: tuple[RemarkFacts, ...]
    asked: tuple[RemarkFacts, ...]
    needs: tuple[NeedFacts, ...]
    needs_late: tuple[NeedFacts, ...]
    rounds: tuple[RoundFacts, ...]
    local_units: int
    lacking: Mapping[int, int]
    areas: tuple[AreaAt, ...]
    area_needs: tuple[NeedFacts, ...]


def gather(*, by: Actor, since: datetime, now: datetime) -> Gathered:
    """Collect the start page of an actor; somebody without a role gets an empty one."""
    today = words.local_day(now)
    home_id = by.roles[0].unit_id if by.roles else None
    home = areas.units([home_id], on=today).get(home_id) if home_id else None
    reads = by.has(Permission.PICTURE_READ) and home is not None
    above = areas.ancestor_ids(home.id, on=today) if reads and home else ()
    below = areas.child_ids(home.id, on=today) if reads and home else frozenset()
    own = standing.latest_by_unit(by=by, unit_ids=[home.id]).get(home.id) if reads and home else None
    signed = start.signed_lately(by=by) if reads else ()
    questions = remarks.questions_waiting(by=by) if reads else ()
    asked = remarks.questions_asked(by=by) if reads else ()
    needs = remarks.needs_to_answer(by=by) if reads else ()
    late = remarks.needs_late(by=by, today=today) if reads else ()
    news = (*start.said_lately(by=by, since=since), *start.lifted_lately(by=by, since=since)) if reads else ()
    corrected = start.corrected_after_reading(by=by) if reads else ()
    to_note = start.not_noted(by=by, unit_ids=below | {home.id}) if reads and home else ()
    rounds = standing.open_rounds(nation_id=home.nation_id) if reads and home else ()
    local = _local_units(home, today) if rounds and home else frozenset()
    named = {
        *above,
        *(one.unit_id for one in (*signed, *corrected, *to_note)),
        *(one.unit_id for one in news),
        *(unit for one in (*questions, *asked) for unit in (one.unit_id, one.about_unit_id)),
        *(unit for one in (*needs, *late) for unit in (one.unit_id, one.to_unit_id)),
    }
    return Gathered(
        home=home,
        units=areas.units(named, on=today),
        in_force=own,
        draft=drafts.state(unit_id=home.id) if home and by.may(Permission.DRAFT_READ, home.id) else None,
        coverage=receipts.coverage(version_id=own.id, unit_ids=(home.id, *above), now=now) if own and home else (),
        signed=signed,
        news=news,
        corrected=corrected,
        to_note=to_note,
        questions=questions,
        asked=asked,
        needs=needs,
        needs_late=late,
        rounds=rounds,
        local_units=len(local),
        lacking=_lacking(by, rounds, local),
        areas=areas.areas_of(home.id, on=today) if reads and home and home.kind == "local_area" else (),
        area_needs=remarks.needs_of(by=by, unit_ids=[home.id]) if reads and home else (),
    )


def _local_units(home: UnitAt, today: date) -> frozenset[int]:
    if home.kind == "local_area":
        return frozenset({home.id})
    below = areas.units(areas.descendant_ids(home.id, on=today), on=today)
    return frozenset(unit.id for unit in below.values() if unit.kind == "local_area")


def _lacking(by: Actor, rounds: tuple[RoundFacts, ...], local: frozenset[int]) -> Mapping[int, int]:
    signed = standing.last_signed(by=by, unit_ids=local) if rounds else {}
    return {one.id: sum(1 for unit in local if unit not in signed or signed[unit] < one.opened_at) for one in rounds}
