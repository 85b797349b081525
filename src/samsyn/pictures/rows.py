"""Between rows and the core's document: one place that knows both shapes."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from samsyn.core.access import InfoClass, Zone
from samsyn.core.periods import day_of
from samsyn.core.pictures import document as doc
from samsyn.pictures.facts import RivalText
from samsyn.pictures.models import Chapter, Paragraph, Rival, SignedChapter, SignedParagraph


def evidence_of(raw: Iterable[Mapping[str, Any]]) -> tuple[doc.Evidence, ...]:
    """Return evidence from its stored JSON."""
    return tuple(
        doc.Evidence(
            kind=doc.EvidenceKind(item["kind"]),
            reference=item["reference"],
            grading=item.get("grading", ""),
            on=date.fromisoformat(item["on"]) if item.get("on") else None,
        )
        for item in raw
    )


def evidence_json(evidence: Iterable[doc.Evidence]) -> list[dict[str, str]]:
    """Return evidence as JSON to store."""
    return [
        {
            "kind": item.kind.value,
            "reference": item.reference,
            "grading": item.grading,
            "on": item.on.isoformat() if item.on else "",
        }
        for item in evidence
    ]


def sources_of(raw: Iterable[Mapping[str, Any]]) -> tuple[doc.Source, ...]:
    """Return sources from their stored JSON."""
    return tuple(doc.Source(int(item["version_id"]), str(item["paragraph_id"])) for item in raw)


def sources_json(sources: Iterable[doc.Source]) -> list[dict[str, object]]:
    """Return sources as JSON to store."""
    return [{"version_id": item.version_id, "paragraph_id": item.paragraph_id} for item in sources]


def draft_paragraph(row: Paragraph, chapter_number: int) -> doc.Paragraph:
    """Return a draft row as the core's paragraph."""
    return doc.Paragraph(
        id=row.pk,
        label=f"{chapter_number}.{row.number}",
        kind=doc.ParagraphKind(row.kind),
        section=row.section,
        text=row.text,
        info_class=InfoClass(row.info_class),
        zone=Zone(row.zone),
        author=row.author,
        written_on=day_of(row.written_at),
        certainty=doc.Certainty(row.certainty) if row.certainty else None,
        facts=row.facts,
        evidence=evidence_of(row.evidence),
        sources=sources_of(row.sources),
        origin=row.origin,
    )


def rival(row: Rival) -> RivalText:
    """Return the other statement of a conflict."""
    certainty = doc.Certainty(row.certainty) if row.certainty else None
    return RivalText(row.pk, row.text, certainty, row.author, row.written_at, InfoClass(row.info_class), row.facts)


def signed_paragraph(row: SignedParagraph) -> doc.Paragraph:
    """Return a signed row as the core's paragraph."""
    return doc.Paragraph(
        id=row.paragraph_id,
        label=row.label,
        kind=doc.ParagraphKind(row.kind),
        section=row.section,
        text=row.text,
        info_class=InfoClass(row.info_class),
        zone=Zone(row.zone),
        author=row.author,
        written_on=row.written_on,
        certainty=doc.Certainty(row.certainty) if row.certainty else None,
        facts=row.facts,
        evidence=evidence_of(row.evidence),
        sources=sources_of(row.sources),
        origin=row.origin,
        erased=row.erased,
    )


def chapter(row: Chapter | SignedChapter, paragraphs: Iterable[doc.Paragraph]) -> doc.Chapter:
    """Return a chapter, draft or signed, with the given paragraphs."""
    return doc.Chapter(
        id=row.chapter_id if isinstance(row, SignedChapter) else row.pk,
        number=row.number,
        kind=doc.ChapterKind(row.kind),
        title=row.title,
        paragraphs=tuple(paragraphs),
        area_key=row.area_key,
        boundary=row.boundary,
        listed=row.listed,
    )
