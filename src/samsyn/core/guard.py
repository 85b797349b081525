"""The guard: free text is read before it is saved, so that no person ends up in a picture by mistake.

It stops identity, registration and telephone numbers and e-mail addresses, and warns for names. A hint
says how to write instead. Findings hold places, never words: they may reach a log.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NoReturn, Self

from samsyn.core.errors import DomainError
from samsyn.core.guard_contacts import addresses, telephone_numbers
from samsyn.core.guard_names import names
from samsyn.core.guard_numbers import Span, identity_numbers, registration_numbers
from samsyn.core.guard_reading import copy

LONGEST = 20_000
"""Characters in one free text, unless the caller says otherwise."""


class GuardStopped(DomainError):
    """The text names somebody; facts: findings, as (kind, start, end) in ``clean(text)``. Never the text."""

    code = "text.guard-stopped"


class TextTooLong(DomainError):
    """The text is longer than its place allows; facts: longest, length (in characters)."""

    code = "text.too-long"


class Severity(StrEnum):
    """Whether the text may be saved as it is."""

    STOP = "stop"
    WARN = "warn"


class FindingKind(StrEnum):
    """What was found; in this order the first wins where two overlap."""

    IDENTITY = "identity-number"
    ADDRESS = "e-mail"
    TELEPHONE = "telephone"
    REGISTRATION = "registration-number"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Finding:
    """Where something was found: half-open, in characters of the text that was read."""

    kind: FindingKind
    start: int
    end: int
    severity: Severity

    @property
    def hint_key(self) -> str:
        """Return the key of the sentence that says how to write instead."""
        return f"guard.{self.kind.value}"


_READERS: dict[FindingKind, Callable[[str], Iterator[Span]]] = {
    FindingKind.IDENTITY: identity_numbers,
    FindingKind.ADDRESS: addresses,
    FindingKind.TELEPHONE: telephone_numbers,
    FindingKind.REGISTRATION: registration_numbers,
    FindingKind.NAME: names,
}


def inspect(text: str) -> tuple[Finding, ...]:
    """Return what points at a person in a text.

    Parameters
    ----------
    text : str
        Any text, of any length; the time is linear in it.

    Returns
    -------
    tuple of Finding
        In the order of the text, none overlapping. Certain numbers stop, doubtful ones and names warn.

    Notes
    -----
    A help for those who forget, not a wall: digits in words, initials and nicknames pass. It knows
    Swedish formats and common names in Sweden (from memory, no register was read), so a clean result
    does not make a text free of persons.
    """
    reading = copy(text)
    found: list[Finding] = []
    for kind, read in _READERS.items():
        for span in read(reading.text):
            start, end = reading.span(span.start, span.end)
            found.append(Finding(kind, start, end, Severity.STOP if span.certain else Severity.WARN))
    return tuple(_apart(found))


def _apart(found: list[Finding]) -> Iterator[Finding]:
    """Yield findings that do not overlap, in order; a stop goes before a warning, then the longer, then the kind."""
    order = list(FindingKind)
    found.sort(key=lambda item: (item.severity is Severity.WARN, item.start - item.end, order.index(item.kind)))
    kept: list[Finding] = []
    taken: set[int] = set()
    for item in found:
        place = range(item.start, item.end)
        if taken.isdisjoint(place):
            kept.append(item)
            taken.update(place)
    yield from sorted(kept, key=lambda item: item.start)


_LINE_BREAK = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def clean(text: str) -> str:
    """Return the text as it is saved: one kind of line break, composed letters, nothing unseen.

    Control characters, direction marks, zero-width blanks and lone surrogates are left out; tabs become
    spaces. Places in findings and in :class:`GuardStopped` are places in this. Cleaning twice is
    cleaning once.
    """
    seen = _UNSEEN.sub("", _LINE_BREAK.sub("\n", text).replace("\t", " "))
    return unicodedata.normalize("NFC", seen)


_MADE_BY = "a FreeText is made by FreeText.checked"
_FIXED = "a FreeText does not change"
_KEPT_HERE = "a FreeText is not pickled"


class FreeText:
    """Text that has passed the guard. The words are in ``words`` and nowhere else: no log, no message.

    Made by :meth:`checked` only. Two are equal when their words are; an empty one is false.
    """

    __slots__ = ("warnings", "words")

    words: str
    warnings: tuple[Finding, ...]

    def __init__(self) -> None:
        """Refuse: only :meth:`checked` makes one."""
        raise TypeError(_MADE_BY)

    @classmethod
    def checked(cls, text: str, *, longest: int = LONGEST) -> Self:
        """Clean a text and let the guard read it.

        Parameters
        ----------
        text : str
            As it came from the form, the file or the program.
        longest : int
            The longest allowed, in characters, checked before anything else is done.

        Returns
        -------
        FreeText
            With the cleaned words, and the warnings to show beside them.

        Raises
        ------
        TextTooLong
            When it is longer; facts: longest, length.
        GuardStopped
            When it names somebody; facts: findings. The text itself is in no fact and no message.
        """
        if len(text) > longest:
            raise TextTooLong(longest=longest, length=len(text))
        words = clean(text)
        found = inspect(words)
        stopped = tuple((item.kind.value, item.start, item.end) for item in found if item.severity is Severity.STOP)
        if stopped:
            raise GuardStopped(findings=stopped)
        made = object.__new__(cls)
        object.__setattr__(made, "words", words)
        object.__setattr__(made, "warnings", found)
        return made

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: a checked text stays as it was checked."""
        raise AttributeError(_FIXED)

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse: a checked text stays as it was checked."""
        raise AttributeError(_FIXED)

    def __repr__(self) -> str:
        """Return the length, never the words."""
        return f"<FreeText, {len(self.words)} characters>"

    def __format__(self, spec: str) -> str:
        """Return the length whatever was asked for, never the words."""
        return repr(self)

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        """Refuse: pickled text would carry the words past the guard."""
        raise TypeError(_KEPT_HERE)

    def __eq__(self, other: object) -> bool:
        """Compare the words."""
        return self.words == other.words if isinstance(other, FreeText) else NotImplemented

    def __hash__(self) -> int:
        """Hash the words."""
        return hash(self.words)

    def __bool__(self) -> bool:
        """Tell whether there is anything but blanks."""
        return bool(self.words.strip())
