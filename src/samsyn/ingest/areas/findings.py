"""What is found in a delivered layer: each finding names its row, its rule and how grave it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from samsyn.core.areas.names import tidy
from samsyn.ingest.areas.rows import Row

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


@dataclass(frozen=True, slots=True)
class Step:
    """What a rule did with a row: what it found, what it made of it; ``drop`` takes it out with no question."""

    row: int
    finding: Finding | None = None
    mended: Row | None = None
    drop: bool = False


def found(  # noqa: PLR0913 - each is a part of the step
    row: Row,
    rule: str,
    severity: Severity,
    facts: Mapping[str, object] | None = None,
    mended: Row | None = None,
    *,
    drop: bool = False,
) -> Step:
    """Return the step of a rule that found something in a row."""
    return Step(row.number, Finding(row.number, rule, severity, tidy(row.name), facts or {}), mended, drop)
