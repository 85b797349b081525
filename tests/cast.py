"""The cast of the training nation, as actors. The same people as the demo's printed logins.

Astrid chief here · Björn officer here · Cecilia chief beside · Dawit municipality · Eva region · Farid nation ·
Gun no role · Hanna police area above · Ivar keeper · Jonna substitute chief here · Karin data protection · Lars
intelligence here. A test names the one it is about: ``cast.astrid``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime

from samsyn.accounts import queries as accounts
from samsyn.cli.seed.country import Country, found_country
from samsyn.cli.seed.lists import load_lists
from samsyn.core.access import Actor, Purpose

NOW = datetime(2026, 11, 9, 8, 0, tzinfo=UTC)
"""A Monday morning. Tests stand here unless they say otherwise."""

HERE, BESIDE, FAR = "OV-540210", "OV-540220", "OV-540410"
ABOVE, REGION, NATION, PARTNER = "OV-5402", "OV-5400", "OV", "OV-KOMMUN"


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody as they stand at one moment, and the units by code."""

    country: Country
    astrid: Actor
    bjorn: Actor
    cecilia: Actor
    dawit: Actor
    eva: Actor
    farid: Actor
    gun: Actor
    hanna: Actor
    ivar: Actor
    jonna: Actor
    karin: Actor
    lars: Actor

    def unit(self, code: str) -> int:
        """Return the id of a unit by its code."""
        return self.country.nation_id if code == NATION else self.country.units[code]

    def everyone(self) -> Iterator[Actor]:
        """Yield every member of the cast."""
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, Actor):
                yield value

    def but(self, *names: str) -> tuple[Actor, ...]:
        """Return everyone except those named: the ones that something is refused to."""
        return tuple(actor for actor in self.everyone() if actor.username not in names)


def make_cast(*, now: datetime = NOW, purpose: Purpose | None = Purpose.FOLLOW_UP, areas: bool = True) -> Cast:
    """Found the training nation, with its lists of areas or without, and return its people as they stand at ``now``."""
    country = found_country(now=now)
    if areas:
        load_lists(country, now=now)
    return cast_of(country, now=now, purpose=purpose)


def cast_of(country: Country, *, now: datetime = NOW, purpose: Purpose | None = Purpose.FOLLOW_UP) -> Cast:
    """Return the people of a country that is there already, as they stand at ``now``."""
    actors: Mapping[str, Actor] = {
        username: accounts.actor(person_id, now=now, purpose=purpose) for username, person_id in country.people.items()
    }
    return Cast(country, **actors)


def without_purpose(actor: Actor) -> Actor:
    """Return the same person before a purpose has been stated."""
    return replace(actor, purpose=None)
