"""What accounts tells the rooms above."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person as others may see them: name and organisation, nothing more."""

    id: int
    username: str
    name: str
    organisation: str
    looked_at: datetime | None
