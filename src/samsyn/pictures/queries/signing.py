"""What the signer needs to see: what is missing, what changed in each chapter, and a proposed cause."""

from collections.abc import Mapping
from dataclasses import dataclass

from samsyn.core.pictures import document as doc
from samsyn.core.pictures.causes import Cause
from samsyn.core.pictures.readiness import Missing


@dataclass(frozen=True, slots=True)
class ChapterChange:
    """A chapter that differs from the version in force."""

    chapter_id: str
    title: str
    added: int
    changed: int
    removed: int
    proposed: Cause


@dataclass(frozen=True, slots=True)
class SigningView:
    """The draft on its way to a signature."""

    edition: int
    latest_number: int
    document: doc.Document
    lacking: tuple[Missing, ...]
    changes: tuple[ChapterChange, ...]
    labels: Mapping[str, str]
