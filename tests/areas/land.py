"""A small invented nation, and the keeper who may change it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from samsyn.areas import actions
from samsyn.areas.facts import UnitEntry
from samsyn.core.access import Actor, InfoClass, Permission, RoleHeld

NOW = datetime(2026, 1, 15, 9, tzinfo=UTC)
FOUNDED = date(2015, 1, 1)


def actor(*permissions: Permission, unit_id: int = 0, name: str = "ivar") -> Actor:
    """Return somebody with these permissions on one unit."""
    held = RoleHeld("test", unit_id, frozenset(permissions), InfoClass.K0)
    return Actor(person_id=1, username=name, name=name.title(), organisation="Polisen", roles=(held,))


@dataclass(frozen=True, slots=True)
class Land:
    """An invented nation with its keeper and a reader."""

    id: int
    keeper: Actor
    reader: Actor


def found() -> Land:
    """Found Övningsriket with one region, two police areas and three local areas."""
    founder = actor(Permission.UNITS_KEEP)
    nation_id = actions.found_nation(
        by=founder, now=NOW, code="ovning", name="Övningsriket", start=FOUNDED, training=True
    )
    keeper = actor(Permission.AREAS_READ, Permission.AREAS_KEEP, Permission.UNITS_KEEP, unit_id=nation_id)
    entries = [
        UnitEntry("9900", "Övningsregionen", "region", "ovning", FOUNDED),
        UnitEntry("9901", "Övningslänet", "police_area", "9900", FOUNDED),
        UnitEntry("9902", "Granlänet", "police_area", "9900", FOUNDED),
        UnitEntry("990110", "Övningsdistriktet", "local_area", "9901", FOUNDED),
        UnitEntry("990120", "Ådistriktet", "local_area", "9901", FOUNDED),
        UnitEntry("990210", "Granndistriktet", "local_area", "9902", FOUNDED),
    ]
    actions.load_organisation(by=keeper, now=NOW, nation_id=nation_id, units=entries)
    return Land(nation_id, keeper, actor(Permission.AREAS_READ, unit_id=nation_id, name="bjorn"))
