"""The program proposes why a chapter changed, row by row of the documented table."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from samsyn.core.pictures.causes import Cause, Proposal, propose
from samsyn.core.pictures.document import (
    Certainty,
    Chapter,
    Document,
    Evidence,
    EvidenceKind,
    Paragraph,
    ParagraphKind,
)
from tests.core.pictures.samples import chapter, documents, paragraph

SIGNED_ON = date(2026, 10, 30)
OLD = Evidence(EvidenceKind.FIGURE, "Septembers siffror", "", date(2026, 9, 30))
SAME_DAY = replace(OLD, on=SIGNED_ON)
NEW = replace(OLD, on=date(2026, 11, 1))
UNDATED = replace(OLD, on=None)

TEXT = paragraph("p1")
ANSWER = paragraph("a1", "Handeln är synlig.", kind=ParagraphKind.ANSWER, facts={"criterion": "U6", "step": "3"})
BEFORE = chapter(TEXT, ANSWER)


def resting(item: Paragraph, *more: Evidence, **change: object) -> Paragraph:
    return replace(item, evidence=(*item.evidence, *more), **change)  # type: ignore[arg-type]


ANEW = replace(ANSWER, author="cecilia", facts={"criterion": "U6", "step": "2"})
ASSESSOR = Proposal(Cause.ASSESSOR, "same-evidence")
ONLY_EVIDENCE = Proposal(Cause.EVIDENCE, "only-evidence")
OLDER_EVIDENCE = Proposal(Cause.EVIDENCE, "older-evidence")
WORLD = Proposal(Cause.WORLD, "words")


@pytest.mark.parametrize(
    ("after", "proposal"),
    [
        (chapter(TEXT, ANSWER, boundary="2"), Proposal(Cause.BOUNDARY, "boundary-version")),
        (chapter(replace(TEXT, text="Nytt."), ANEW, boundary="2"), Proposal(Cause.BOUNDARY, "boundary-version")),
        (chapter(TEXT, ANEW), ASSESSOR),
        (chapter(TEXT, replace(ANEW, text="Färre rör sig där.")), ASSESSOR),
        (chapter(replace(TEXT, author="cecilia", certainty=Certainty.UNCERTAIN), ANSWER), ASSESSOR),
        (chapter(TEXT, replace(ANEW, author="bjorn")), WORLD),
        (chapter(replace(TEXT, author="cecilia", text="Nytt."), ANSWER), WORLD),
        (chapter(TEXT, ANEW, paragraph("p2")), WORLD),
        (chapter(resting(TEXT, NEW), ANSWER), ONLY_EVIDENCE),
        (chapter(resting(TEXT, UNDATED), ANSWER), ONLY_EVIDENCE),
        (chapter(resting(TEXT, NEW, author="cecilia"), ANSWER), ONLY_EVIDENCE),
        (chapter(replace(TEXT, evidence=()), ANSWER), WORLD),
        (chapter(TEXT, resting(ANEW, OLD)), OLDER_EVIDENCE),
        (chapter(resting(TEXT, OLD, text="Nytt."), ANSWER), OLDER_EVIDENCE),
        (chapter(TEXT, ANSWER, paragraph("p2", evidence=(OLD, SAME_DAY))), OLDER_EVIDENCE),
        (chapter(TEXT, ANSWER, paragraph("p2", evidence=(OLD, NEW))), WORLD),
        (chapter(TEXT, ANSWER, paragraph("p2", evidence=(UNDATED,))), WORLD),
        (chapter(TEXT, ANSWER, paragraph("p2", evidence=())), WORLD),
        (chapter(resting(TEXT, OLD, text="Nytt.")), WORLD),
        (chapter(replace(TEXT, text="Nytt."), ANSWER), WORLD),
        (chapter(TEXT, ANSWER), WORLD),
    ],
)
def test_the_first_row_that_fits_is_proposed(after: Chapter, proposal: Proposal) -> None:
    assert propose(BEFORE, after, method_changed=False, signed_on=SIGNED_ON) == proposal


def test_another_version_of_the_method_goes_before_everything() -> None:
    after = chapter(TEXT, ANEW, boundary="2")
    assert propose(BEFORE, after, method_changed=True, signed_on=SIGNED_ON) == Proposal(Cause.METHOD, "method-version")
    assert propose(None, after, method_changed=True, signed_on=None).cause is Cause.METHOD


def test_a_new_chapter_is_proposed_as_the_world() -> None:
    assert propose(None, BEFORE, method_changed=False, signed_on=None) == Proposal(Cause.WORLD, "new-chapter")


def test_evidence_is_not_older_than_a_day_nobody_knows() -> None:
    after = chapter(TEXT, ANSWER, paragraph("p2", evidence=(OLD,)))
    assert propose(BEFORE, after, method_changed=False, signed_on=None) == WORLD


@given(documents(), documents())
def test_whatever_changed_one_cause_is_proposed(before: Document, after: Document) -> None:
    for old, new in zip(before.chapters, after.chapters, strict=False):
        assert propose(old, new, method_changed=False, signed_on=SIGNED_ON).cause in Cause
