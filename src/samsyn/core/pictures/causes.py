"""Why a chapter changed between two versions: the program proposes, the signer decides.

==========================================================  ===========  ====================
What differs since the version before                       Proposed     Because
==========================================================  ===========  ====================
The version of the method                                   method       ``method-version``
The boundary the chapter was written for                    boundary     ``boundary-version``
The whole chapter is new                                    world        ``new-chapter``
Only judgements (answers, proposals, certainty), each by
another author on the same evidence                         assessor     ``same-evidence``
Only evidence, and some was added                           evidence     ``only-evidence``
Whatever differs rests on added evidence, all of it dated
no later than the version before was signed                 evidence     ``older-evidence``
Anything else, or nothing                                   world        ``words``
==========================================================  ===========  ====================

The first row that fits wins.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samsyn.core.pictures.compare import Aspect, ParagraphChange, compare_chapter
from samsyn.core.pictures.document import Chapter, Evidence, ParagraphKind


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

    Parameters
    ----------
    before, after : Chapter
        The chapter in the version before, if it stood there, and as it is to be signed.
    method_changed : bool
        Whether the two were written by different versions of the method.
    signed_on : date or None
        The day the version before was signed; without one, evidence is never called older.

    Notes
    -----
    Only a start for the one who decides. Evidence without a date counts as new; that two authors judge
    differently on the same evidence does not mean that the world stood still.
    """
    if method_changed:
        return Proposal(Cause.METHOD, "method-version")
    if before is None:
        return Proposal(Cause.WORLD, "new-chapter")
    if before.boundary != after.boundary:
        return Proposal(Cause.BOUNDARY, "boundary-version")
    found = compare_chapter(before, after)
    different = found.added + found.removed + found.changed
    for fits, proposal in _ROWS:
        if different and all(fits(item, signed_on) for item in different):
            return proposal
    return Proposal(Cause.WORLD, "words")


_JUDGEMENT = frozenset({Aspect.CERTAINTY, Aspect.STEP, Aspect.CATEGORY, Aspect.TREND})
_JUDGED = frozenset({ParagraphKind.ANSWER, ParagraphKind.PROPOSAL})


def _is_judged_anew(item: ParagraphChange, _signed_on: date | None) -> bool:
    """Tell whether another author judged otherwise; an answer's or a proposal's words are its reason."""
    if item.before is None or item.after is None or item.before.author == item.after.author:
        return False
    allowed = _JUDGEMENT | {Aspect.TEXT} if item.after.kind in _JUDGED else _JUDGEMENT
    return allowed.issuperset(item.aspects)


def _added(item: ParagraphChange) -> frozenset[Evidence]:
    before = frozenset(item.before.evidence) if item.before else frozenset[Evidence]()
    return frozenset(item.after.evidence) - before if item.after else frozenset()


def _has_only_more_evidence(item: ParagraphChange, _signed_on: date | None) -> bool:
    return item.aspects == (Aspect.EVIDENCE,) and bool(_added(item))


def _rests_on_older(item: ParagraphChange, signed_on: date | None) -> bool:
    added = _added(item)
    return signed_on is not None and bool(added) and all(one.on and one.on <= signed_on for one in added)


_ROWS: tuple[tuple[Callable[[ParagraphChange, date | None], bool], Proposal], ...] = (
    (_is_judged_anew, Proposal(Cause.ASSESSOR, "same-evidence")),
    (_has_only_more_evidence, Proposal(Cause.EVIDENCE, "only-evidence")),
    (_rests_on_older, Proposal(Cause.EVIDENCE, "older-evidence")),
)
