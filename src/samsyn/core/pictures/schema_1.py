"""How a picture is laid out when signed, schema version 1. Never changed: a new layout is a new file.

A leaf holds what can be destroyed by decision: a paragraph's body, a chapter's title. Everything else
(ids, labels, kinds, markings, days, boundaries, the order) is the skeleton, and never holds free text.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from samsyn.core.access import InfoClass, Zone
from samsyn.core.pictures.document import (
    Certainty,
    Certificate,
    Chapter,
    ChapterKind,
    Document,
    Evidence,
    EvidenceKind,
    Paragraph,
    ParagraphKind,
    Source,
)
from samsyn.core.pictures.leaves import leaf

VERSION = 1
PERISHABLE = frozenset({"body", "salt", "certificate"})
"""What a leaf has beside the skeleton; the document's digest leaves it out."""

Raw = dict[str, Any]


def write(document: Document, header: Mapping[str, object], salt: Callable[[], str]) -> Raw:
    """Lay out a document with its leaves salted; its own digest is still to be added."""
    return {
        "schema": VERSION,
        "header": {
            "unit_code": document.unit_code,
            "unit_name": document.unit_name,
            "level": document.level,
            "method": document.method,
            **header,
        },
        "chapters": [_chapter(chapter, salt) for chapter in document.chapters],
    }


def read(raw: Raw) -> Document:
    """Return the document, with erased paragraphs and titles standing empty beside their certificates."""
    header = raw["header"]
    return Document(
        unit_code=header["unit_code"],
        unit_name=header["unit_name"],
        level=header["level"],
        method=header["method"],
        chapters=tuple(_read_chapter(chapter) for chapter in raw["chapters"]),
    )


def leaves(raw: Raw) -> Iterator[tuple[str, Raw]]:
    """Yield every leaf in reading order with its id: a chapter's title by the chapter's, then its paragraphs."""
    for chapter in raw["chapters"]:
        yield chapter["id"], chapter["title"]
        for paragraph in chapter["paragraphs"]:
            yield paragraph["id"], paragraph


def skeleton(raw: Raw) -> Raw:
    """Return what the document's digest is taken over: everything but the digest itself and what may perish."""
    chapters = [
        {**chapter, "title": _bare(chapter["title"]), "paragraphs": [_bare(each) for each in chapter["paragraphs"]]}
        for chapter in raw["chapters"]
    ]
    return {key: value for key, value in raw.items() if key != "digest"} | {"chapters": chapters}


def _bare(one_leaf: Raw) -> Raw:
    return {key: value for key, value in one_leaf.items() if key not in PERISHABLE}


def certificate_of(raw: Raw) -> Certificate | None:
    """Return the certificate that stands where a leaf was destroyed, or nothing."""
    given = raw.get("certificate")
    return given and Certificate(**(given | {"decided_on": date.fromisoformat(given["decided_on"])}))


def certificate_json(certificate: Certificate) -> Raw:
    """Return a certificate as it is stored."""
    return {
        "decided_on": certificate.decided_on.isoformat(),
        "by": certificate.by,
        "reference": certificate.reference,
        "reason_code": certificate.reason_code,
    }


def _chapter(chapter: Chapter, salt: Callable[[], str]) -> Raw:
    return {
        "id": chapter.id,
        "number": chapter.number,
        "kind": chapter.kind.value,
        "area_key": chapter.area_key,
        "boundary": chapter.boundary,
        "listed": chapter.listed,
        "title": leaf({"title": chapter.title}, salt()),
        "paragraphs": [_paragraph(paragraph, salt()) for paragraph in chapter.paragraphs],
    }


def _paragraph(paragraph: Paragraph, salt: str) -> Raw:
    body = {
        "id": paragraph.id,
        "text": paragraph.text,
        "author": paragraph.author,
        "certainty": paragraph.certainty.value if paragraph.certainty else "",
        "facts": dict(paragraph.facts),
        "evidence": [_evidence(item) for item in paragraph.evidence],
        "sources": [{"version_id": item.version_id, "paragraph_id": item.paragraph_id} for item in paragraph.sources],
        "origin": paragraph.origin,
    }
    return {
        "id": paragraph.id,
        "label": paragraph.label,
        "kind": paragraph.kind.value,
        "section": paragraph.section,
        "info_class": int(paragraph.info_class),
        "zone": paragraph.zone.value,
        "written_on": paragraph.written_on.isoformat(),
        **leaf(body, salt),
    }


def _evidence(item: Evidence) -> Raw:
    return {
        "kind": item.kind.value,
        "reference": item.reference,
        "grading": item.grading,
        "on": item.on.isoformat() if item.on else "",
    }


def _read_chapter(raw: Raw) -> Chapter:
    return Chapter(
        id=raw["id"],
        number=raw["number"],
        kind=ChapterKind(raw["kind"]),
        title=raw["title"]["body"]["title"] if "body" in raw["title"] else "",
        paragraphs=tuple(_read_paragraph(each) for each in raw["paragraphs"]),
        area_key=raw["area_key"],
        boundary=raw["boundary"],
        listed=raw["listed"],
        title_certificate=certificate_of(raw["title"]),
    )


def _read_paragraph(raw: Raw) -> Paragraph:
    certificate = certificate_of(raw)
    body = raw["body"] if certificate is None else _NOTHING
    return Paragraph(
        id=raw["id"],
        label=raw["label"],
        kind=ParagraphKind(raw["kind"]),
        section=raw["section"],
        text=body["text"],
        info_class=InfoClass(raw["info_class"]),
        zone=Zone(raw["zone"]),
        author=body["author"],
        written_on=date.fromisoformat(raw["written_on"]),
        certainty=Certainty(body["certainty"]) if body["certainty"] else None,
        facts=dict(body["facts"]),
        evidence=tuple(_read_evidence(item) for item in body["evidence"]),
        sources=tuple(Source(item["version_id"], item["paragraph_id"]) for item in body["sources"]),
        origin=body["origin"],
        erased=certificate is not None,
        certificate=certificate,
    )


def _read_evidence(raw: Raw) -> Evidence:
    on = date.fromisoformat(raw["on"]) if raw["on"] else None
    return Evidence(EvidenceKind(raw["kind"]), raw["reference"], raw["grading"], on)


_NOTHING: Raw = {"text": "", "author": "", "certainty": "", "facts": {}, "evidence": [], "sources": [], "origin": ""}
