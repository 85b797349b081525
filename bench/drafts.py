"""Every unit's draft: its picture, chapters and paragraphs as they stand after the newest signature."""

import json
from collections.abc import Sequence
from datetime import datetime

from bench.paper import Paper
from bench.pouring import moment, pour
from bench.shelf import Shelf
from samsyn.pictures import rows
from samsyn.pictures.models import Chapter, Paragraph, Picture

EDITIONS_PER_VERSION = 6


def make_drafts(shelf: Shelf, papers: Sequence[Paper], now: datetime) -> None:
    """Write the rows of every draft; one whose signed versions lack answers has them."""
    pictures, chapters, paragraphs = [], [], []
    for position, paper in enumerate(papers):
        number, by, at = shelf.newest, shelf.staff.chief(paper.place), moment(now)
        document = paper.document(number, shelf.at(number, position).date(), draft=True)
        edition = number * EDITIONS_PER_VERSION + 1
        pictures.append((position + 1, paper.place.id, document.method, edition, number, 9, by, at))
        for chapter in document.chapters:
            about = (chapter.kind.value, chapter.title, chapter.area_key, chapter.boundary, True, 100_000)
            chapters.append((chapter.id, position + 1, chapter.number, *about))
            paragraphs += [
                (
                    item.id,
                    chapter.id,
                    int(item.label.partition(".")[2]),
                    item.kind.value,
                    item.section,
                    item.text,
                    item.certainty.value if item.certainty else "",
                    json.dumps(dict(item.facts)),
                    json.dumps(rows.evidence_json(item.evidence)),
                    "[]",
                    item.author,
                    at,
                    int(item.info_class),
                    item.zone.value,
                )
                for item in chapter.paragraphs
            ]
    pour(Picture, "id unit_id method edition latest_number next_chapter changed_by changed_at", pictures)
    pour(Chapter, "id picture_id number kind title area_key boundary listed next_label", chapters)
    pour(
        Paragraph,
        "id chapter_id number kind section text certainty facts evidence sources author written_at info_class zone",
        paragraphs,
    )
