"""What was taken out of a text and what was put in, in whole words, at bounded cost."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

SHORT = 1_000
"""Words, of both together, up to which two stretches are compared word by word."""
SMALL = (300, 300, 300, 2_000)
"""Pairs of equal words up to which they are, by how often the stretches may still be parted.

Longer ones, and those with more, are parted at landmarks; after three times, what is left counts as rewritten.
"""

_WORD = re.compile(r"\s*\w+|\s*[^\w\s]|\s+")
_LETTER = re.compile(r"\w")

Match = tuple[int, int, int]
"""Where equal words begin in the one and in the other, and how many they are."""


class SpanKind(StrEnum):
    """Whether words stand in both texts, only in the first, or only in the second."""

    EQUAL = "equal"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Span:
    """Some words in a row, with the blanks before them."""

    kind: SpanKind
    text: str


def spans(before: str, after: str) -> tuple[Span, ...]:
    """Return how one text became another.

    Parameters
    ----------
    before, after : str
        Texts of a paragraph each.

    Returns
    -------
    tuple of Span
        Equal and removed ones make up ``before``, equal and added ones ``after``. What is replaced is
        removed first, then added. Turned round, the same words are equal.

    Notes
    -----
    Landmarks, words that stand once in each text, are matched first (patience difference), and only what
    lies between them word by word. Time is close to linear; a long stretch without landmarks counts as
    rewritten, so in a text of one word repeated, too much may be shown as changed, never too little.
    """
    turned = (len(before), before) > (len(after), after)
    one, other = (_WORD.findall(text) for text in ((after, before) if turned else (before, after)))
    found = _readable(
        one, list(_matches(one, other, (0, len(one), 0, len(other)), len(SMALL) - 1)), len(one), len(other)
    )
    return tuple(_told(one, other, found, turned=turned))


def _matches(
    one: Sequence[str], other: Sequence[str], within: tuple[int, int, int, int], depth: int
) -> Iterator[Match]:
    i, one_end, j, other_end = within
    same = 0
    while i + same < one_end and j + same < other_end and one[i + same] == other[j + same]:
        same += 1
    yield i, j, same
    i, j, same = i + same, j + same, 0
    while one_end - same > i and other_end - same > j and one[one_end - same - 1] == other[other_end - same - 1]:
        same += 1
    one_end, other_end = one_end - same, other_end - same
    left, right = one[i:one_end], other[j:other_end]
    if len(left) + len(right) <= SHORT and _equal_pairs(left, right) <= SMALL[depth]:
        for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
            yield i + block.a, j + block.b, block.size
    elif depth:
        for part in _between_landmarks(one, other, (i, one_end, j, other_end)):
            yield from _matches(one, other, part, depth - 1)
    yield one_end, other_end, same


def _equal_pairs(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words of the one equal how many of the other: what comparing them would cost."""
    times = Counter(other)
    return sum(times[word] for word in one)


def _between_landmarks(
    one: Sequence[str], other: Sequence[str], within: tuple[int, int, int, int]
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches that begin at each landmark; none where there is no landmark."""
    i, one_end, j, other_end = within
    once = {word for word, times in Counter(one[i:one_end]).items() if times == 1}
    once &= {word for word, times in Counter(other[j:other_end]).items() if times == 1}
    if not once:
        return
    where = {word: place for place, word in enumerate(other[j:other_end], j) if word in once}
    pairs = [(place, where[word]) for place, word in enumerate(one[i:one_end], i) if word in once]
    for next_i, next_j in [*_longest_rise(pairs), (one_end, other_end)]:
        yield i, next_i, j, next_j
        i, j = next_i, next_j


def _longest_rise(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs that rises in both places."""
    tops: list[int] = []
    last: list[int] = []
    below: list[int] = []
    for index, (_, place) in enumerate(pairs):
        height = bisect_left(tops, place)
        below.append(last[height - 1] if height else -1)
        tops[height : height + 1] = [place]
        last[height : height + 1] = [index]
    rise: list[tuple[int, int]] = []
    index = last[-1]
    while index >= 0:
        rise.append(pairs[index])
        index = below[index]
    return rise[::-1]


def _readable(one: Sequence[str], found: Sequence[Match], one_length: int, other_length: int) -> list[Match]:
    """Leave out matches that are only signs between two changes: a lone comma is noise to a reader."""
    joined: list[Match] = []
    for i, j, size in found:
        if joined and (joined[-1][0] + joined[-1][2], joined[-1][1] + joined[-1][2]) == (i, j):
            start_i, start_j, before = joined.pop()
            joined.append((start_i, start_j, before + size))
        elif size:
            joined.append((i, j, size))
    return [
        (i, j, size)
        for i, j, size in joined
        if (i, j) == (0, 0)
        or (i + size, j + size) == (one_length, other_length)
        or _LETTER.search("".join(one[i : i + size]))
    ]


def _told(one: Sequence[str], other: Sequence[str], found: Sequence[Match], *, turned: bool) -> Iterator[Span]:
    i = j = 0
    for next_i, next_j, size in [*found, (len(one), len(other), 0)]:
        gone, come = "".join(one[i:next_i]), "".join(other[j:next_j])
        if turned:
            gone, come = come, gone
        i, j = next_i + size, next_j + size
        for kind, text in (
            (SpanKind.REMOVED, gone),
            (SpanKind.ADDED, come),
            (SpanKind.EQUAL, "".join(one[next_i:i])),
        ):
            if text:
                yield Span(kind, text)
