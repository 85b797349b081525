"""What sharing tells the rooms above."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Opening:
    """An object that a unit may read, and since when."""

    object_id: int
    at: datetime
    whole: bool
