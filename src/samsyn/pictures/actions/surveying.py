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
    marked = [one for one in shown if one.paragraph.info_class >= MARKED_FROM]
    level = highest(one.paragraph.info_class for one in shown)
    if marked:
        facts = {"versions": sorted({one.version_id for one in marked}), "class": int(level), "way": "survey"}
        audit.record("picture.read", actor=by, target=f"nation:{nation_id}", at=now, unit_id=nation_id, facts=facts)
    return Survey(said, level, standing.withheld_by_area(by=by, area_keys=keys, kinds=wanted))
