"""The training nation itself: its units and its people. Its lists of areas are in ``lists.py``."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from samsyn.accounts import actions as accounts
from samsyn.areas import actions as areas
from samsyn.areas import queries
from samsyn.areas.facts import UnitAt, UnitEntry
from samsyn.core.access import Actor, InfoClass, Permission, RoleHeld
from samsyn.core.periods import day_of
from samsyn.shell.demo import CAST, PASSWORD, Member

NATION = "OV"
FIRST_DAY = date(2015, 1, 1)
SERVED = timedelta(days=1_500)
"""How long ago those who hold an ordinary role were given it."""
STAND_INS = ((timedelta(days=-130), timedelta(days=-60)), (timedelta(days=-14), timedelta(days=14)))
"""The spans, from now, in which the substitute may sign: last summer, and these weeks."""

OFFICERS = tuple(f"polis{number:02}" for number in range(1, 38))
"""Officers of Övningsdistriktet beside the cast, so that a receipt there reads "38 av 41"."""
ANALYSTS = {"analytiker-lan": "OV-5402", "analytiker-lan-2": "OV-5402", "analytiker-region": "OV-5400"}


def _unit(code: str, name: str, kind: str, parent: str) -> UnitEntry:
    return UnitEntry(code, name, kind, parent, FIRST_DAY, official_code=False, note="Påhittad enhet för övning.")


UNITS = (
    _unit("OV-5400", "Övningsregionen", "region", NATION),
    _unit("OV-5402", "Övningslänet", "police_area", "OV-5400"),
    _unit("OV-5404", "Andra övningslänet", "police_area", "OV-5400"),
    _unit("OV-540210", "Övningsdistriktet", "local_area", "OV-5402"),
    _unit("OV-540220", "Granndistriktet", "local_area", "OV-5402"),
    _unit("OV-540410", "Fjärrdistriktet", "local_area", "OV-5404"),
    _unit("OV-KOMMUN", "Övningskommunen", "partner", NATION),
)


@dataclass(frozen=True, slots=True)
class Country:
    """The training nation: the ids of its units by code and of its people by username."""

    nation_id: int
    units: Mapping[str, int]
    people: Mapping[str, int]


def installer(nation_id: int = areas.INSTALLATION) -> Actor:
    """Return who acts when a nation is founded and its first people are placed: the command line itself."""
    held = frozenset({Permission.UNITS_KEEP, Permission.AREAS_KEEP})
    role = RoleHeld("installation", nation_id, held, InfoClass.K0)
    return Actor(person_id=0, username="samsyn", name="Samsyn", organisation="Samsyn", roles=(role,))


def found_country(*, now: datetime) -> Country:
    """Found the training nation with its units and the cast, each in the role of ``shell.demo.CAST``."""
    nation_id = areas.found_nation(
        by=installer(), now=now, code=NATION, name="Övningsriket", start=FIRST_DAY, training=True
    )
    by = installer(nation_id)
    areas.load_organisation(by=by, now=now, nation_id=nation_id, units=UNITS)
    units = {unit.code: unit.id for unit in _standing(nation_id, by, day_of(now))}
    members = [accounts.NewPerson(one.username, one.name, one.organisation) for one in CAST]
    people = accounts.add_people(by=by, now=now, nation_id=nation_id, people=members, password=PASSWORD)
    country = Country(nation_id, units, people)
    for member in CAST:
        if member.role:
            _give(country, member, now=now)
    return country


def add_staff(country: Country, *, now: datetime) -> Country:
    """Add officers and analysts beside the cast; return the country with them in it."""
    staff = [Member(one, f"Områdespolis {one[-2:]} Exempel", "officer", "OV-540210") for one in OFFICERS]
    staff += [Member(one, "Analytiker Exempel", "analyst", unit) for one, unit in ANALYSTS.items()]
    people = [accounts.NewPerson(one.username, one.name, one.organisation) for one in staff]
    by = installer(country.nation_id)
    added = accounts.add_people(by=by, now=now, nation_id=country.nation_id, people=people, password=PASSWORD)
    larger = replace(country, people={**country.people, **added})
    for member in staff:
        _give(larger, member, now=now)
    return larger


def keep_real_nation(country: Country, nation_id: int, *, now: datetime) -> None:
    """Let the keeper of the training nation keep the real nation too, so that its layers can be imported."""
    accounts.give_role(
        by=installer(nation_id),
        now=now,
        nation_id=nation_id,
        person_id=country.people["ivar"],
        role="keeper",
        unit_id=nation_id,
        start=now,
    )


def _standing(nation_id: int, by: Actor, on: date) -> tuple[UnitAt, ...]:
    reader = RoleHeld("installation", nation_id, frozenset({Permission.AREAS_READ}), InfoClass.K0)
    actor = Actor(by.person_id, by.username, by.name, by.organisation, (reader,))
    return queries.units_in(nation_id, on=on, by=actor)


def _give(country: Country, member: Member, *, now: datetime) -> None:
    spans = STAND_INS if member.substitute else ((-SERVED, None),)
    for start, end in spans:
        accounts.give_role(
            by=installer(country.nation_id),
            now=now + start,
            nation_id=country.nation_id,
            person_id=country.people[member.username],
            role=member.role,
            unit_id=country.units[member.unit_code],
            start=now + start,
            end=None if end is None else now + end,
            substitute=member.substitute,
        )
