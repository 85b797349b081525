"""The number of areas from list to list, split into real and technical change."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListAccount:
    """``before − left + new + returned + technical = after``; anything else is a bug.

    ``technical`` is what splits and merges add: the same ground, counted otherwise. ``real`` is
    ground that came or went. Do not read a trend out of ``after − before`` when technical is not 0.
    """

    before: int
    left: int
    new: int
    returned: int
    technical: int
    after: int

    def __post_init__(self) -> None:
        """Refuse an account that does not add up."""
        if self.before - self.left + self.new + self.returned + self.technical != self.after:
            message = f"the account does not add up: {self}"
            raise ValueError(message)

    @property
    def real(self) -> int:
        """Return the change of ground: what came less what left."""
        return self.new + self.returned - self.left

    @property
    def came(self) -> int:
        """Return how many areas came, new or returned."""
        return self.new + self.returned


def account(
    before: Collection[str],
    after: Collection[str],
    *,
    links: Iterable[tuple[str, str]] = (),
    earlier: Collection[str] = (),
) -> ListAccount:
    """Return the account from one list to the next.

    Parameters
    ----------
    before, after : collection of str
        Keys of the areas on each list; an area that continues has the same key on both.
    links : iterable of (str, str)
        Areas of ``before`` that went up in others of ``after`` by split or merge.
    earlier : collection of str
        Keys on any list before ``before``: what comes back from there has returned.

    Returns
    -------
    ListAccount
        The terms of the sum.

    Raises
    ------
    ValueError
        A link names an area that is not on its list, so the sum cannot be right.
    """
    pairs = list(links)
    sources, targets = {one for one, _ in pairs}, {other for _, other in pairs}
    if not (sources <= set(before) and targets <= set(after)):
        message = "a link names an area that is on neither list"
        raise ValueError(message)
    gone = set(before) - set(after)
    came = set(after) - set(before)
    arrived = came - targets
    returned = arrived & set(earlier)
    return ListAccount(
        before=len(before),
        left=len(gone - sources),
        new=len(arrived - returned),
        returned=len(returned),
        technical=len(came & targets) - len(gone & sources),
        after=len(after),
    )
