"""Changing what a picture says between two versions, as its writer does it."""

from datetime import datetime
from typing import Any

from samsyn.pictures.actions.drafting import edit_paragraph, remove_paragraph
from tests.builders import Begun, wording
from tests.cast import NOW


def edit(picture: Begun, paragraph_id: str, text: str, *, now: datetime = NOW, **changes: Any) -> None:
    """Give a paragraph other words, or another marking."""
    edit_paragraph(
        by=picture.by,
        now=now,
        unit_id=picture.unit_id,
        paragraph_id=paragraph_id,
        rev=picture.draft.paragraphs[paragraph_id].rev,
        wording=wording(text, **changes),
    )


def remove(picture: Begun, paragraph_id: str, reason: str) -> None:
    """Take a paragraph out of the next version."""
    remove_paragraph(by=picture.by, now=NOW, unit_id=picture.unit_id, paragraph_id=paragraph_id, reason=reason)
