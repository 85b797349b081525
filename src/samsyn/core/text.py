"""Words as they are searched and sorted: folded for search, Swedish alphabetical order for lists."""

import re
import unicodedata

LONGEST_WORD = 40
"""Longer words are indexed by this many first characters; a search word is cut the same way."""

_WORD = re.compile(r"[^\W_]+")
_SIGNS = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"[0-9]+")
_UNDECOMPOSED = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "ħ": "h",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
_AFTER_Z = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"})
_WIDEST = 999


def fold(text: str) -> str:
    """Return the text as it is compared in search: case, marks and width folded away.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        ``Örebro``, ``örebro`` and ``orebro`` all give ``orebro``. Folding twice is folding once.
        Not for sorting or showing: å, ä and ö are letters of their own there (:func:`sort_key`).
    """
    loose = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(char for char in loose if not unicodedata.combining(char))
    return bare.translate(_UNDECOMPOSED)


def words(text: str) -> frozenset[str]:
    """Return the folded words of a text for the word-prefix index; both sides of a search use it.

    Words are runs of letters and digits: ``A123.456/2026`` gives ``a123``, ``456`` and ``2026``.
    Each is cut at ``LONGEST_WORD`` characters.
    """
    return frozenset(word[:LONGEST_WORD] for word in _WORD.findall(fold(text)))


def found_in(query: str, indexed: frozenset[str]) -> bool:
    """Tell whether every word of a query begins some indexed word: the meaning of search, for tests.

    The stores do the same with an index; this plain form is what they are checked against. An empty
    query finds nothing.
    """
    asked = words(query)
    return bool(asked) and all(any(word.startswith(start) for word in indexed) for start in asked)


def sort_key(text: str) -> str:
    """Return a key whose code-point order is Swedish alphabetical order.

    Parameters
    ----------
    text : str
        A name or a title.

    Returns
    -------
    str
        Numbers first and by value (``Område 2`` before ``Område 10``), then a–z, å, ä, ö. Accents and
        case are left out, ü is sorted as y, signs separate words. Letters outside the Latin alphabet
        come last. Equal keys mean *the same place in the alphabet*, not the same text: sort by
        ``(sort_key(x), x)`` where the order must be certain. On PostgreSQL the column needs
        collation ``C``.
    """
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    letters = fold(_SIGNS.sub(" ", composed).strip().translate(_AFTER_Z))
    return _NUMBER.sub(_by_value, letters)


def _by_value(found: re.Match[str]) -> str:
    digits = found[0].lstrip("0") or "0"
    return f"{min(len(digits), _WIDEST):03}{digits}"
