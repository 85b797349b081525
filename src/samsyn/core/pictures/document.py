"""The shape of a picture: chapters of paragraphs, every statement one paragraph with a kind.

Answers to criteria, needs, proposals of category, causes of change and reasons for removal are
paragraphs too. So marking, history, comparison, trace, search, guard and erasure are written once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from samsyn.core.access import InfoClass, Zone


class ParagraphKind(StrEnum):
    """What a paragraph states; ``facts`` holds the coded part listed beside each kind."""

    TEXT = "text"  # no facts
    MISSING = "missing"  # who is missing in the picture; no facts
    ANSWER = "answer"  # criterion: U1…S8, step: 0…4 or "" for "vet ej"
    NEED = "need"  # level: the level addressed (unit kind)
    PROPOSAL = "proposal"  # category: utsatt|sarskilt|ingen, trend: positiv|stabil|negativ
    CAUSE = "cause"  # cause: see causes.Cause; about (optional): id of the one paragraph it explains
    REMOVAL = "removal"  # removed: id of the paragraph or chapter taken out; the text is the reason


class Certainty(StrEnum):
    """Certainty in words (visshet), five steps from weakest to strongest."""

    UNLIKELY = "mycket_osakert"
    UNCERTAIN = "osakert"
    POSSIBLE = "mojligt"
    LIKELY = "sannolikt"
    VERY_LIKELY = "mycket_sannolikt"


class ChapterKind(StrEnum):
    """What a chapter is about."""

    WHOLE = "whole"
    AREA = "area"
    PLACE = "place"


class EvidenceKind(StrEnum):
    """What a paragraph rests on (underlag)."""

    PARAGRAPH = "paragraph"
    OBSERVATION = "observation"
    DIALOGUE = "dialogue"
    DOCUMENT = "document"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence; ``grading`` is reliability A–F and credibility 1–6 ("B2") or empty."""

    kind: EvidenceKind
    reference: str
    grading: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The (version, paragraph) below that a sentence above was lifted from."""

    version_id: int
    paragraph_id: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """What stands where words were destroyed by decision. No free text: ``reason_code`` names the ground."""

    decided_on: date
    by: str
    reference: str
    reason_code: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One statement. ``id`` is stable over versions; ``label`` ("4.3") is given once and never reused."""

    id: str
    label: str
    kind: ParagraphKind
    section: str
    text: str
    info_class: InfoClass
    zone: Zone
    author: str
    written_on: date
    certainty: Certainty | None = None
    facts: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    sources: tuple[Source, ...] = ()
    origin: str = ""
    erased: bool = False
    certificate: Certificate | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: the whole unit, a listed area, or a place that the unit watches.

    ``boundary`` is the id of the area's boundary version that the chapter was written for, or "".
    An unlisted place (``listed`` false) never leaves the police.
    """

    id: str
    number: int
    kind: ChapterKind
    title: str
    paragraphs: tuple[Paragraph, ...]
    area_key: str = ""
    boundary: str = ""
    listed: bool = True
    title_certificate: Certificate | None = field(default=None, compare=False)

    def of_kind(self, *kinds: ParagraphKind) -> tuple[Paragraph, ...]:
        """Return the paragraphs of some kinds, in their order."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.kind in kinds)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole picture, draft or signed, as the reader may see it."""

    unit_code: str
    unit_name: str
    level: str
    method: str
    chapters: tuple[Chapter, ...]

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph, chapter by chapter."""
        for chapter in self.chapters:
            yield from chapter.paragraphs


_ABOUT_CHANGE = frozenset({ParagraphKind.CAUSE, ParagraphKind.REMOVAL})


def substance(document: Document) -> Document:
    """Return the document without the paragraphs that only tell why it changed.

    They belong to one version alone, so a comparison of two versions leaves them out.
    """
    return replace(
        document,
        chapters=tuple(
            replace(chapter, paragraphs=tuple(item for item in chapter.paragraphs if item.kind not in _ABOUT_CHANGE))
            for chapter in document.chapters
        ),
    )
