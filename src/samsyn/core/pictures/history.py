"""Signed documents: written once, read for ever, verified, and erased by decision without breaking.

Every paragraph and every chapter title is a leaf: a body, a salt, and SHA-256 over both. The document's
digest is taken over its skeleton: header, digest of the version before, ids, order, markings and leaf
digests. So a leaf can be destroyed, salt and all, and the document keeps the digest it was signed with.
"""

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from samsyn.core.errors import DomainError
from samsyn.core.pictures import schema_1
from samsyn.core.pictures.document import Certificate, Document
from samsyn.core.pictures.leaves import canonical, digest_over, leaf_digest
from samsyn.core.pictures.schema_1 import PERISHABLE, certificate_json, certificate_of

__all__ = [
    "FIRST",
    "SCHEMAS",
    "Certificate",
    "Fault",
    "FaultKind",
    "HistoryUnreadable",
    "Schema",
    "Seal",
    "digest_of",
    "erase",
    "erasures",
    "read",
    "store",
    "verify",
]

FIRST = "0" * 64
"""The previous digest of a picture's first version."""


class HistoryUnreadable(DomainError):
    """The stored text is no signed document of a schema known here."""

    code = "history.unreadable"


class FaultKind(StrEnum):
    """What does not hold in a stored document."""

    UNREADABLE = "unreadable"  # no document of a known schema
    LEAF = "leaf"  # a leaf's words are not those that were signed
    WHOLE = "whole"  # header, order, marking or a leaf's digest was changed
    FORM = "form"  # the same content, but not the bytes that were signed
    REPLACED = "replaced"  # sound in itself, but not the document that was expected


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; ``leaf`` is the id of the paragraph, or of the chapter whose title it is, or ""."""

    leaf: str
    what: FaultKind


@dataclass(frozen=True, slots=True)
class Seal:
    """What the signature covers beside the words: which version, when, by whom, after which.

    Coded facts only: it cannot be erased.
    """

    number: int
    signed_at: str
    signed_by: str
    previous: str


@dataclass(frozen=True, slots=True)
class Schema:
    """The functions that know one layout."""

    read: Callable[[dict[str, Any]], Document]
    leaves: Callable[[dict[str, Any]], Iterator[tuple[str, dict[str, Any]]]]
    skeleton: Callable[[dict[str, Any]], dict[str, Any]]


SCHEMAS: Mapping[int, Schema] = {
    schema_1.VERSION: Schema(schema_1.read, schema_1.leaves, schema_1.skeleton),
}
"""Every layout that was ever signed, by schema version. Readers are kept; documents are never rewritten."""


def store(document: Document, seal: Seal, *, salt: Callable[[], str]) -> str:
    """Return the document as it is signed and kept.

    Parameters
    ----------
    document : Document
        Whole and unfiltered; nothing in it erased.
    seal : Seal
        ``previous`` is the digest of the version before, or ``FIRST``.
    salt : callable
        Gives a fresh random string at every call: hexadecimal, at least 32 digits (128 bits).

    Returns
    -------
    str
        Canonical JSON; the same arguments and salts give the same bytes.

    Raises
    ------
    ValueError
        When an id is used twice, a salt is short or comes twice, something is already erased, or a
        text holds a lone surrogate. All are faults of the caller, not of a user.
    """
    if any(item.erased for item in document.paragraphs()) or any(item.title_certificate for item in document.chapters):
        raise ValueError(_ERASED)
    header = {
        "number": seal.number,
        "signed_at": seal.signed_at,
        "signed_by": seal.signed_by,
        "previous": seal.previous,
    }
    raw = schema_1.write(document, header, salt)
    found = list(schema_1.leaves(raw))
    if len({name for name, _ in found}) < len(found) or len({each["salt"] for _, each in found}) < len(found):
        raise ValueError(_TWICE)
    return canonical(raw | {"digest": digest_over(schema_1.skeleton(raw))})


def read(stored: str) -> Document:
    """Return a stored document, whatever schema it was signed in.

    Erased paragraphs and titles stand empty, with ``erased`` and their certificate. Reading does not
    verify: :func:`verify` does. Raises :class:`HistoryUnreadable`.
    """
    raw, schema = _parsed(stored)
    try:
        return schema.read(raw)
    except _MISSHAPEN:
        raise HistoryUnreadable from None


def digest_of(stored: str) -> str:
    """Return the digest that a stored document carries; raise :class:`HistoryUnreadable`."""
    raw, _ = _parsed(stored)
    try:
        return str(raw["digest"])
    except _MISSHAPEN:
        raise HistoryUnreadable from None


def verify(stored: str, *, digest: str = "") -> tuple[Fault, ...]:
    """Return what does not hold, wrong leaves first and in reading order; nothing when all does.

    Parameters
    ----------
    stored : str
        Any text at all; this never raises.
    digest : str
        The digest as kept elsewhere (the version's row, the trail). Without it a document that was
        replaced as a whole, digests and all, cannot be told.

    Notes
    -----
    A certificate is not covered by the digest, since it is written after signing: whether an erasure
    was decided is answered by the trail. :func:`erasures` lists what to ask it about.
    """
    try:
        raw, schema = _parsed(stored)
        faults = [Fault(name, FaultKind.LEAF) for name, each in schema.leaves(raw) if not _holds(each)]
        if digest_over(schema.skeleton(raw)) != raw["digest"]:
            faults.append(Fault("", FaultKind.WHOLE))
        if canonical(raw) != stored:
            faults.append(Fault("", FaultKind.FORM))
        if not faults:
            schema.read(raw)
    except (*_MISSHAPEN, HistoryUnreadable):
        return (Fault("", FaultKind.UNREADABLE),)
    if digest and raw["digest"] != digest:
        faults.append(Fault("", FaultKind.REPLACED))
    return tuple(faults)


def erase(stored: str, ids: Collection[str], certificate: Certificate) -> str:
    """Return the document with some leaves destroyed by decision.

    Parameters
    ----------
    stored : str
        A signed document.
    ids : collection of str
        Ids of paragraphs, and of chapters whose titles are to go. Those that the document lacks, or
        that are erased already, are left as they are: erasing twice is erasing once.
    certificate : Certificate
        The decision; free of the words it is about.

    Returns
    -------
    str
        Canonical JSON with body and salt gone (with the salt left, words could be guessed and tried),
        leaf digest and certificate in their place. It verifies, with the digest it was signed with.

    Raises
    ------
    HistoryUnreadable
        When the text is no signed document. A broken one is erased all the same: verify first.
    """
    raw, schema = _parsed(stored)
    try:
        for name, each in schema.leaves(raw):
            if name in ids and "certificate" not in each:
                each["certificate"] = certificate_json(certificate)
                each.pop("body", None)
                each.pop("salt", None)
    except _MISSHAPEN:
        raise HistoryUnreadable from None
    return canonical(raw)


def erasures(stored: str) -> tuple[tuple[str, Certificate], ...]:
    """Return what has been destroyed: leaf id and certificate, in reading order."""
    raw, schema = _parsed(stored)
    try:
        found = [(name, certificate_of(each)) for name, each in schema.leaves(raw)]
    except _MISSHAPEN:
        raise HistoryUnreadable from None
    return tuple((name, certificate) for name, certificate in found if certificate)


_MISSHAPEN = (KeyError, TypeError, ValueError, AttributeError, RecursionError)
_TWICE = "every leaf of a signed document has an id and a salt of its own"
_ERASED = "what is erased is not signed again"


def _parsed(stored: str) -> tuple[dict[str, Any], Schema]:
    try:
        raw = json.loads(stored)
        return raw, SCHEMAS[raw["schema"]]
    except _MISSHAPEN:
        raise HistoryUnreadable from None


def _holds(each: dict[str, Any]) -> bool:
    left = PERISHABLE & each.keys()
    if left == {"certificate"}:
        return True
    return left == {"body", "salt"} and leaf_digest(each["body"], each["salt"]) == each["digest"]
