"""Findings tell where and never what; a checked text keeps its words to itself; hostile text costs little."""

import copy
import json
import logging
import pickle
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.guard import Finding, FindingKind, FreeText, GuardStopped, Severity, TextTooLong, clean, inspect
from tests.core.guarding import TOLVAN, stops


def test_findings_come_in_order_without_overlap_and_tell_where_not_what() -> None:
    text = f"Anna, 0701234567, {TOLVAN}, ABC 123 och a@exempel.se."
    found = inspect(text)
    assert [item.kind for item in found] == [
        FindingKind.NAME,
        FindingKind.TELEPHONE,
        FindingKind.IDENTITY,
        FindingKind.REGISTRATION,
        FindingKind.ADDRESS,
    ]
    assert found[0] == Finding(FindingKind.NAME, 0, 4, Severity.WARN)
    assert [item.hint_key for item in found] == [f"guard.{item.kind}" for item in found]
    assert [text[item.start : item.end] for item in found[1:]] == [
        "0701234567",
        TOLVAN,
        "ABC 123",
        "a@exempel.se",
    ]
    assert "Anna" not in repr(found)
    assert TOLVAN not in repr(found)


@given(st.text(max_size=200))
def test_whatever_is_written_findings_lie_within_the_text_and_apart(text: str) -> None:
    ends = 0
    for item in inspect(text):
        assert ends <= item.start < item.end <= len(text)
        ends = item.end


HOSTILE = [
    *("0", "1", " ", "-", "a", "A", "@", ".", "\n", "+", "å", "\u0301", "\u200b", "("),
    *("0 ", "01 ", "07 ", "12-", "a@", "@a.", "a.", "+46 ", "00 ", "Anna ", "Anna-", "A. ", "ABC ", "ABC 12", "reg "),
    *("12 12 12 ", "1 ", "070-", "(at)", "a (", "Ａ", "１", "-sson", "Anna Exempel ", TOLVAN, "reg" + " ", "1.1."),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_hostile_text_is_read_in_linear_time(piece: str) -> None:
    small, large = (_seconds(piece * (size // len(piece))) for size in (5_000, 40_000))
    assert large < max(24 * small, 0.5)


def _seconds(text: str) -> float:
    started = time.process_time()
    inspect(text)
    return time.process_time() - started


@pytest.mark.parametrize("piece", ["0", TOLVAN, "Anna "])
def test_a_text_of_a_megabyte_is_refused_before_it_is_read(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    with pytest.raises(TextTooLong) as refused:
        FreeText.checked(text)
    assert time.process_time() - started < 0.05
    assert refused.value.code == "text.too-long"
    assert refused.value.facts == {"longest": 20_000, "length": len(text)}


def test_the_caller_may_allow_less() -> None:
    assert FreeText.checked("1234", longest=4).words == "1234"
    with pytest.raises(TextTooLong):
        FreeText.checked("12345", longest=4)


def test_a_stopped_text_tells_kinds_and_places_and_nothing_else() -> None:
    with pytest.raises(GuardStopped) as refused:
        FreeText.checked(f"Mannen {TOLVAN} ringde 0701234567 till Anna.")
    assert refused.value.code == "text.guard-stopped"
    assert refused.value.facts == {"findings": (("identity-number", 7, 18), ("telephone", 26, 36))}
    for told in (str(refused.value), repr(refused.value), repr(refused.value.__dict__)):
        assert TOLVAN not in told
        assert "Mannen" not in told
    assert refused.value.__cause__ is None


def test_a_checked_text_never_shows_its_words_by_itself(caplog: pytest.LogCaptureFixture) -> None:
    text = FreeText.checked("Kanariefågeln Anna sjunger.")
    assert text.words == "Kanariefågeln Anna sjunger."
    assert [item.kind for item in text.warnings] == [FindingKind.NAME]
    logging.getLogger("samsyn").warning("saved %s %r", text, text)
    shown = [repr(text), str(text), f"{text}", f"{text:>60}", f"{text!r}", "{}".format(text), "%s" % text, caplog.text]  # noqa: UP031, UP032 - every way to show it
    assert not any("Kanarie" in each for each in shown)
    assert "27 characters" in repr(text)


def test_a_checked_text_is_made_only_by_the_guard_and_stays_as_it_was() -> None:
    text = FreeText.checked("Torget är tomt.")
    with pytest.raises(TypeError):
        FreeText()
    with pytest.raises(AttributeError):
        text.words = "ABC 123"
    with pytest.raises(AttributeError):
        del text.words
    for smuggle in (pickle.dumps, copy.copy, copy.deepcopy, json.dumps):
        with pytest.raises(TypeError):
            smuggle(text)


def test_checked_texts_are_equal_when_their_words_are() -> None:
    one, same, other = FreeText.checked("a\r\nb"), FreeText.checked("a\nb"), FreeText.checked("c")
    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert one != "a\nb"


def test_blanks_alone_are_no_text() -> None:
    assert not FreeText.checked(" \n\t")
    assert FreeText.checked("a")


@pytest.mark.parametrize(
    ("written", "saved"),
    [
        ("a\r\nb\rc\u2028d\x0be\x85f", "a\nb\nc\nd\ne\nf"),
        ("a\x00b\x07c\x1bd\x7f", "abcd"),
        ("\ufeffa\u200bb\u202ec\u00add\ud800", "abcd"),
        ("A\u030asa\tO\u0308", "Åsa Ö"),
        ("a\u200db", "a\u200db"),
    ],
)
def test_a_text_is_cleaned_of_what_cannot_be_seen(written: str, saved: str) -> None:
    assert clean(written) == saved


@given(st.text())
def test_cleaning_twice_is_cleaning_once_and_the_result_can_be_stored(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert "\x00" not in once
    once.encode()


@given(st.text(max_size=80))
def test_a_checked_text_is_the_cleaned_text_or_none_at_all(text: str) -> None:
    try:
        checked = FreeText.checked(text)
    except GuardStopped:
        assert stops(clean(text))
    else:
        assert checked.words == clean(text)
        assert not stops(checked.words)
