"""Hämta in: a sentence from below becomes part of the picture above, and keeps its trail down."""

from datetime import datetime

from django.db import transaction

from samsyn.core.access import Actor
from samsyn.core.errors import NotFound
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.actions.drafting import write_paragraph
from samsyn.pictures.facts import Saved, Wording


@transaction.atomic
def lift_paragraphs(  # noqa: PLR0913 - each is a field of the form
    *,
    by: Actor,
    now: datetime,
    unit_id: int,
    chapter_id: str,
    paragraph_id: str,
    section: str,
    wording: Wording,
) -> Saved:
    """Write a paragraph that rests on signed paragraphs which the writer may read."""
    if not wording.sources:
        raise NotFound(what="source")
    return write_paragraph(
        by=by,
        now=now,
        unit_id=unit_id,
        chapter_id=chapter_id,
        paragraph_id=paragraph_id,
        kind=ParagraphKind.TEXT,
        section=section,
        wording=wording,
    )
