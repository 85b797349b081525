"""Who may do what, where: permissions, roles held, and the actor every action asks about.

A role is held on one unit. Writing is allowed at that unit only; reading downward is given by
audience rows written when a picture is signed (see ``samsyn.sharing``), so no rule here walks a tree.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from samsyn.core.errors import NotAllowed


class Permission(StrEnum):
    """What a role may do. The strings are stored in the role definitions and in the trail."""

    AREAS_READ = "areas.read"
    AREAS_KEEP = "areas.keep"
    UNITS_KEEP = "units.keep"
    PICTURE_READ = "picture.read"
    DRAFT_READ = "draft.read"
    DRAFT_WRITE = "draft.write"
    PICTURE_SIGN = "picture.sign"
    PICTURE_RESPOND = "picture.respond"
    NEED_ANSWER = "need.answer"
    ROUND_OPEN = "round.open"
    LIST_DECIDE = "list.decide"
    ERASE = "erase"
    TRAIL_VERIFY = "trail.verify"


class Zone(StrEnum):
    """How far a text may travel. A partner never reads the police zone."""

    POLICE = "polis"
    SHARED = "delad"
    OPEN = "oppen"


class InfoClass(IntEnum):
    """Information class after KLASSA. Class 4 has no value here: it cannot be stored."""

    K0 = 0
    K1 = 1
    K2 = 2
    K3 = 3


MARKED_FROM = InfoClass.K2
"""Reading from this class and up asks for a purpose and is logged."""


class Purpose(StrEnum):
    """Why somebody reads marked text; asked once a day, in one tap."""

    PLANNING = "planering"
    FOLLOW_UP = "uppfoljning"
    INVESTIGATION = "utredning"


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """One role in force on one unit, as of the moment the actor was made."""

    role: str
    unit_id: int
    permissions: frozenset[Permission]
    clearance: InfoClass
    substitute: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """A person with the roles in force now. Built at the door (web, api, cli), never from a user row."""

    person_id: int
    username: str
    name: str
    organisation: str
    roles: tuple[RoleHeld, ...] = ()
    purpose: Purpose | None = None

    def units_with(self, permission: Permission) -> frozenset[int]:
        """Return the ids of the units on which the actor holds ``permission``."""
        return frozenset(role.unit_id for role in self.roles if permission in role.permissions)

    def may(self, permission: Permission, unit_id: int) -> bool:
        """Tell whether the actor holds ``permission`` on exactly this unit."""
        return unit_id in self.units_with(permission)

    def has(self, permission: Permission) -> bool:
        """Tell whether the actor holds ``permission`` anywhere."""
        return bool(self.units_with(permission))

    def clearances(self, permission: Permission) -> tuple[tuple[InfoClass, frozenset[int]], ...]:
        """Group the units with ``permission`` by the highest information class readable through them."""
        best: dict[int, InfoClass] = {}
        for role in self.roles:
            if permission in role.permissions:
                best[role.unit_id] = max(role.clearance, best.get(role.unit_id, InfoClass.K0))
        return tuple(
            (level, frozenset(unit for unit, highest in best.items() if highest == level))
            for level in sorted(set(best.values()))
        )


def require(by: Actor, permission: Permission, *, unit_id: int) -> None:
    """Raise :class:`NotAllowed` unless ``by`` holds ``permission`` on the unit."""
    if not by.may(permission, unit_id):
        raise NotAllowed(permission=permission.value)


def highest(classes: Iterable[InfoClass]) -> InfoClass:
    """Return the highest of some information classes; nothing at all is class 0."""
    return max(classes, default=InfoClass.K0)
