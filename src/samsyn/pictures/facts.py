"""What the room tells the rooms above: frozen facts about drafts, versions and what is said of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from samsyn.core.access import InfoClass, Zone
from samsyn.core.pictures.document import (
    Certainty,
    Document,
    Evidence,
    Paragraph,
    ParagraphKind,
    Source,
)


@dataclass(frozen=True, slots=True)
class Wording:
    """What a writer states in one paragraph; the text has passed the guard."""

    text: str
    certainty: Certainty | None
    info_class: InfoClass
    zone: Zone
    facts: Mapping[str, str]
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """A write that was taken: the paragraph's new revision and the draft's edition."""

    paragraph_id: str
    rev: int
    edition: int
    at: datetime


@dataclass(frozen=True, slots=True)
class RivalText:
    """The other statement when two wrote at once, with its own marking and coded part."""

    id: int
    text: str
    certainty: Certainty | None
    author: str
    written_at: datetime
    info_class: InfoClass
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two wrote in one paragraph at once; both texts are kept until someone chooses."""

    paragraph_id: str
    rev: int
    text: str
    author: str
    written_at: datetime
    rival: RivalText


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """A paragraph of the draft with what the editor needs beside its words."""

    paragraph: Paragraph
    chapter_id: str
    rev: int
    written_at: datetime
    removed_by: str
    removal_reason: str
    rivals: tuple[RivalText, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A unit's draft as its writer may see it."""

    picture_id: int
    unit_id: int
    edition: int
    latest_number: int
    changed_by: str
    changed_at: datetime | None
    document: Document
    paragraphs: Mapping[str, DraftParagraph]
    withheld: int


@dataclass(frozen=True, slots=True)
class VersionFacts:
    """A signed version without its words."""

    id: int
    picture_id: int
    unit_id: int
    number: int
    method: str
    digest: str
    signed_at: datetime
    signed_by: str
    substitute: bool
    corrects: int | None
    corrected_by: int | None
    superseded_at: datetime | None

    @property
    def in_force(self) -> bool:
        """Tell whether this is the version in force now."""
        return self.superseded_at is None


@dataclass(frozen=True, slots=True)
class Reading:
    """A version as its reader may see it. ``withheld`` counts what waits for a purpose."""

    version: VersionFacts
    document: Document
    whole: bool
    highest: InfoClass
    withheld: int


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a version says that a chapter differs: a cause, or the reason for taking something out."""

    number: int
    chapter_id: str
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class RemarkFacts:
    """A question, reply, dissent or answer; ``text`` is empty while marked words wait for a purpose."""

    id: int
    kind: str
    picture_id: int
    version_id: int
    version_number: int
    paragraph_id: str
    unit_id: int
    about_unit_id: int
    author: str
    at: datetime
    text: str
    info_class: InfoClass
    verdict: str
    due_on: date | None
    parent_id: int | None
    erased: bool


@dataclass(frozen=True, slots=True)
class NeedFacts:
    """A need in force and whether it is answered; ``text`` is empty while marked words wait for a purpose."""

    paragraph_id: str
    picture_id: int
    version_id: int
    version_number: int
    label: str
    text: str
    info_class: InfoClass
    unit_id: int
    to_unit_id: int
    asked_at: datetime
    due_on: date
    answered_at: datetime | None
    verdict: str


@dataclass(frozen=True, slots=True)
class Lift:
    """A sentence above that rests on one below, seen from either end."""

    upper_version_id: int
    upper_unit_id: int
    upper_number: int
    upper_paragraph_id: str
    upper_label: str
    upper_in_force: bool
    lower_version_id: int
    lower_unit_id: int
    lower_number: int
    lower_paragraph_id: str
    depth: int
    stale: str
    lower_label: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A paragraph found by search."""

    id: int
    unit_id: int
    version_number: int
    chapter_title: str
    paragraph_id: str
    label: str
    kind: ParagraphKind
    text: str
    info_class: InfoClass


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of those who should have taken note of a version have, in one unit."""

    unit_id: int
    expected: int
    confirmed: int
    latest_at: datetime | None


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """A collection round."""

    id: int
    nation_id: int
    title: str
    opened_at: datetime
    due_on: date
    closed_at: datetime | None
