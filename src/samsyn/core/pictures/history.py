"""Signed documents: bytes that never change, and that still verify when words have been destroyed.

The digest of a version is taken over the digests of its leaves, and each leaf's digest over a salt
and the leaf's body. A leaf is one paragraph, or the title of one chapter. Erasing a leaf destroys
body **and** salt (with the salt the words could be guessed), keeps the digest, and leaves a certificate.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samsyn.core.access import InfoClass, Zone
from samsyn.core.errors import DomainError
from samsyn.core.pictures.document import (
    Certainty,
    Chapter,
    ChapterKind,
    Document,
    Evidence,
    EvidenceKind,
    Paragraph,
    ParagraphKind,
    Source,
)

SCHEMA = 1
"""Version of the stored shape. A new shape gets a new number; the old reader stays in ``_READERS``."""

FIRST = "0" * 64
"""The previous digest of a picture's first version."""


class UnknownSchema(DomainError):
    """The stored document has a shape that no reader here knows."""

    code = "history.unknown-schema"


@dataclass(frozen=True, slots=True)
class Seal:
    """What the signature covers beside the words: which version, by whom, when, after which."""

    number: int
    signed_at: str
    signed_by: str
    previous: str


@dataclass(frozen=True, slots=True)
class Certificate:
    """What stands where words were destroyed: when, by whom, under which decision, why (a code)."""

    decided_on: date
    by: str
    reference: str
    reason_code: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not verify: ``leaf`` is the paragraph or chapter id, "" for the whole."""

    leaf: str
    what: str


def store(document: Document, seal: Seal, *, salt: Callable[[], str]) -> str:
    """Return the document as canonical JSON text with a salted digest per leaf and one over all.

    ``salt`` gives a fresh random string of at least 128 bits for every leaf.
    """
    header = {
        "schema": SCHEMA,
        "unit_code": document.unit_code,
        "unit_name": document.unit_name,
        "level": document.level,
        "method": document.method,
        "number": seal.number,
        "signed_at": seal.signed_at,
        "signed_by": seal.signed_by,
        "previous": seal.previous,
    }
    chapters = [
        {
            "id": chapter.id,
            "number": chapter.number,
            "kind": chapter.kind.value,
            "area_key": chapter.area_key,
            "boundary": chapter.boundary,
            "listed": chapter.listed,
            "title": _leaf(chapter.id, {"title": chapter.title}, salt()),
            "paragraphs": [_leaf(item.id, _body(item), salt()) for item in chapter.paragraphs],
        }
        for chapter in document.chapters
    ]
    stored = {"header": header, "chapters": chapters}
    return canonical({**stored, "digest": _digest_over(stored)})


def digest_of(stored: str) -> str:
    """Return the digest that a stored document carries."""
    return str(json.loads(stored)["digest"])


def read(stored: str) -> Document:
    """Return the document behind stored text; an erased leaf has empty words and ``erased`` set.

    Raises
    ------
    UnknownSchema
        If no reader knows the stored shape.
    """
    raw = json.loads(stored)
    reader = _READERS.get(raw["header"]["schema"])
    if reader is None:
        raise UnknownSchema(schema=raw["header"]["schema"])
    return reader(raw)


def verify(stored: str, *, digest: str) -> tuple[Fault, ...]:
    """Recompute every digest; return what does not fit, empty when all does.

    ``digest`` is the one kept beside the document: an attacker who rewrites both must also rewrite
    the trail, where the digest of every signature stands sealed.
    """
    raw = json.loads(stored)
    faults = [
        Fault(leaf["id"], "leaf")
        for leaf in _leaves(raw)
        if "body" in leaf and _salted(leaf["salt"], leaf["body"]) != leaf["digest"]
    ]
    if raw["digest"] != digest or _digest_over(raw) != digest:
        faults.append(Fault("", "whole"))
    return tuple(faults)


def erase(stored: str, ids: Iterable[str], certificate: Certificate) -> str:
    """Return the document with the leaves of some paragraphs or chapters destroyed; doing so twice changes nothing."""
    wanted, raw = set(ids), json.loads(stored)
    proof = {
        "decided_on": certificate.decided_on.isoformat(),
        "by": certificate.by,
        "reference": certificate.reference,
        "reason_code": certificate.reason_code,
    }
    for leaf in _leaves(raw):
        if leaf["id"] in wanted and "body" in leaf:
            shape = {key: leaf["body"][key] for key in _KEPT if key in leaf["body"]}
            del leaf["body"], leaf["salt"]
            leaf["erased"] = {**proof, "shape": shape}
    return canonical(raw)


def canonical(value: Mapping[str, Any]) -> str:
    """Return JSON with sorted keys and no spaces: the same value is always the same bytes."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


_KEPT = ("label", "kind", "section", "info_class", "zone", "written_on")
"""Coded parts that stay in a certificate, so that the place where words stood can be shown."""


def _leaves(raw: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    for chapter in raw["chapters"]:
        yield chapter["title"]
        yield from chapter["paragraphs"]


def _leaf(leaf_id: str, body: Mapping[str, Any], salt: str) -> dict[str, Any]:
    return {"id": leaf_id, "salt": salt, "body": body, "digest": _salted(salt, body)}


def _salted(salt: str, body: Mapping[str, Any]) -> str:
    return hashlib.sha256(f"{salt}\n{canonical(body)}".encode()).hexdigest()


def _digest_over(raw: Mapping[str, Any]) -> str:
    skeleton = [
        {
            **{key: value for key, value in chapter.items() if key not in {"title", "paragraphs"}},
            "title": chapter["title"]["digest"],
            "paragraphs": [[leaf["id"], leaf["digest"]] for leaf in chapter["paragraphs"]],
        }
        for chapter in raw["chapters"]
    ]
    return hashlib.sha256(canonical({"header": raw["header"], "chapters": skeleton}).encode()).hexdigest()


def _body(item: Paragraph) -> dict[str, Any]:
    return {
        "label": item.label,
        "kind": item.kind.value,
        "section": item.section,
        "text": item.text,
        "info_class": int(item.info_class),
        "zone": item.zone.value,
        "author": item.author,
        "written_on": item.written_on.isoformat(),
        "certainty": item.certainty.value if item.certainty else "",
        "facts": dict(item.facts),
        "evidence": [
            {
                "kind": one.kind.value,
                "reference": one.reference,
                "grading": one.grading,
                "on": one.on.isoformat() if one.on else "",
            }
            for one in item.evidence
        ],
        "sources": [{"version_id": one.version_id, "paragraph_id": one.paragraph_id} for one in item.sources],
        "origin": item.origin,
    }


def _read_1(raw: Mapping[str, Any]) -> Document:
    header = raw["header"]
    return Document(
        unit_code=header["unit_code"],
        unit_name=header["unit_name"],
        level=header["level"],
        method=header["method"],
        chapters=tuple(_chapter_1(chapter) for chapter in raw["chapters"]),
    )


def _chapter_1(raw: Mapping[str, Any]) -> Chapter:
    return Chapter(
        id=raw["id"],
        number=raw["number"],
        kind=ChapterKind(raw["kind"]),
        title=raw["title"].get("body", {}).get("title", ""),
        paragraphs=tuple(_paragraph_1(leaf) for leaf in raw["paragraphs"]),
        area_key=raw["area_key"],
        boundary=raw["boundary"],
        listed=raw["listed"],
    )


def _paragraph_1(leaf: Mapping[str, Any]) -> Paragraph:
    erased = "erased" in leaf
    body: Mapping[str, Any] = leaf["erased"]["shape"] if erased else leaf["body"]
    return Paragraph(
        id=leaf["id"],
        label=body["label"],
        kind=ParagraphKind(body["kind"]),
        section=body["section"],
        text=body.get("text", ""),
        info_class=InfoClass(body["info_class"]),
        zone=Zone(body["zone"]),
        author=body.get("author", ""),
        written_on=date.fromisoformat(body["written_on"]),
        certainty=Certainty(body["certainty"]) if body.get("certainty") else None,
        facts=body.get("facts", {}),
        evidence=tuple(
            Evidence(
                EvidenceKind(one["kind"]),
                one["reference"],
                one["grading"],
                date.fromisoformat(one["on"]) if one["on"] else None,
            )
            for one in body.get("evidence", ())
        ),
        sources=tuple(Source(one["version_id"], one["paragraph_id"]) for one in body.get("sources", ())),
        origin=body.get("origin", ""),
        erased=erased,
    )


_READERS: Mapping[int, Callable[[Mapping[str, Any]], Document]] = {1: _read_1}
