"""What is found in a delivered layer: each finding names its row, its rule and how grave it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

WHOLE_FILE = 0
"""Row number of what concerns the file, not one row. Rows are counted from 1."""


class Severity(StrEnum):
    """Refused rows stay out, repaired rows come in mended, noted ones come in as they are."""

    REFUSED = "refused"
    REPAIRED = "repaired"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. ``rule`` is stable and public; the interface has a sentence for each."""

    row: int
    rule: str
    severity: Severity
    name: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """Return the finding as it is kept in the import's report."""
        return {
            "row": self.row,
            "rule": self.rule,
            "severity": self.severity.value,
            "name": self.name,
            "facts": dict(self.facts),
        }
