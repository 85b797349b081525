"""Small numbers: what may be shown of a true count. A doorplate for the rules that come with the figures."""

from dataclasses import dataclass

from samsyn.core.raw import RawCount, opened

SMALLEST = 5
"""Counts under this, other than none, are not shown unless a permission says otherwise."""


@dataclass(frozen=True, slots=True)
class ShownCount:
    """A count as it may be shown: the number, or None where it is held back because it could point at somebody."""

    value: int | None
    smallest: int

    @property
    def is_held_back(self) -> bool:
        """Tell whether the number is held back."""
        return self.value is None


def clear(count: RawCount, *, smallest: int = SMALLEST) -> ShownCount:
    """Return what may be shown of a true count.

    Parameters
    ----------
    count : RawCount
        Number of events or persons.
    smallest : int
        The least number shown, at least 1; chosen by the reader's permission, never by the page. The
        caller records the choice in the trail.

    Returns
    -------
    ShownCount
        The number when it is none or at least ``smallest``, else held back.

    Raises
    ------
    ValueError
        When ``smallest`` is under 1.

    Notes
    -----
    One count at a time: it does not see that a total less its other parts gives away what is held back
    here. Do not use it for tables before the audit of tables stands beside it.
    """
    if smallest < 1:
        raise ValueError(_AT_LEAST_ONE)
    number = opened(count)
    return ShownCount(number if number == 0 or number >= smallest else None, smallest)


_AT_LEAST_ONE = "the least number shown is at least 1"
