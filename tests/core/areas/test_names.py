import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.areas.names import LONGEST_SLUG, named_within, parts, same_name, slug


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Södra Sofielund (Seved)", "Södra Sofielund / Seved"),
        ("Hässleholmen/  Hulta", "Hässleholmen / Hulta"),
        ("Upplands Bro", "Upplands-Bro"),
        ("RINKEBY", "Rinkeby"),
    ],
)
def test_spelling_does_not_make_another_name(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(("one", "other"), [("Grevgården", "Grevegården"), ("Rinkeby / Tensta", "Tensta"), ("", "")])
def test_other_places_are_other_names(one: str, other: str) -> None:
    assert not same_name(one, other)


def test_a_part_is_named_within_its_whole_and_not_the_other_way() -> None:
    assert named_within("Lina", "Ronna / Geneta / Lina")
    assert not named_within("Ronna / Geneta / Lina", "Lina")
    assert not named_within("Lina", "Lina")
    assert not named_within("", "Lina")


def test_an_address_has_plain_letters_only() -> None:
    assert slug("Tynnered / Grevegården / Opaltorget") == "tynnered-grevegarden-opaltorget"
    assert slug("///") == ""


@given(st.text(max_size=80))
def test_a_name_is_the_same_as_itself_unless_it_names_nothing(name: str) -> None:
    assert same_name(name, name) == bool(parts(name))


@given(st.text(max_size=200))
def test_an_address_is_short_and_plain(name: str) -> None:
    assert len(slug(name)) <= LONGEST_SLUG
    assert set(slug(name)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
