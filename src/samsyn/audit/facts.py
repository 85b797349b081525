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


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification of the chain found. ``broken_at`` is the first entry that does not fit."""

    sealed: int
    unsealed: int
    head: str
    broken_at: int | None = None

    @property
    def whole(self) -> bool:
        """Tell whether every seal fits; an unsealed tail is not a fault."""
        return self.broken_at is None
