"""What remains before a picture may be signed."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import pytest
from hypothesis import given

from samsyn.core.pictures.document import Chapter, ChapterKind, Document, Paragraph, ParagraphKind, Source
from samsyn.core.pictures.readiness import Missing, missing
from tests.core.pictures.samples import chapter, document, documents, method, paragraph

WHO = paragraph("m1", "Barnen.", kind=ParagraphKind.MISSING, section="missing", certainty=None)
ANSWERS = tuple(
    paragraph(
        f"a-{criterion.code}",
        "Skäl.",
        kind=ParagraphKind.ANSWER,
        section="answers",
        certainty=None,
        facts={"criterion": criterion.code, "step": "" if criterion.code == "S7" else "2"},
    )
    for criterion in method().criteria
)
WHOLE = chapter(WHO, id="c0", number=0, kind=ChapterKind.WHOLE, title="Hela området", area_key="", boundary="")
AREA = chapter(paragraph("p1"), replace(WHO, id="m2"), *ANSWERS, id="c1")
PLACE = chapter(paragraph("q1"), id="c2", number=2, kind=ChapterKind.PLACE, listed=False, area_key="")
READY = document(WHOLE, AREA, PLACE)


def lacking(
    picture: Document,
    *,
    base: Document | None = None,
    causes: Collection[str] = (),
    rivals: Collection[str] = (),
    removals: Mapping[str, str] | None = None,
) -> list[Missing]:
    return list(missing(picture, base=base, method=method(), causes=causes, rivals=rivals, removals=removals))


def area(*paragraphs: Paragraph) -> Document:
    return document(WHOLE, replace(AREA, paragraphs=(*AREA.paragraphs, *paragraphs)), PLACE)


def without(picture: Document, *ids: str) -> Document:
    return replace(
        picture,
        chapters=tuple(
            replace(part, paragraphs=tuple(item for item in part.paragraphs if item.id not in ids))
            for part in picture.chapters
            if part.id not in ids
        ),
    )


def test_a_complete_first_version_is_ready() -> None:
    assert lacking(READY) == []


@pytest.mark.parametrize(
    ("picture", "expected"),
    [
        (without(READY, "m1"), Missing("section", "c0", detail="missing")),
        (without(READY, "m2"), Missing("section", "c1", detail="missing")),
        (
            document(replace(WHOLE, paragraphs=(replace(WHO, text=" "),)), AREA),
            Missing("section", "c0", detail="missing"),
        ),
        (without(READY, "a-U6"), Missing("answer", "c1", detail="U6")),
        (area(paragraph("p9", certainty=None)), Missing("certainty", "c1", "p9")),
        (area(paragraph("p9", evidence=())), Missing("evidence", "c1", "p9", blocking=False)),
        (area(paragraph("n1", kind=ParagraphKind.NEED)), Missing("need-level", "c1", "n1")),
        (area(paragraph("n1", kind=ParagraphKind.NEED, facts={"level": ""})), Missing("need-level", "c1", "n1")),
        (area(paragraph("f1", "", kind=ParagraphKind.PROPOSAL)), Missing("proposal-reason", "c1", "f1")),
        (
            area(paragraph("x1", "\n", kind=ParagraphKind.REMOVAL, facts={"removed": "p7"})),
            Missing("removal-reason", "c1", "p7"),
        ),
    ],
)
def test_what_is_missing_is_named_with_its_place(picture: Document, expected: Missing) -> None:
    assert lacking(picture) == [expected]


def answered(step: str, text: str) -> Document:
    changed = replace(ANSWERS[0], text=text, facts={"criterion": "U1", "step": step})
    return document(WHOLE, replace(AREA, paragraphs=(changed, *AREA.paragraphs[:2], *ANSWERS[1:])))


def test_every_answer_needs_a_reason_also_the_one_that_says_vet_ej() -> None:
    assert lacking(answered("", "Skäl.")) == []
    for step in ("", "0", "4"):
        assert lacking(answered(step, "")) == [Missing("answer-reason", "c1", "a-U1")]


def test_a_step_that_the_method_lacks_is_no_answer() -> None:
    assert lacking(answered("5", "Skäl.")) == [Missing("answer", "c1", detail="U1")]


@pytest.mark.parametrize("part", [replace(AREA, listed=False), replace(AREA, kind=ChapterKind.PLACE)])
def test_only_listed_areas_answer_every_criterion(part: Chapter) -> None:
    assert lacking(without(document(WHOLE, part), "a-U1", "a-S8")) == []


def test_needs_with_a_level_proposals_with_a_reason_and_lifted_text_are_complete() -> None:
    assert (
        lacking(
            area(
                paragraph("n1", kind=ParagraphKind.NEED, facts={"level": "police_area"}, certainty=None),
                paragraph("f1", "Skäl.", kind=ParagraphKind.PROPOSAL, certainty=None),
                paragraph("l1", evidence=(), sources=(Source(3, "p3"),)),
            )
        )
        == []
    )


def test_two_texts_wait_for_a_choice() -> None:
    assert lacking(READY, rivals={"q1", "gone"}) == [Missing("rival", "c2", "q1")]


CHANGED = area(paragraph("p9"))


def test_a_changed_chapter_needs_a_cause_beside_the_document_or_in_it() -> None:
    assert lacking(CHANGED, base=READY) == [Missing("cause", "c1")]
    assert lacking(CHANGED, base=READY, causes={"c1": "world"}) == []
    assert lacking(area(paragraph("p9"), cause("world")), base=READY) == []
    assert lacking(area(paragraph("p9"), cause("weather")), base=READY) == [Missing("cause", "c1")]


def cause(code: str) -> Paragraph:
    return paragraph("k1", kind=ParagraphKind.CAUSE, facts={"cause": code})


def test_a_new_chapter_needs_a_cause_and_an_unchanged_one_or_a_first_version_does_not() -> None:
    assert lacking(READY, base=without(READY, "c2")) == [Missing("cause", "c2")]
    assert lacking(READY, base=READY) == []
    assert lacking(READY, base=area(cause("world"))) == []


def test_what_is_taken_out_needs_a_reason_beside_the_document_or_in_it() -> None:
    bare, causes = READY, {"c1"}
    reason = paragraph("x1", "Inaktuellt.", kind=ParagraphKind.REMOVAL, facts={"removed": "p9"})
    assert lacking(bare, base=CHANGED, causes=causes, removals={}) == [Missing("removal-reason", "c1", "p9")]
    assert lacking(bare, base=CHANGED, causes=causes, removals={"p9": " "}) == [Missing("removal-reason", "c1", "p9")]
    assert lacking(bare, base=CHANGED, causes=causes, removals={"p9": "Inaktuellt."}) == []
    assert lacking(area(reason), base=CHANGED, causes=causes, removals={}) == []
    assert lacking(bare, base=CHANGED, causes=causes) == []


def test_a_chapter_taken_out_needs_one_reason_for_all_of_it() -> None:
    gone = without(READY, "c2")
    reason = paragraph("x1", "Bevakas inte.", kind=ParagraphKind.REMOVAL, facts={"removed": "c2"})
    assert lacking(gone, base=READY, removals={}) == [Missing("removal-reason", "c2")]
    assert lacking(gone, base=READY, removals={"c2": "Bevakas inte."}) == []
    told = replace(WHOLE, paragraphs=(*WHOLE.paragraphs, reason))
    assert lacking(document(told, AREA), base=READY, removals={}) == []


def test_what_was_erased_by_decision_needs_no_reason() -> None:
    base = area(paragraph("p9", "", erased=True))
    assert lacking(READY, base=base, causes={"c1"}, removals={}) == []


@given(documents(), documents())
def test_every_picture_gets_a_list_never_a_crash(picture: Document, base: Document) -> None:
    found = lacking(picture, base=base, removals={})
    places = {part.id for part in (*picture.chapters, *base.chapters)}
    assert all(item.chapter_id in places for item in found)
    assert all(item.blocking == (item.code != "evidence") for item in found)
