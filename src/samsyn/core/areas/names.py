"""Names of areas and units: compared without their spelling, and made into addresses."""

import re
from functools import lru_cache

from samsyn.core.text import fold

_BREAKS = re.compile(r"[/(),]")
_OUTSIDE = re.compile(r"[^a-z0-9]+")

LONGEST_SLUG = 80


def tidy(name: str) -> str:
    """Return the name with single spaces and none at the ends: the spelling that is kept."""
    return " ".join(name.split())


@lru_cache(maxsize=4_096)
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


@lru_cache(maxsize=4_096)
def slug(name: str) -> str:
    """Return the name as an address: small letters a–z, digits and hyphens; empty for no letters."""
    return _OUTSIDE.sub("-", fold(name)).strip("-")[:LONGEST_SLUG].strip("-")
