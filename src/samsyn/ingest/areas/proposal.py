"""The proposal: what each row would become, what is doubtful, and what would be written."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date

from samsyn.areas.facts import ListEntry, UnitEntry
from samsyn.core.areas.counts import ListAccount
from samsyn.ingest.areas.findings import Finding


@dataclass(frozen=True, slots=True)
class Share:
    """Ground in common with an area of the list before, as shares of that area and of this one."""

    before: str
    of_before: float
    of_after: float


@dataclass(frozen=True, slots=True)
class Line:
    """One area of the new list, or one that left it (``row`` 0)."""

    row: int
    key: str
    name: str
    category: str
    fate: str
    before: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    shares: tuple[Share, ...] = ()
    special_id: int | None = None
    unit: str = ""
    m2: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt for a person, answered yes or no.

    ``about`` is "area" (is this the same ground as that?), "row" (load without the refused row?)
    or "unit" (has the unit changed so?). ``recorded`` is what the known list says, when it says.
    """

    id: str
    about: str
    why: str
    facts: Mapping[str, object] = field(default_factory=dict)
    recorded: bool | None = None
    answer: bool | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A whole proposal. ``entry`` and ``organisation`` are what a load would write."""

    list_on: date
    layout: str
    system: int
    fills: bool
    delivered: int
    lines: tuple[Line, ...]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]
    account: ListAccount
    organisation: tuple[UnitEntry, ...]
    entry: ListEntry

    @property
    def open(self) -> tuple[Question, ...]:
        """Return the questions nobody has answered; while there are any, nothing is loaded."""
        return tuple(question for question in self.questions if question.answer is None)

    def as_json(self) -> dict[str, object]:
        """Return the proposal as it is kept and shown; equal proposals give equal JSON."""
        kept = {
            "list_on": self.list_on.isoformat(),
            "layout": self.layout,
            "system": self.system,
            "fills": self.fills,
            "delivered": self.delivered,
            "lines": [asdict(line) for line in self.lines],
            "questions": [asdict(question) for question in self.questions],
            "account": asdict(self.account),
            "organisation": [asdict(unit) for unit in self.organisation],
        }
        result: dict[str, object] = json.loads(json.dumps(kept, default=str))
        return result

    def report(self) -> list[dict[str, object]]:
        """Return every finding as it is kept in the import's report."""
        result: list[dict[str, object]] = json.loads(json.dumps([one.as_json() for one in self.findings], default=str))
        return result
