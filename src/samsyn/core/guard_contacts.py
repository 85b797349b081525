"""Finds ways to reach a person: telephone numbers and e-mail addresses.

Reads the plain copy of a text (``guard_reading``), like ``guard_numbers``, under the same promise: bounded
patterns, linear time. Short public numbers (112, 114 14) are no telephone numbers here.
"""

import re
from collections.abc import Iterator, Sequence

from samsyn.core.guard_numbers import Span

_ABROAD = re.compile(
    r"(?:(?<![0-9])\+|(?<![0-9])00)[ -]?(?P<country>46|1|7|2[07]|2[1-9][0-9]|3[0-469]|3[578][0-9]|4[013-9]|42[0-9]|"
    r"5[1-8]|5[09][0-9]|6[0-6]|6[7-9][0-9]|8[1246]|8[058][0-9]|9[0-58]|9[679][0-9])"
    r"[ )-]{0,2}(?:\(0\))?[ -]{0,2}(?P<rest>[0-9](?:[ ./-]{0,2}[0-9]){5,11})(?![0-9])"
)
_BARE_MOBILE = re.compile(r"(?<![0-9])46(?:\(0\))?7[0-9]{8}(?![0-9])")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?: [0-9]{3})*")
_SPELLED_MOBILE = re.compile(r"(?<![0-9])0[ .-]{1,3}7(?:[ .-]{1,3}[0-9]){8}(?![0-9])")

_AT_HOME = re.compile(r"(?<![\w])(?<![0-9][.,:+-])\(?(?P<groups>0[0-9]{1,10}(?:[ \n)./-]{1,3}[0-9]{1,8}){0,5})")
_GROUP = re.compile(r"[0-9]+")
_GOES_ON = re.compile(r"[-.]?[0-9]|/(?:[0-9]{2}|[0-9]{4})(?![0-9])")
_LONGEST_CODE = 4
_CODES = "010 011 013 016 018 019 020 021 023 026 031 033 035 036 040 042 044 046 054 060 063 090"
_THREE_DIGIT_CODES = frozenset(_CODES.split())
_LOCAL_PARTS = {
    2: {(6,), (7,), (8,), (3, 3), (3, 4), (4, 3), (4, 4), (3, 2, 2), (3, 2, 3), (3, 3, 2)},
    3: {(5,), (6,), (7,), (8,), (2, 3), (3, 2), (3, 3), (3, 4), (2, 2, 2), (2, 2, 3), (3, 2, 2), (3, 3, 2)},
    4: {(5,), (6,), (2, 3), (3, 2), (3, 3), (2, 2, 2)},
}
"""How the part after an area code of this length is usually grouped."""
_TOGETHER = (9, 10)
_FEWEST, _MOST = 8, 11
_MOBILE_CODE, _MOBILE_DIGITS, _MOBILE_GROUPS = 3, 10, 5
_TWO_TIMES_AND_A_NUMBER = (4, 4, 2)
_PAIRS = re.compile(r"07(?: [0-9]{2}){4}|08[ -]{1,3}[0-9]{2}(?: [0-9]{2}){2}")

_SIGN = re.compile(r" ?@ ?| ?[(\[{] ?(?:at|snabel-?a) ?[)\]}] ?", re.IGNORECASE)
_LOCAL_BACKWARDS = re.compile(r"[\w.+%-]{1,64}")
_DOMAIN = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[^\W\d_]{2,63}")
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}")
_LONGEST_LOCAL_PART = 64


def telephone_numbers(text: str) -> Iterator[Span]:
    """Yield Swedish numbers as they are usually written, and numbers with a country code.

    Not years, dates, times, postal codes, statistics or case numbers. Five pairs of digits
    (``07 01 23 45 67``) are only likely: they may as well be a list.
    """
    for found in _ABROAD.finditer(text):
        if found["country"] == "46":
            yield Span(*found.span())
        elif not _is_quantity(found[0]):
            yield Span(*found.span(), certain=found[0][0] == "+")
    for pattern in (_BARE_MOBILE, _SPELLED_MOBILE):
        for found in pattern.finditer(text):
            yield Span(*found.span())
    yield from _numbers_at_home(text)


def _is_quantity(written: str) -> bool:
    """Tell ``+10 000 000`` and ``+3 000-4 000`` from a number to call."""
    parts = written.removeprefix("+").split("-")
    return len(parts) <= 2 and all(_THOUSANDS.fullmatch(part.strip()) for part in parts)  # noqa: PLR2004 - from and to


def _numbers_at_home(text: str) -> Iterator[Span]:
    place = 0
    while found := _AT_HOME.search(text, place):
        groups = list(_GROUP.finditer(text, *found.span("groups")))
        place = groups[0].end()
        written = [group[0] for group in groups]
        for count in range(len(groups), 0, -1):
            end = groups[count - 1].end()
            if not _FEWEST <= sum(map(len, written[:count])) <= _MOST or _GOES_ON.match(text, end):
                continue
            certain = _is_called(written[:count])
            if certain or _PAIRS.fullmatch(text, groups[0].start(), end):
                yield Span(found.start(), end, certain=certain)
                place = end
                break


def _is_called(groups: Sequence[str]) -> bool:
    """Tell whether groups of digits are written as a number to call."""
    shape = tuple(len(group) for group in groups)
    first, rest = groups[0], shape[1:]
    if first.startswith("07"):
        whole = sum(shape) == _MOBILE_DIGITS and len(shape) <= _MOBILE_GROUPS and len(first) >= _MOBILE_CODE
        return whole and min(rest, default=2) > 1 and shape != _TWO_TIMES_AND_A_NUMBER
    if not rest:
        return shape[0] in _TOGETHER and first[1] != "0"
    return _is_area_code(first) and groups[1][0] != "0" and rest in _LOCAL_PARTS[shape[0]]


def _is_area_code(digits: str) -> bool:
    if len(digits) == _LONGEST_CODE:
        return digits[1] not in "08" and digits[:3] not in _THREE_DIGIT_CODES
    return digits == "08" or digits in _THREE_DIGIT_CODES


def addresses(text: str) -> Iterator[Span]:
    """Yield e-mail addresses, also with a blank beside the sign or with ``(at)`` for it."""
    for sign in _SIGN.finditer(text):
        before = text[max(0, sign.start() - _LONGEST_LOCAL_PART) : sign.start()]
        local = _LOCAL_BACKWARDS.match(before[::-1])
        domain = (_DOMAIN if "@" in sign[0] else _HOST).match(text, sign.end())
        if local and domain:
            yield Span(sign.start() - local.end(), domain.end())
