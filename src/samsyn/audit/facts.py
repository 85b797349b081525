"""What the trail tells its readers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of the trail, as its own actor reads it."""

    id: int
    at: datetime
    event: str
    target: str
    purpose: str
    facts: Mapping[str, object]
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain at some moment: how many links there were, and the digest of the last."""

    sequence: int
    digest: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification of the chain found.

    ``broken_at`` is the entry of the first link that does not fit; ``cut_off`` tells that links
    known to have been there are gone from the end.
    """

    sealed: int
    unsealed: int
    head: str
    broken_at: int | None = None
    cut_off: bool = False

    @property
    def whole(self) -> bool:
        """Tell whether every seal fits; an unsealed tail is not a fault."""
        return self.broken_at is None and not self.cut_off
