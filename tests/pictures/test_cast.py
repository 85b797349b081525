"""The cast stands where the demo says it stands."""

from samsyn.areas import queries as areas
from samsyn.core.access import Permission
from samsyn.shell.demo import CAST
from tests.cast import HERE, NOW, Cast


def test_everybody_holds_the_role_of_the_demo(cast: Cast) -> None:
    held = {actor.username: [(role.role, role.unit_id) for role in actor.roles] for actor in cast.everyone()}
    assert held == {one.username: [(one.role, cast.unit(one.unit_code))] if one.role else [] for one in CAST}


def test_jonna_signs_as_a_substitute(cast: Cast) -> None:
    assert cast.jonna.may(Permission.PICTURE_SIGN, cast.unit(HERE))
    assert [role.substitute for role in cast.jonna.roles] == [True]


def test_the_newest_list_holds_three_areas_here(cast_and_areas: Cast) -> None:
    found = areas.areas_of(cast_and_areas.unit(HERE), on=NOW.date())
    assert [(area.name, area.category, area.trend) for area in found] == [
        ("Almhöjden", "sarskilt", "stabil"),
        ("Kvarnparken", "utsatt", "positiv"),
        ("Norra Torget", "utsatt", ""),
    ]
