"""What a unit's picture says in its n-th version: invented words, some of them changed each time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import blake2b
from random import Random

from bench.land import Place
from samsyn.core.access import InfoClass, Zone
from samsyn.core.pictures import document as doc
from samsyn.core.pictures.document import ChapterKind, ParagraphKind
from samsyn.pictures import definitions

ERA = 8
"""How many versions a paragraph lives; then another comes in its place, with an id and a label of its own."""
REVISED = 6
"""Every how many versions the words of a paragraph change."""

_TEXTS = {
    "local": ("summary", "patterns", "patterns", "staff", "threats", "priorities"),
    "upper": ("summary", *("patterns",) * 8, "staff", "priorities"),
    "area": ("border", "residents", "residents", "patterns", "patterns", "priorities"),
}
LIFTABLE = range(1, 6)
"""Slots of the first chapter that the level above lifts, and where it puts what it lifts."""

_HEADS = "torg park skol gård buss källar port väg bro lek marknads idrotts centrum skogs strand hamn station"
_TAILS = "platsen gången området entrén muren trappan kiosken belysningen bänken tunneln hörnet vägen"
_REST = "boende butiker unga kvinnor kvällar helger oftare sällan ropar samlas väntar hotar säljer köper"
WORDS = (*(head + tail for head in _HEADS.split() for tail in _TAILS.split()), *_REST.split())


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in a chapter: what kind of statement stands there, in which section, with which coded part."""

    kind: ParagraphKind
    section: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Lifted:
    """A sentence below that a sentence above rests on, with all that lies under it: version, paragraph, unit, depth."""

    version_id: int
    paragraph_id: str
    unit_id: int
    text: str
    under: tuple[tuple[int, str, int, int], ...]


class Paper:
    """Writes one unit's picture, version after version."""

    def __init__(self, place: Place, author: str, *, answered: bool) -> None:
        """Lay out the chapters; ``answered`` tells whether the signed versions answer the criteria."""
        self.place, self.author, self.answered = place, author, answered
        self._said: dict[tuple[int, int], tuple[int, str]] = {}
        self._chapters = [self._plan(0)] + [self._plan(number) for number in range(1, len(place.areas) + 1)]

    def document(self, number: int, on: date, lifted: Sequence[Lifted] = (), *, draft: bool = False) -> doc.Document:
        """Return the whole picture as it stands in version ``number``."""
        place, areas = self.place, self.place.areas
        chapters = []
        for at, slots in enumerate(self._chapters):
            key, title, boundary = areas[at - 1] if at else ("", "Hela området", "")
            written = [
                self._paragraph(at, place_in, slot, number, on)
                for place_in, slot in slots
                if draft or self._signs(slot)
            ]
            if at == 0 and lifted:
                written = list(_resting(written, lifted))
            if number > 1 and not draft:
                written += self._reasons(at, number, on)
            kind = ChapterKind.AREA if at else ChapterKind.WHOLE
            chapters.append(doc.Chapter(_id(place.code, at), at + 1, kind, title, tuple(written), key, boundary))
        return doc.Document(place.code, place.name, place.kind, definitions.current_method(), tuple(chapters))

    def _signs(self, slot: Slot) -> bool:
        return self.answered or slot.kind is not ParagraphKind.ANSWER

    def _plan(self, at: int) -> list[tuple[int, Slot]]:
        which = "area" if at else "local" if self.place.kind == "local_area" else "upper"
        slots = [Slot(ParagraphKind.TEXT, section, {}) for section in _TEXTS[which]]
        slots.append(Slot(ParagraphKind.MISSING, "missing", {}))
        if at:
            criteria = definitions.method(definitions.current_method()).criteria
            for place_in, one in enumerate(criteria):
                facts = {"criterion": one.code, "step": str(place_in % 5)}
                slots.append(Slot(ParagraphKind.ANSWER, "answers", facts))
            slots.append(Slot(ParagraphKind.PROPOSAL, "category", {"category": "utsatt", "trend": "stabil"}))
        elif which == "local":
            level = ("police_area", "region", "nation")[self.place.id % 3]
            slots.append(Slot(ParagraphKind.NEED, "needs", {"level": level}))
        return list(enumerate(slots))

    def _paragraph(self, at: int, place_in: int, slot: Slot, number: int, on: date) -> doc.Paragraph:
        age = number + place_in + 3 * at
        era, revision = age // ERA, age // REVISED
        certain = slot.kind is ParagraphKind.TEXT
        return doc.Paragraph(
            id=_id(self.place.code, at, place_in, era),
            label=f"{at + 1}.{place_in + 1 + era * 30}",
            kind=slot.kind,
            section=slot.section,
            text=self._text(at, place_in, era * 1_000 + revision),
            info_class=InfoClass.K3 if place_in == 4 else InfoClass.K2 if place_in % 5 == 3 else InfoClass.K1,
            zone=Zone.POLICE,
            author=self.author,
            written_on=on - timedelta(days=age % REVISED),
            certainty=doc.Certainty.LIKELY if certain else None,
            facts=slot.facts,
            evidence=(doc.Evidence(doc.EvidenceKind.DOCUMENT, "A123.456/2026", "B2", on),) if certain else (),
        )

    def _text(self, at: int, place_in: int, state: int) -> str:
        kept, text = self._said.get((at, place_in), (-1, ""))
        if kept != state:
            choose = Random(f"{self.place.code}/{at}/{place_in}/{state}").choices
            first, second = " ".join(choose(WORDS, k=9)), " ".join(choose(WORDS, k=6))
            text = f"{first.capitalize()}. {second.capitalize()}."
            self._said[at, place_in] = (state, text)
        return text

    def _reasons(self, at: int, number: int, on: date) -> Iterator[doc.Paragraph]:
        """Yield why the chapter differs, and why paragraphs whose time was out are gone."""
        for place_in, slot in self._chapters[at]:
            age = number + place_in + 3 * at
            if age % ERA == 0 and self._signs(slot):
                gone = _id(self.place.code, at, place_in, age // ERA - 1)
                label = f"{at + 1}.{place_in + 1 + (age // ERA - 1) * 30}"
                yield self._reason(_id(gone, "gone"), label, ParagraphKind.REMOVAL, {"removed": gone}, on)
        yield self._reason(_id(self.place.code, at, number, "cause"), "", ParagraphKind.CAUSE, {"cause": "world"}, on)

    def _reason(self, key: str, label: str, kind: ParagraphKind, facts: Mapping[str, str], on: date) -> doc.Paragraph:
        text = "Läget är ett annat än förra gången."
        return doc.Paragraph(key, label, kind, "changes", text, InfoClass.K1, Zone.POLICE, self.author, on, facts=facts)


def _resting(written: Sequence[doc.Paragraph], lifted: Sequence[Lifted]) -> Iterator[doc.Paragraph]:
    for place_in, item in enumerate(written):
        if place_in in LIFTABLE and place_in - LIFTABLE.start < len(lifted):
            below = lifted[place_in - LIFTABLE.start]
            sources = (doc.Source(below.version_id, below.paragraph_id),)
            yield replace(item, text=below.text, sources=sources, info_class=InfoClass.K2)
        else:
            yield item


def chapter_ids(place: Place) -> tuple[str, ...]:
    """Return the ids of a picture's chapters, the whole first."""
    return tuple(_id(place.code, at) for at in range(len(place.areas) + 1))


def _id(*parts: object) -> str:
    return blake2b("/".join(map(str, parts)).encode(), digest_size=16).hexdigest()
