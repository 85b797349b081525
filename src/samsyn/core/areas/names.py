"""Names of areas and units: compared without their spelling, sorted as Swedes do, made into addresses."""

import re
import unicodedata

_BREAKS = re.compile(r"[/(),]")
_ORDER = {letter: f"{place:02d}" for place, letter in enumerate(" 0123456789abcdefghijklmnopqrstuvwxyzåäö", start=10)}


def tidy(name: str) -> str:
    """Return the name with single spaces and none at the ends: the spelling that is kept."""
    return " ".join(name.split())


def parts(name: str) -> tuple[str, ...]:
    """Return the places that a name joins, folded.

    Parameters
    ----------
    name : str
        A published name, such as ``"Södra Sofielund (Seved)"`` or ``"Rinkeby / Tensta"``.

    Returns
    -------
    tuple of str
        One folded name per place, in the order written; empty for a name without letters.

    Notes
    -----
    Slash and parenthesis count alike, since the lists of 2021–2025 use both for the same place.
    Do not trust it for places whose own name holds a slash.
    """
    return tuple(filter(None, (tidy(part).casefold().replace("-", " ") for part in _BREAKS.split(name))))


def same_name(one: str, other: str) -> bool:
    """Tell whether two names join the same places, however they are spelled."""
    return bool(parts(one)) and parts(one) == parts(other)


def named_within(part: str, whole: str) -> bool:
    """Tell whether every place in ``part`` is named in ``whole``, and ``whole`` names more."""
    return bool(parts(part)) and set(parts(part)) < set(parts(whole))


def sort_key(name: str) -> str:
    """Return a key that sorts as Swedish does, the same in every database.

    Returns
    -------
    str
        Two digits per character, so that no collation can reorder it; å, ä and ö after z.
        At most twice as long as ``name``.

    Notes
    -----
    Other accents count as their base letter; anything else counts as a space.
    """
    return "".join(_ORDER.get(letter, _ORDER[" "]) for letter in _plain(tidy(name).casefold()))


def slug(name: str) -> str:
    """Return the name as an address: small letters a–z, digits and hyphens; empty for no letters."""
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:80].strip("-")


def _plain(name: str) -> str:
    return "".join(
        letter if letter in "åäö" else unicodedata.normalize("NFKD", letter)[0]
        for letter in unicodedata.normalize("NFC", name)
    )
