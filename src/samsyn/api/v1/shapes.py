"""What several answers have in common: bounded numbers, parameters, units, versions."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Annotated

from ninja import Query, Schema
from pydantic import Field

from samsyn.accounts import queries as accounts
from samsyn.areas import queries as areas
from samsyn.areas.facts import UnitAt
from samsyn.core.errors import NotFound
from samsyn.pictures.facts import VersionFacts

EXACT = 2**53 - 1
"""The largest whole number that every reader of JSON keeps exactly."""

Number = Annotated[int, Field(ge=1, le=EXACT)]
VersionNumber = Annotated[int, Field(ge=1, le=2**31 - 1)]
PRINTABLE = r"^[^\x00-\x1f\x7f]+$"
"""PostgreSQL takes no NUL in a text, and no code holds a control character."""

Code = Annotated[str, Field(min_length=1, max_length=24, pattern=PRINTABLE)]
Key = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[-a-zA-Z0-9_]+$")]
Limit = Annotated[int, Query(50, ge=1, le=200, description="How many at most.")]
On = Annotated[
    date | None,
    Query(None, ge=date(1900, 1, 1), le=date(2199, 12, 31), description="As of this day; today when left out."),
]
Nation = Annotated[
    str | None,
    Query(
        None,
        min_length=1,
        max_length=24,
        pattern=PRINTABLE,
        description="Code of a nation; the first of `nations` when left out.",
    ),
]


class UnitName(Schema):
    """A unit by code and name."""

    code: str
    name: str


class Unit(UnitName):
    """A unit as of a day. ``official_code`` is false where the code was made up by this installation."""

    kind: str
    parent: str | None
    training: bool
    official_code: bool
    start: date
    end: date | None


class Version(Schema):
    """A signed version without its words. ``digest`` is the hash that the signature covers."""

    unit: UnitName
    number: VersionNumber
    method: str
    digest: str
    signed_at: datetime
    signed_by: str
    substitute: bool
    in_force: bool
    superseded_at: datetime | None
    corrects: VersionNumber | None
    corrected_by: VersionNumber | None


def unit_shape(unit: UnitAt, codes: Mapping[int, str]) -> Unit:
    """Return a unit; ``codes`` holds its parent's code."""
    return Unit(
        code=unit.code,
        name=unit.name,
        kind=unit.kind,
        parent=codes.get(unit.parent_id) if unit.parent_id else None,
        training=unit.training,
        official_code=unit.official_code,
        start=unit.start,
        end=unit.end,
    )


def version_shapes(versions: Iterable[VersionFacts], *, on: date) -> list[Version]:
    """Return versions with the names of their units and signers, in two queries however many there are."""
    facts = tuple(versions)
    units = areas.units({one.unit_id for one in facts}, on=on)
    names = accounts.names({one.signed_by for one in facts})
    return [_version(one, units[one.unit_id], names) for one in facts if one.unit_id in units]


def _version(facts: VersionFacts, unit: UnitAt, names: Mapping[str, str]) -> Version:
    return Version(
        unit=UnitName(code=unit.code, name=unit.name),
        number=facts.number,
        method=facts.method,
        digest=facts.digest,
        signed_at=facts.signed_at,
        signed_by=names.get(facts.signed_by, facts.signed_by),
        substitute=facts.substitute,
        in_force=facts.in_force,
        superseded_at=facts.superseded_at,
        corrects=facts.corrects,
        corrected_by=facts.corrected_by,
    )


def chosen_nation(code: str | None, *, on: date) -> UnitAt:
    """Return the nation named, or the first."""
    found = next((one for one in areas.nations(on=on) if code in {None, one.code}), None)
    if found is None:
        raise NotFound(what="nation")
    return found
