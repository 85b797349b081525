"""What the components need to be drawn: frozen, ready strings. A page's ``present.py`` fills them.

Nothing here is computed from the database and nothing is translated later: words, days and numbers arrive written.
"""

from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What has happened to a paragraph since the reader last read it, or in a comparison."""

    NONE = ""
    NEW = "new"
    CHANGED = "changed"
    REMOVED = "removed"
    ERASED = "erased"


class RunKind(StrEnum):
    """How a piece of text is set: plain, strong, added, removed, or stopped by the guard."""

    PLAIN = ""
    STRONG = "strong"
    ADDED = "added"
    REMOVED = "removed"
    GUARDED = "guarded"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line of text, with a link when ``url`` is set."""

    text: str
    kind: RunKind = RunKind.PLAIN
    url: str = ""


Line = tuple[Run, ...]


def line(text: str) -> Line:
    """Make an unmarked line of plain text."""
    return (Run(text),)


@dataclass(frozen=True, slots=True)
class Link:
    """A word that leads somewhere."""

    text: str
    url: str
    current: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """The marking of one paragraph."""

    info_class: int
    zone: str


@dataclass(frozen=True, slots=True)
class Certainty:
    """Certainty: step 1 (weakest) to 5, and its word."""

    step: int
    word: str


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One line under Underlag: the grading ("B2"; empty is shown as a dash) and what it is."""

    text: Line
    grading: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A dated word about a paragraph: a dissent, a question or a reply."""

    text: str
    signature: str
    """"från Övningslänet, 5 nov."""
    note: str = ""
    """"Följer med när stycket lyfts."""


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """One paragraph with its margins. In a removed or erased paragraph ``text`` is the reason, not the words."""

    anchor: str
    label: str
    text: Line
    change: Change = Change.NONE
    change_words: str = ""
    certainty: Certainty | None = None
    mark: Mark | None = None
    byline: str = ""
    tags: tuple[str, ...] = ()
    """Short words to look at: "Ändrat efter att det lyftes"."""
    evidence: tuple[EvidenceLine, ...] = ()
    traces: tuple[Run, ...] = ()
    """Where the words were lifted; or one plain run that says "Inte lyft än"."""
    sources: tuple[Run, ...] = ()
    """The paragraphs below that this one was lifted from."""
    dissents: tuple[Remark, ...] = ()
    questions: tuple[Remark, ...] = ()
    actions: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """How many at one level have taken note. ``level`` is 1 (local) to 4 (nation)."""

    level: int
    name: str
    done: int
    total: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a level answered to a need. Without a verdict it is the dated gap: late or waiting."""

    text: str
    verdict: str = ""
    positive: bool = True
    signature: str = ""
    """"Övningslänet, 20 okt"."""
    late: str = ""
    """"3 dagar sent"."""
    ask: Link | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """A need and the answers it has had."""

    label: str
    text: str
    asked: str
    """"Ställt till Övningslänet 9 okt"."""
    answers: tuple[Answer, ...] = ()
    anchor: str = ""


class Cause(StrEnum):
    """The five causes of a difference; each has a shape of its own."""

    WORLD = "world"
    EVIDENCE = "evidence"
    ASSESSOR = "assessor"
    METHOD = "method"
    BOUNDARY = "boundary"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison; ``absent`` says why there is no text ("Stycket fanns inte i version 12.")."""

    label: str = ""
    text: Line = ()
    certainty: Line = ()
    absent: Line = ()
    removed: bool = False


@dataclass(frozen=True, slots=True)
class CompareRow:
    """Before, cause, after."""

    before: Side
    after: Side
    cause: Cause | None
    cause_word: str
    cause_note: Line = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class CompareStep:
    """One consecutive step of a longer comparison."""

    title: str
    byline: str
    text: str


@dataclass(frozen=True, slots=True)
class CauseCount:
    """How many changes one cause stands for."""

    cause: Cause
    word: str
    count: int


@dataclass(frozen=True, slots=True)
class NavGroup:
    """A group of the chapter navigation; the note of a link is its count of changes."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """One row of the start page's three lists."""

    title: Line
    when: str = ""
    text: Line = ()
    quote: str = ""
    late: str = ""


class Category(StrEnum):
    """Category of an area on a list; NONE is not on the list that year."""

    NONE = "none"
    VULNERABLE = "utsatt"
    RISK = "risk"
    PARTICULAR = "sarskilt"


@dataclass(frozen=True, slots=True)
class YearMark:
    """The category of an area on the list of one year, with the word for it."""

    year: int
    category: Category
    word: str


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """Something on the line ahead: ``at`` is 0–100 along it, ``row`` keeps labels from meeting."""

    at: float
    title: str
    when: str
    url: str = ""
    done: bool = False
    late: bool = False
    mine: bool = True
    """Filled when it waits for the reader, a ring when it waits for others."""
    row: int = 0


@dataclass(frozen=True, slots=True)
class TimelineTick:
    """A month on the line."""

    at: float
    name: str


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a select, a radio group or a list of boxes."""

    value: str
    name: str
    chosen: bool = False
    hint: str = ""
    step: int = 0
    """Bars to draw beside it: certainty 1–5, class 0–3."""


@dataclass(frozen=True, slots=True)
class FieldError:
    """One line of the error summary: the field it leads to, and what to do."""

    field_id: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a list of facts."""

    name: str
    text: Line


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of the two texts, and the button that keeps it."""

    heading: str
    text: Line
    button: str
    value: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two texts written at once. ``action`` is posted with ``choice`` and the ``fields``."""

    title: str
    text: str
    sides: tuple[ConflictSide, ...]
    both_text: str
    both_value: str
    action: str
    fields: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """A group of choices in a form: step of a criterion, level of a need, category, trend."""

    legend: str
    name: str
    options: tuple[Option, ...]
    draw: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphEdit:
    """The form of one paragraph. ``hints`` and ``conflict`` are drawn fragments, or empty."""

    anchor: str
    label: str
    prompt: str
    text: str
    rev: int
    action: str
    groups: tuple[ChoiceGroup, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    """Hidden fields that go with the form."""
    certainties: tuple[Option, ...] = ()
    classes: tuple[Option, ...] = ()
    zones: tuple[Option, ...] = ()
    saved: str = ""
    others: str = ""
    """Who else is writing here now: "Cecilia Exempel skriver här nu."."""
    error: str = ""
    hints: str = ""
    conflict: str = ""
