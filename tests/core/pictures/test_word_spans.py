"""What was taken out of a text and what was put in, in whole words."""

import time
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.pictures.word_spans import Span, SpanKind, spans
from tests.core.pictures.samples import TEXTS

MIRROR = {SpanKind.ADDED: SpanKind.REMOVED, SpanKind.REMOVED: SpanKind.ADDED, SpanKind.EQUAL: SpanKind.EQUAL}
FEW_WORDS = st.lists(st.sampled_from(["a", "b", "c", ",", "\n"]), max_size=400).map(" ".join)


def marked(before: str, after: str) -> str:
    signs = {SpanKind.EQUAL: "{}", SpanKind.REMOVED: "[-{}-]", SpanKind.ADDED: "[+{}+]"}
    return "".join(signs[span.kind].format(span.text) for span in spans(before, after))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "", ""),
        ("Torget är tomt.", "Torget är tomt.", "Torget är tomt."),
        ("", "Torget.", "[+Torget.+]"),
        ("Torget.", "", "[-Torget.-]"),
        ("De går.", "De går hem.", "De går[+ hem+]."),
        ("De går hem i dag.", "De går i dag.", "De går[- hem-] i dag."),
        ("Torget är tomt.", "Parken är tom.", "[-Torget-][+Parken+] är[- tomt-][+ tom+]."),
        ("öppet, på torget", "stängt, i parken", "[-öppet, på torget-][+stängt, i parken+]"),
        ("5 100 invånare", "5 700 invånare", "5[- 100-][+ 700+] invånare"),
        ("a b", "a  b", "a[- b-][+  b+]"),
    ],
)
def test_changes_are_told_in_whole_words(before: str, after: str, told: str) -> None:
    assert marked(before, after) == told


@given(TEXTS | FEW_WORDS, TEXTS | FEW_WORDS)
def test_spans_make_up_both_texts(before: str, after: str) -> None:
    found = spans(before, after)
    assert "".join(span.text for span in found if span.kind is not SpanKind.ADDED) == before
    assert "".join(span.text for span in found if span.kind is not SpanKind.REMOVED) == after
    assert all(span.text for span in found)


@given(TEXTS | FEW_WORDS, TEXTS | FEW_WORDS)
def test_turned_round_the_same_words_are_equal(before: str, after: str) -> None:
    there, back = spans(before, after), spans(after, before)
    assert sorted(_mirrored(there)) == sorted((span.kind, span.text) for span in back)
    assert [span for span in there if span.kind is SpanKind.EQUAL] == [
        span for span in back if span.kind is SpanKind.EQUAL
    ]


def _mirrored(found: tuple[Span, ...]) -> list[tuple[str, str]]:
    return [(MIRROR[span.kind], span.text) for span in found]


@given(TEXTS)
def test_a_text_compared_with_itself_has_no_change(text: str) -> None:
    assert spans(text, text) == ((Span(SpanKind.EQUAL, text),) if text else ())


def test_what_has_no_landmark_after_three_partings_counts_as_rewritten() -> None:
    one, other = "a b " * 40, "b a c " * 40
    for landmark in ("ett", "två", "tre"):
        one, other = (f"{text}{landmark} {text}" for text in (one, other))
    found = spans(one, other)
    assert [span.kind for span in found].count(SpanKind.EQUAL) == 2**3
    assert [span.text.strip() for span in found if span.kind is SpanKind.EQUAL][:3] == ["ett", "två", "ett"]


@given(st.integers(200, 3_000), st.integers(0, 199))
def test_one_changed_word_in_a_long_text_is_the_only_change(length: int, place: int) -> None:
    before = [f"ord{number * 7_919 % 10_007}" for number in range(length)]
    after = [*before[:place], "NYTT", *before[place + 1 :]]
    kinds = [span.kind for span in spans(" ".join(before), " ".join(after))]
    assert kinds.count(SpanKind.REMOVED) == kinds.count(SpanKind.ADDED) == 1


def _prose(seed: int, words: int) -> list[str]:
    """Return words about as often repeated as in Swedish prose, always the same for a seed."""
    common = ["och", "att", "det", "som", "en", "på", "är", "av", "för", "med"]
    drawn = [int.from_bytes(sha256(f"{seed}:{place}".encode()).digest()[:8]) for place in range(words)]
    return [common[each % 10] if each % 100 < 40 else f"ord{each // 100 % 3_000}" for each in drawn]


LONG = _prose(1, 3_600)
PAIRS = {
    "edited here and there": (LONG, [word if place % 23 else "annat" for place, word in enumerate(LONG)]),
    "rewritten": (LONG, _prose(2, 3_600)),
    "turned round": (LONG, LONG[::-1]),
    "moved half": (LONG, LONG[1_800:] + LONG[:1_800]),
    "one word": (["a"] * 10_000, ["b"] * 10_000),
    "two words": (["a", "b"] * 5_000, ["b", "a"] * 5_000),
    "three words": (["a", "b", "c"] * 3_300, ["c", "a", "b", "b"] * 2_500),
    "signs": (["!", "?"] * 10_000, ["?", "!", "."] * 6_600),
    "islands": (
        [f"x{n}" if n % 60 == 0 else "a" for n in range(9_000)],
        [f"x{n}" if n % 60 == 0 else "b" for n in range(9_000)],
    ),
    "islands of two": (
        [f"x{n}" if n % 60 == 0 else "ab"[n % 2] for n in range(9_000)],
        [f"x{n}" if n % 60 == 0 else "ab"[n % 3 > 0] for n in range(9_000)],
    ),
}


@pytest.mark.parametrize("name", PAIRS)
def test_twenty_thousand_characters_are_compared_in_a_moment(name: str) -> None:
    """The aim is 50 ms; the limit here leaves room for a busy machine and for coverage."""
    before, after = (" ".join(words)[:20_000] for words in PAIRS[name])
    spent = []
    for _ in range(2):
        started = time.process_time()
        spans(before, after)
        spent.append(time.process_time() - started)
    assert min(spent) < 0.5
