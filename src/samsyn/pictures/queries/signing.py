"""What the signer needs to see: what is missing, what changed in each chapter, and a proposed cause."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.core.access import Actor, Permission, require
from samsyn.core.errors import NotFound
from samsyn.core.pictures import document as doc
from samsyn.core.pictures import history
from samsyn.core.pictures.causes import Cause, propose
from samsyn.core.pictures.compare import compare
from samsyn.core.pictures.readiness import Missing, missing
from samsyn.pictures import definitions
from samsyn.pictures.models import Picture, Rival, Version
from samsyn.pictures.queries.drafts import assemble, draft_paragraphs


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
