"""What a printed picture consists of: frozen, ready strings. The typesetter sees nothing else."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Remark:
    """Somebody's words about a paragraph, and who said them when."""

    kind: str
    text: str
    signature: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One paragraph: its words, and under them the line that says how sure, how marked, by whom."""

    label: str
    text: str
    meta: str
    change: str = ""
    evidence: tuple[str, ...] = ()
    trail: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    gone: bool = False


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """The answer to one criterion."""

    criterion: str
    step: str
    text: str
    meta: str


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a chapter."""

    title: str
    statements: tuple[Statement, ...] = ()
    answers: tuple[AnswerLine, ...] = ()
    answers_note: str = ""
    needs: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter with the lines under its name."""

    title: str
    lines: tuple[str, ...]
    causes: tuple[Remark, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Labels:
    """The program's own words on the paper, in the reader's language."""

    page: str
    evidence: str
    trail: str
    criterion: str
    answer: str
    reason: str
    contents: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole picture to print. ``marking`` stands on every page; ``language`` is the program's, words are Swedish."""

    language: str
    title: str
    marking: str
    info_class: int
    lead: tuple[str, ...]
    labels: Labels
    chapters: tuple[Chapter, ...]

    def as_data(self) -> dict[str, Any]:
        """Return the sheet as plain data for the typesetter."""
        return asdict(self)
