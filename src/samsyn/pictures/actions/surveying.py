"""Reading what pictures say of many areas at once: one entry in the trail for all that was marked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from samsyn.audit import actions as audit
from samsyn.core.access import MARKED_FROM, Actor, InfoClass, highest
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.queries import standing
from samsyn.pictures.queries.standing import Statement


@dataclass(frozen=True, slots=True)
class Survey:
    """What the pictures in force say of each area, by key. ``withheld`` counts what waits for a purpose."""

    said: Mapping[str, tuple[Statement, ...]]
    highest: InfoClass
    withheld: int


def survey(
    *, by: Actor, now: datetime, nation_id: int, area_keys: Iterable[str], kinds: Iterable[ParagraphKind]
) -> Survey:
    """Read the statements of some kinds about some areas; where marked ones are shown, log it with its purpose."""
    keys, wanted = tuple(area_keys), tuple(kinds)
    said = standing.statements_by_area(by=by, area_keys=keys, kinds=wanted)
    shown = [one for found in said.values() for one in found]
    level = _log(shown, by=by, now=now, nation_id=nation_id)
    return Survey(said, level, standing.withheld_by_area(by=by, area_keys=keys, kinds=wanted))


def survey_places(*, by: Actor, now: datetime, nation_id: int, unit_ids: Iterable[int]) -> tuple[Statement, ...]:
    """Read the proposals about places that stand on no list; where marked ones are shown, log it."""
    shown = standing.places_proposed(by=by, unit_ids=unit_ids)
    _log(shown, by=by, now=now, nation_id=nation_id)
    return shown


def _log(shown: Iterable[Statement], *, by: Actor, now: datetime, nation_id: int) -> InfoClass:
    levels = {one.version_id: one.paragraph.info_class for one in shown}
    for one in shown:
        levels[one.version_id] = max(levels[one.version_id], one.paragraph.info_class)
    marked = sorted(version for version, level in levels.items() if level >= MARKED_FROM)
    level = highest(levels.values())
    if marked:
        facts = {"versions": marked, "class": int(level), "way": "survey"}
        audit.record("picture.read", actor=by, target=f"nation:{nation_id}", at=now, unit_id=nation_id, facts=facts)
    return level
