"""The copy of a text that the guard reads: odd digits, dashes and blanks made plain, places kept."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_SIGNS = {
    **dict.fromkeys("\u2043\u2212\u02d7", "-"),  # hyphen bullet, minus, modifier minus
    **dict.fromkeys("\u00b7\u2022\u2219\u22c5", "."),  # dots in the middle of the line
    **dict.fromkeys("\u2044\u2215", "/"),  # fraction and division slash
    **dict.fromkeys("\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
}
_PLAIN_ASCII = str.maketrans("\t\v\f\r\x1c\x1d\x1e\x1f", " \n\n\n\n\n\n ")
_DROPPED = frozenset({"Cf", "Mn", "Me"})


@dataclass(frozen=True, slots=True)
class Copy:
    """What the guard reads. ``at[i]`` is where character ``i`` of the copy stood; one entry past the end."""

    text: str
    at: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the half-open span in the original for one in the copy."""
        return self.at[start], self.at[end - 1] + 1


def copy(text: str) -> Copy:
    """Return the copy of a text.

    Full-width and other digits become 0–9, every dash ``-``, every blank a space, every line break
    one sign; invisible characters and loose marks are left out. One pass, linear in the text.
    """
    if text.isascii():
        return Copy(text.translate(_PLAIN_ASCII), range(len(text) + 1))
    known: dict[str, str] = {}
    chars: list[str] = []
    at: list[int] = []
    for place, char in enumerate(text):
        if unicodedata.combining(char) and chars and _joined(chars, char):
            continue
        plain = known.get(char)
        if plain is None:
            plain = known[char] = _plain(char)
        chars.extend(plain)
        at.extend([place] * len(plain))
    return Copy("".join(chars), [*at, len(text)])


def _joined(chars: list[str], mark: str) -> bool:
    """Put a mark on the letter before it where the two are one letter, as in A with a ring."""
    together = unicodedata.normalize("NFC", chars[-1] + mark)
    if len(together) == 1:
        chars[-1] = together
    return len(together) == 1


def _plain(char: str) -> str:
    if char in _SIGNS:
        return _SIGNS[char]
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category == "Pd":
        return "-"
    if category in _DROPPED:
        return ""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return "".join(" " if part.isspace() else part for part in unicodedata.normalize("NFKC", char))
