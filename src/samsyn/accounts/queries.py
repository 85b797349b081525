"""Who somebody is now: the actor with the roles in force, people by unit."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Count, Q

from samsyn.accounts.definitions import role_definitions
from samsyn.accounts.facts import PersonFacts
from samsyn.accounts.models import Person, Role, Token
from samsyn.core.access import Actor, Permission, Purpose, RoleHeld
from samsyn.core.errors import NotAllowed, NotFound


def in_force(now: datetime) -> Q:
    """Return the condition that a role holds at ``now``."""
    return Q(start__lte=now) & (Q(end=None) | Q(end__gt=now))


def actor(person_id: int, *, now: datetime, purpose: Purpose | None = None) -> Actor:
    """Return the actor for a person, with the roles in force at ``now``."""
    person = Person.objects.filter(pk=person_id, is_active=True).first()
    if person is None:
        raise NotFound(what="person")
    held = Role.objects.filter(in_force(now), person_id=person_id).order_by("substitute", "id")
    return Actor(
        person_id=person.pk,
        username=person.username,
        name=person.name,
        organisation=person.organisation,
        roles=tuple(_held(row) for row in held),
        purpose=purpose,
    )


def actor_of_token(secret: str, *, now: datetime) -> Actor:
    """Return the actor that a program's token stands for, with the purpose bound to the token."""
    digest = hashlib.sha256(secret.encode()).hexdigest()
    token = Token.objects.filter(digest=digest, expires_at__gt=now, person__is_active=True).first()
    if token is None:
        raise NotAllowed(what="token")
    return actor(token.person_id, now=now, purpose=Purpose(token.purpose))


def person(username: str) -> PersonFacts:
    """Return a person by username."""
    row = Person.objects.filter(username=username).first()
    if row is None:
        raise NotFound(what="person")
    return _facts(row)


def anybody() -> bool:
    """Tell whether anybody may sign in at all: whether this installation has been taken into use."""
    return Person.objects.exists()


def looked_at(person_id: int) -> datetime | None:
    """Return when the person last looked at the start page."""
    return Person.objects.values_list("looked_at", flat=True).get(pk=person_id)


def names(usernames: Iterable[str]) -> Mapping[str, str]:
    """Return the names of several people by username, in one query."""
    return dict(Person.objects.filter(username__in=set(usernames)).values_list("username", "name"))


def readers_expected(unit_ids: Iterable[int], *, now: datetime) -> Mapping[int, int]:
    """Count, per unit, the people whose role there lets them read pictures now."""
    rows = (
        Role.objects.filter(in_force(now), unit_id__in=set(unit_ids), role__in=_roles_with(Permission.PICTURE_READ))
        .filter(person__is_active=True)
        .values("unit_id")
        .annotate(people=Count("person_id", distinct=True))
    )
    return {row["unit_id"]: row["people"] for row in rows}


def _roles_with(permission: Permission) -> tuple[str, ...]:
    return tuple(key for key, role in role_definitions().items() if permission in role.permissions)


def _held(row: Role) -> RoleHeld:
    definition = role_definitions()[row.role]
    return RoleHeld(row.role, row.unit_id, definition.permissions, definition.clearance, row.substitute)


def _facts(row: Person) -> PersonFacts:
    return PersonFacts(row.pk, row.username, row.name, row.organisation, row.looked_at)
