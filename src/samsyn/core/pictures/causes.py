"""Why a chapter changed between two versions: the program proposes, the signer decides.

======================================================  ===========  =========================
What differs                                            Proposed     Because
======================================================  ===========  =========================
The method's version                                    method       ``method-version``
The boundary the chapter was written for                boundary     ``boundary-version``
Only answers, certainty or proposals, same evidence,
another author                                          assessor     ``same-evidence``
Only evidence was added, or new paragraphs that rest
on evidence dated before the version                    evidence     ``older-evidence``
Anything else                                           world        ``words``
======================================================  ===========  =========================

The first row that fits wins.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from samsyn.core.pictures.document import Chapter, Evidence, Paragraph, ParagraphKind


class Cause(StrEnum):
    """The five causes of a difference between two versions."""

    WORLD = "world"
    EVIDENCE = "evidence"
    ASSESSOR = "assessor"
    METHOD = "method"
    BOUNDARY = "boundary"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed cause, and a code for why it is proposed."""

    cause: Cause
    because: str


def propose(before: Chapter | None, after: Chapter, *, method_changed: bool, signed_on: date | None) -> Proposal:
    """Propose what caused a chapter's change; see the table above.

    ``signed_on`` is the day of the earlier version; without one, evidence is never called older. Never
    trust a proposal without reading the chapter: evidence without a date counts as new from the world.
    """
    if method_changed:
        return Proposal(Cause.METHOD, "method-version")
    if before is None:
        return Proposal(Cause.WORLD, "words")
    if before.boundary != after.boundary:
        return Proposal(Cause.BOUNDARY, "boundary-version")
    pairs = _changed(before, after)
    if pairs and all(_only_judged_anew(old, new) for old, new in pairs):
        return Proposal(Cause.ASSESSOR, "same-evidence")
    if pairs and signed_on and all(_only_older_evidence(old, new, signed_on) for old, new in pairs):
        return Proposal(Cause.EVIDENCE, "older-evidence")
    return Proposal(Cause.WORLD, "words")


def _changed(before: Chapter, after: Chapter) -> list[tuple[Paragraph | None, Paragraph | None]]:
    old = {item.id: item for item in before.paragraphs}
    new = {item.id: item for item in after.paragraphs}
    return [(old.get(key), new.get(key)) for key in sorted(old.keys() | new.keys()) if old.get(key) != new.get(key)]


_JUDGED = frozenset({ParagraphKind.ANSWER, ParagraphKind.PROPOSAL})


def _only_judged_anew(old: Paragraph | None, new: Paragraph | None) -> bool:
    if old is None or new is None or old.evidence != new.evidence or old.author == new.author:
        return False
    if new.kind in _JUDGED:
        return True
    return replace(old, certainty=new.certainty, author=new.author, written_on=new.written_on) == new


def _only_older_evidence(old: Paragraph | None, new: Paragraph | None, signed_on: date) -> bool:
    if new is None:
        return False
    added = set(new.evidence) - set(old.evidence if old else ())
    if old is not None and old.text != new.text:
        return False
    return bool(added) and all(_is_older(one, signed_on) for one in added)


def _is_older(evidence: Evidence, signed_on: date) -> bool:
    return evidence.on is not None and evidence.on <= signed_on
