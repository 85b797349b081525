"""The shape of a signed version with its words: chapters of paragraphs."""

from collections.abc import Mapping
from datetime import date

from ninja import Schema

from samsyn.api.v1.shapes import Number, UnitName, Version, VersionNumber
from samsyn.core.access import InfoClass, Zone
from samsyn.core.pictures import document as doc


class Evidence(Schema):
    """What a paragraph rests on; ``grading`` is reliability and credibility ("B2") or empty."""

    kind: doc.EvidenceKind
    reference: str
    grading: str
    on: date | None


class Source(Schema):
    """The sentence below that a sentence was lifted from."""

    unit: UnitName
    number: VersionNumber
    paragraph_id: str


class Certificate(Schema):
    """What stands where words were destroyed by decision."""

    decided_on: date
    reference: str
    reason_code: str


class Paragraph(Schema):
    """One statement. ``id`` is stable over versions; ``facts`` holds the coded part of its kind."""

    id: str
    label: str
    kind: doc.ParagraphKind
    section: str
    text: str
    certainty: doc.Certainty | None
    facts: dict[str, str]
    info_class: InfoClass
    zone: Zone
    author: str
    written_on: date
    evidence: list[Evidence]
    sources: list[Source]
    erased: bool
    certificate: Certificate | None


class Chapter(Schema):
    """A chapter: the whole unit, a listed area, or a place that the unit watches."""

    id: str
    number: Number
    kind: doc.ChapterKind
    title: str
    area: str | None
    boundary: str | None
    listed: bool
    paragraphs: list[Paragraph]


class VersionWithWords(Version):
    """A signed version as its reader may see it."""

    level: str
    whole: bool
    highest: InfoClass
    reads_up_to: InfoClass
    chapters: list[Chapter]


def chapter_shape(chapter: doc.Chapter, names: Mapping[str, str], sources: Mapping[tuple[int, str], Source]) -> Chapter:
    """Return a chapter with the names of its writers and those sources that the reader may know of."""
    return Chapter(
        id=chapter.id,
        number=chapter.number,
        kind=chapter.kind,
        title=chapter.title,
        area=chapter.area_key or None,
        boundary=chapter.boundary or None,
        listed=chapter.listed,
        paragraphs=[_paragraph(item, names, sources) for item in chapter.paragraphs],
    )


def _paragraph(item: doc.Paragraph, names: Mapping[str, str], sources: Mapping[tuple[int, str], Source]) -> Paragraph:
    below = (sources.get((one.version_id, one.paragraph_id)) for one in item.sources)
    proof = item.certificate
    return Paragraph(
        id=item.id,
        label=item.label,
        kind=item.kind,
        section=item.section,
        text=item.text,
        certainty=item.certainty,
        facts=dict(item.facts),
        info_class=item.info_class,
        zone=item.zone,
        author=names.get(item.author, item.author),
        written_on=item.written_on,
        evidence=[
            Evidence(kind=one.kind, reference=one.reference, grading=one.grading, on=one.on) for one in item.evidence
        ],
        sources=[one for one in below if one is not None],
        erased=item.erased,
        certificate=Certificate(decided_on=proof.decided_on, reference=proof.reference, reason_code=proof.reason_code)
        if proof
        else None,
    )
