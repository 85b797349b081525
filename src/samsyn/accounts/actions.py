"""Adding people, giving and ending roles, making tokens."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.hashers import make_password
from django.db import transaction

from samsyn.accounts.definitions import role_definitions
from samsyn.accounts.models import Person, Role, Token
from samsyn.audit import actions as audit
from samsyn.core.access import Actor, Permission, Purpose, require
from samsyn.core.errors import DomainError


class UnknownRole(DomainError):
    """No role definition has that key."""

    code = "accounts.unknown-role"


class DatesTurnedRound(DomainError):
    """An end that does not come after its start, or a substitute without an end."""

    code = "accounts.dates-turned-round"


class UsernameTaken(DomainError):
    """Somebody already signs in under that name; facts: username."""

    code = "accounts.username-taken"


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody to be added with others."""

    username: str
    name: str
    organisation: str


@transaction.atomic
def add_person(  # noqa: PLR0913 - what is known of a person
    *, by: Actor, now: datetime, nation_id: int, username: str, name: str, organisation: str, password: str
) -> int:
    """Add somebody who may sign in; no rights follow from it. Return the person's id."""
    require(by, Permission.UNITS_KEEP, unit_id=nation_id)
    if Person.objects.filter(username=username).exists():
        raise UsernameTaken(username=username)
    row = Person.objects.create(
        username=username, name=name, organisation=organisation, password=make_password(password or None)
    )
    audit.record("person.added", actor=by, target=f"person:{username}", at=now, unit_id=nation_id)
    return row.pk


@transaction.atomic
def add_people(
    *, by: Actor, now: datetime, nation_id: int, people: Iterable[NewPerson], password: str
) -> Mapping[str, int]:
    """Add several people with the same first password, hashed once (a training nation); return ids by username."""
    require(by, Permission.UNITS_KEEP, unit_id=nation_id)
    hashed = make_password(password or None)
    rows = [
        Person(username=one.username, name=one.name, organisation=one.organisation, password=hashed) for one in people
    ]
    Person.objects.bulk_create(rows)
    notes = [audit.Note("person.added", f"person:{row.username}", nation_id) for row in rows]
    audit.record_many(notes, actor=by, at=now)
    usernames = [row.username for row in rows]
    return dict(Person.objects.filter(username__in=usernames).values_list("username", "id"))


@transaction.atomic
def give_role(  # noqa: PLR0913 - each is a field of the role
    *,
    by: Actor,
    now: datetime,
    nation_id: int,
    person_id: int,
    role: str,
    unit_id: int,
    start: datetime,
    end: datetime | None = None,
    substitute: bool = False,
) -> int:
    """Give a person a role on a unit for a time; a substitute's time always ends."""
    require(by, Permission.UNITS_KEEP, unit_id=nation_id)
    if role not in role_definitions():
        raise UnknownRole(role=role)
    if (end is not None and end <= start) or (substitute and end is None):
        raise DatesTurnedRound
    row = Role.objects.create(
        person_id=person_id, role=role, unit_id=unit_id, start=start, end=end, substitute=substitute
    )
    audit.record("role.given", actor=by, target=f"role:{row.pk}", at=now, unit_id=unit_id, facts={"role": role})
    return row.pk


@transaction.atomic
def end_role(*, by: Actor, now: datetime, nation_id: int, role_id: int) -> None:
    """End a role now. What its holder signed stays signed."""
    require(by, Permission.UNITS_KEEP, unit_id=nation_id)
    Role.objects.filter(pk=role_id).update(end=now)
    audit.record("role.ended", actor=by, target=f"role:{role_id}", at=now)


def mark_looked(*, by: Actor, now: datetime) -> None:
    """Remember that the person looked at the start page now."""
    Person.objects.filter(pk=by.person_id).update(looked_at=now)


@transaction.atomic
def make_token(  # noqa: PLR0913 - what is kept of a token
    *, by: Actor, now: datetime, secret: str, label: str, purpose: Purpose, days: int = 90
) -> None:
    """Keep the hash of a program's secret; it reads as ``by`` for the named purpose until it expires."""
    Token.objects.create(
        person_id=by.person_id,
        digest=hashlib.sha256(secret.encode()).hexdigest(),
        label=label,
        purpose=purpose,
        expires_at=now + timedelta(days=days),
    )
    audit.record("token.made", actor=by, target=f"person:{by.username}", at=now, facts={"label": label})
