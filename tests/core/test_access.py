"""Who may do what, where: roles on units, never on more than they were given for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.access import Actor, InfoClass, Permission, RoleHeld, highest, require
from samsyn.core.errors import DomainError, NotAllowed, NotFound

ROLES = st.lists(
    st.builds(
        RoleHeld,
        role=st.just("chief"),
        unit_id=st.integers(1, 3),
        permissions=st.frozensets(st.sampled_from(Permission), max_size=3),
        clearance=st.sampled_from(InfoClass),
    ),
    max_size=5,
).map(tuple)


def actor(*roles: RoleHeld) -> Actor:
    return Actor(1, "astrid", "Astrid Exempel", "Polismyndigheten", roles)


def role(unit_id: int, clearance: InfoClass, *permissions: Permission) -> RoleHeld:
    return RoleHeld("chief", unit_id, frozenset(permissions), clearance)


def test_a_role_counts_on_its_own_unit_only() -> None:
    astrid = actor(role(1, InfoClass.K2, Permission.PICTURE_SIGN))
    require(astrid, Permission.PICTURE_SIGN, unit_id=1)
    for permission, unit_id in ((Permission.PICTURE_SIGN, 2), (Permission.ERASE, 1)):
        with pytest.raises(NotAllowed) as refused:
            require(astrid, permission, unit_id=unit_id)
        assert refused.value.facts == {"permission": permission.value}


def test_nobody_without_a_role_may_do_anything() -> None:
    for permission in Permission:
        assert not actor().has(permission)
        assert actor().units_with(permission) == frozenset()
        assert actor().clearances(permission) == ()


def test_the_highest_clearance_on_a_unit_counts_and_only_with_the_permission() -> None:
    astrid = actor(
        role(1, InfoClass.K1, Permission.PICTURE_READ),
        role(1, InfoClass.K3, Permission.PICTURE_READ),
        role(2, InfoClass.K1, Permission.PICTURE_READ),
        role(3, InfoClass.K3, Permission.DRAFT_READ),
    )
    assert astrid.clearances(Permission.PICTURE_READ) == (
        (InfoClass.K1, frozenset({2})),
        (InfoClass.K3, frozenset({1})),
    )


@given(ROLES, st.sampled_from(Permission))
def test_what_may_be_done_is_exactly_what_some_role_gives(roles: tuple[RoleHeld, ...], permission: Permission) -> None:
    given_on = {held.unit_id for held in roles if permission in held.permissions}
    someone = actor(*roles)
    assert someone.units_with(permission) == given_on
    assert someone.has(permission) == bool(given_on)
    assert {unit for unit in range(1, 4) if someone.may(permission, unit)} == given_on
    levels = dict.fromkeys(given_on, InfoClass.K0)
    for held in roles:
        if permission in held.permissions:
            levels[held.unit_id] = max(levels[held.unit_id], held.clearance)
    assert {unit: level for level, units in someone.clearances(permission) for unit in units} == levels


def test_the_highest_of_no_class_is_class_none() -> None:
    assert highest([]) is InfoClass.K0
    assert highest([InfoClass.K1, InfoClass.K3, InfoClass.K2]) is InfoClass.K3


def test_there_is_no_class_four_to_store() -> None:
    with pytest.raises(ValueError, match="4"):
        InfoClass(4)


def test_a_refusal_has_a_code_and_facts_for_the_sentence() -> None:
    refused = NotFound(what="picture")
    assert isinstance(refused, DomainError)
    assert (refused.code, refused.facts) == ("access.not-found", {"what": "picture"})
    assert "picture" in str(refused)
