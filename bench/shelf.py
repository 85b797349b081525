"""Signed versions by the thousand, each a real document with its projections, in the order they were signed."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from secrets import token_hex

from django.db import models

from bench.land import Land, Place
from bench.paper import LIFTABLE, Lifted, Paper
from bench.pouring import MANY, Buffer, moment
from bench.staff import Staff
from samsyn.core.access import highest
from samsyn.core.pictures import document as doc
from samsyn.core.pictures import history
from samsyn.core.text import words
from samsyn.pictures import rows
from samsyn.pictures.models import SignedChapter, SignedParagraph, Trace, Version, Word
from samsyn.pictures.queries.versions import KIND
from samsyn.sharing.models import Audience

VERSIONS = 20
DAYS = 3_650
CORRECTED_EVERY = 10

_COLUMNS: dict[type[models.Model], str] = {
    Version: "id picture_id number edition corrects_id method document digest signed_at signed_by superseded_at "
    "owner_unit_id info_class",
    SignedChapter: "id version_id chapter_id number kind title area_key boundary listed",
    SignedParagraph: "id version_id chapter_id paragraph_id position label kind section text certainty facts evidence "
    "sources origin author written_on info_class zone",
    Trace: "upper_id lower_version_id lower_paragraph_id lower_unit_id depth",
    Word: "word paragraph_id",
    Audience: "unit_id kind object_id at whole",
}


@dataclass(frozen=True, slots=True)
class Signed:
    """One version just written, for those who say something about it."""

    id: int
    picture_id: int
    place: Place
    number: int
    at: datetime
    by: str
    digest: str
    in_force: bool
    document: doc.Document


class Shelf:
    """Signs every unit's picture so many times, those below before those above."""

    def __init__(self, land: Land, staff: Staff, papers: Sequence[Paper], *, now: datetime, times: int) -> None:
        """Take what each unit writes, one paper per place in the order of the land."""
        self.land, self.staff, self.papers, self.now = land, staff, papers, now
        self.newest = VERSIONS * times
        self._rows = Buffer(_COLUMNS)
        self._chapter_ids, self._paragraph_ids = count(1), count(1)
        self._digests = [history.FIRST] * len(papers)
        self._below: dict[int, list[Lifted]] = {}

    def sign_all(self) -> Iterator[Signed]:
        """Write every version; yield each as soon as it stands."""
        for number in range(1, self.newest + 1):
            for position, paper in enumerate(self.papers):
                yield self._sign(number, position, paper)
            self._rows.flush(least=MANY)
        self._rows.flush()

    def at(self, number: int, position: int) -> datetime:
        """Return when a version was signed: all units on one day, evenly over ten years."""
        back = timedelta(days=1) + timedelta(days=DAYS) * (self.newest - number) / self.newest
        return (self.now - back + timedelta(minutes=position)).replace(microsecond=0)

    def _sign(self, number: int, position: int, paper: Paper) -> Signed:
        place, at, by = paper.place, self.at(number, position), self.staff.chief(paper.place)
        version_id = (number - 1) * len(self.papers) + position + 1
        lifted = self._lifted(place)
        document = paper.document(number, at.date(), lifted)
        stored = history.store(
            document,
            history.Seal(number, at.isoformat(), by, self._digests[position]),
            salt=lambda: token_hex(16),
        )
        digest = self._digests[position] = history.digest_of(stored)
        in_force = number == self.newest
        self._rows.add(
            Version,
            version_id,
            position + 1,
            number,
            number * 6,
            version_id - len(self.papers) if number % CORRECTED_EVERY == 0 else None,
            document.method,
            stored,
            digest,
            moment(at),
            by,
            None if in_force else moment(self.at(number + 1, position)),
            place.id,
            int(highest(item.info_class for item in document.paragraphs())),
        )
        self._project(version_id, place, document, lifted, in_force=in_force)
        self._open(version_id, place, lifted, moment(at))
        return Signed(version_id, position + 1, place, number, at, by, digest, in_force, document)

    def _project(
        self, version_id: int, place: Place, document: doc.Document, lifted: Sequence[Lifted], *, in_force: bool
    ) -> None:
        sources = {(one.version_id, one.paragraph_id): one for one in lifted}
        liftable = []
        for chapter in document.chapters:
            pk = next(self._chapter_ids)
            about = (chapter.number, chapter.kind.value, chapter.title, chapter.area_key, chapter.boundary, True)
            self._rows.add(SignedChapter, pk, version_id, chapter.id, *about)
            for position, item in enumerate(chapter.paragraphs):
                upper = self._paragraph(version_id, pk, position, item)
                under: tuple[tuple[int, str, int, int], ...] = ()
                for source in item.sources:
                    below = sources[source.version_id, source.paragraph_id]
                    under = ((below.version_id, below.paragraph_id, below.unit_id, 1), *below.under)
                    for version, paragraph, unit, depth in under:
                        self._rows.add(Trace, upper, version, paragraph, unit, depth)
                if chapter.number == 1 and position in LIFTABLE:
                    deeper = tuple((version, key, unit, depth + 1) for version, key, unit, depth in under)
                    liftable.append(Lifted(version_id, item.id, place.id, item.text, deeper))
                if in_force:
                    for word in words(f"{item.text} {chapter.title}"):
                        self._rows.add(Word, word, upper)
        self._below[place.id] = liftable

    def _paragraph(self, version_id: int, chapter_pk: int, position: int, item: doc.Paragraph) -> int:
        pk = next(self._paragraph_ids)
        self._rows.add(
            SignedParagraph,
            pk,
            version_id,
            chapter_pk,
            item.id,
            position,
            item.label,
            item.kind.value,
            item.section,
            item.text,
            item.certainty.value if item.certainty else "",
            json.dumps(dict(item.facts)),
            json.dumps(rows.evidence_json(item.evidence)),
            json.dumps(rows.sources_json(item.sources)),
            "",
            item.author,
            item.written_on.isoformat(),
            int(item.info_class),
            item.zone.value,
        )
        return pk

    def _open(self, version_id: int, place: Place, lifted: Sequence[Lifted], at: str) -> None:
        upward = {place.id, *place.above}
        for unit in sorted(upward):
            self._rows.add(Audience, unit, KIND, version_id, at, 1)
        below = {one.unit_id for one in lifted} | {unit for one in lifted for _, _, unit, _ in one.under}
        for unit in sorted(below - upward):
            self._rows.add(Audience, unit, KIND, version_id, at, 0)

    def _lifted(self, place: Place) -> list[Lifted]:
        """Return what the level above takes in this time: a sentence from each unit below, in turn."""
        if not place.below:
            return []
        return [self._below[place.below[n % len(place.below)]][n // len(place.below)] for n in range(len(LIFTABLE))]
