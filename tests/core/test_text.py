"""Words as they are searched and sorted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.text import LONGEST_WORD, fold, found_in, sort_key, words

ANY = st.text(max_size=40)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Örebro", "orebro"),
        ("örebro", "orebro"),
        ("O\u0308REBRO", "orebro"),
        ("Ｏrebro", "orebro"),
        ("Tåg på ÄNG", "tag pa ang"),
        ("Kafé", "kafe"),
        ("straße", "strasse"),
        ("Łódź, Ærø, Þór", "lodz, aero, thor"),
        ("", ""),
    ],
)
def test_case_marks_and_width_are_folded_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(ANY)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY)
def test_searching_does_not_care_how_a_word_is_cased(text: str) -> None:
    assert fold(text.upper().lower()) == fold(text.lower())


def test_words_are_runs_of_letters_and_digits() -> None:
    assert words("Dnr A123.456/2026, E4:an – U6_öppen torget TORGET") == {
        *("dnr", "a123", "456", "2026"),
        *("e4", "an", "u6", "oppen", "torget"),
    }
    assert words(" – ") == frozenset()


def test_a_word_of_a_megabyte_is_cut() -> None:
    assert words("a" * 1_000_000) == {"a" * LONGEST_WORD}


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("orebro", "I Örebro i går", True),
        ("örebro", "I Orebro i går", True),
        ("torg", "Norra Torget", True),
        ("torg nor", "Norra Torget", True),
        ("orget", "Norra Torget", False),
        ("torg söd", "Norra Torget", False),
        ("", "Norra Torget", False),
        ("–", "Norra Torget", False),
    ],
)
def test_a_query_finds_the_texts_where_every_word_begins_some_word(query: str, text: str, *, found: bool) -> None:
    assert found_in(query, words(text)) is found


@given(ANY)
def test_every_text_with_a_word_is_found_by_itself(text: str) -> None:
    assert found_in(text, words(text)) is bool(words(text))


def test_swedish_names_stand_in_swedish_order() -> None:
    ordered = ["1 maj", "Område 2", "Område 10", "Zeta", "Zürich", "Åkern", "Ålen", "Ängen", "Ö", "Ögat", "Öster"]
    assert sorted(set(ordered), key=sort_key) == ordered


def test_accents_and_case_do_not_move_a_name_and_signs_separate_words() -> None:
    assert sort_key("Idé") == sort_key("ide")
    assert sort_key("Öst-Torget") == sort_key("öst torget")
    assert sort_key("Müller") == sort_key("Myller")
    assert sort_key("Väst Berga") < sort_key("Västberga")
    assert sort_key("{|}") == ""


def test_numbers_of_any_length_are_sorted_by_value() -> None:
    assert sort_key("9" * 5000) > sort_key("8" * 4999)
    assert sort_key("007") == sort_key("7")
    assert sort_key("0") < sort_key("1")


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_in_names_sort_as_numbers(left: int, right: int) -> None:
    assert (sort_key(f"Område {left}") < sort_key(f"Område {right}")) == (left < right)


@given(st.lists(st.text("abyzåäö ", max_size=8), max_size=6))
def test_letter_by_letter_the_order_is_the_swedish_alphabet(names: list[str]) -> None:
    alphabet = " abyzåäö"
    tidy = [" ".join(name.split()) for name in names]
    assert sorted(tidy, key=sort_key) == sorted(tidy, key=lambda name: [alphabet.index(letter) for letter in name])
