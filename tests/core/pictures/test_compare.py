"""What is different between two pictures, chapter by chapter."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from samsyn.core.access import InfoClass, Zone
from samsyn.core.pictures.compare import (
    Aspect,
    Change,
    ChapterChange,
    Comparison,
    Counts,
    ParagraphChange,
    Span,
    SpanKind,
    compare,
    compare_chapter,
)
from samsyn.core.pictures.document import (
    Certainty,
    Chapter,
    Document,
    Evidence,
    EvidenceKind,
    Paragraph,
    ParagraphKind,
    Source,
    substance,
)
from tests.core.pictures.samples import chapter, document, documents, paragraph

TURNED = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED}


def only(before: Paragraph, after: Paragraph) -> ParagraphChange:
    (found,) = compare(document(chapter(before)), document(chapter(after))).every_chapter[0].paragraphs
    return found


@pytest.mark.parametrize(
    ("change", "aspects"),
    [
        ({}, ()),
        ({"text": "Torget är fullt."}, (Aspect.TEXT,)),
        ({"certainty": Certainty.UNCERTAIN}, (Aspect.CERTAINTY,)),
        ({"info_class": InfoClass.K2}, (Aspect.MARKING,)),
        ({"zone": Zone.SHARED}, (Aspect.MARKING,)),
        ({"evidence": ()}, (Aspect.EVIDENCE,)),
        (
            {"evidence": (Evidence(EvidenceKind.DIALOGUE, "Medborgardialog", "A1", date(2026, 10, 14)),)},
            (Aspect.EVIDENCE,),
        ),
        ({"sources": (Source(3, "x"),)}, (Aspect.SOURCES,)),
        ({"section": "patterns"}, (Aspect.SECTION,)),
        ({"facts": {"criterion": "U6"}}, (Aspect.CRITERION,)),
        ({"facts": {"step": "3"}}, (Aspect.STEP,)),
        ({"facts": {"category": "utsatt"}}, (Aspect.CATEGORY,)),
        ({"facts": {"trend": "stabil"}}, (Aspect.TREND,)),
        ({"facts": {"level": "region"}}, (Aspect.LEVEL,)),
        ({"facts": {"lowering_reason": "x"}}, (Aspect.OTHER,)),
        ({"facts": {"step": ""}}, ()),
        ({"kind": ParagraphKind.NEED}, (Aspect.OTHER,)),
        ({"text": "", "erased": True}, (Aspect.TEXT, Aspect.ERASED)),
        ({"author": "jonna", "written_on": date(2026, 11, 1), "label": "9.9", "origin": "x"}, ()),
        ({"text": "Tomt.", "certainty": None, "facts": {"step": "1"}}, (Aspect.TEXT, Aspect.CERTAINTY, Aspect.STEP)),
    ],
)
def test_a_paragraph_tells_in_what_it_differs(change: dict[str, object], aspects: tuple[Aspect, ...]) -> None:
    before = paragraph("p1")
    found = only(before, replace(before, **change))  # type: ignore[arg-type]
    assert found.aspects == aspects
    assert found.change is (Change.CHANGED if aspects else Change.UNCHANGED)


def test_a_changed_text_tells_which_words() -> None:
    found = only(paragraph("p1", "Torget är tomt."), paragraph("p1", "Torget är fullt."))
    assert found.spans == (
        Span(SpanKind.EQUAL, "Torget är"),
        Span(SpanKind.REMOVED, " tomt"),
        Span(SpanKind.ADDED, " fullt"),
        Span(SpanKind.EQUAL, "."),
    )


BEFORE = document(
    chapter(paragraph("p1", label="1.1"), paragraph("p2", "Två.", label="1.2"), paragraph("p3", label="1.10"), id="c1"),
    chapter(paragraph("q1", label="2.1"), id="c2", number=2),
    chapter(paragraph("r1", label="3.1"), id="c3", number=3, boundary="1"),
    chapter(paragraph("s1", label="4.1"), id="c4", number=4),
    chapter(paragraph("t1", label="6.1"), id="c6", number=6, title="Gamla namnet"),
)
REASON = paragraph("x1", "Hemtjänsten är tillbaka.", kind=ParagraphKind.REMOVAL, facts={"removed": "p2"})
CHAPTER_REASON = paragraph("x2", "Platsen bevakas inte längre.", kind=ParagraphKind.REMOVAL, facts={"removed": "c2"})
CAUSE = paragraph("x3", "Fyra iakttagelser.", kind=ParagraphKind.CAUSE, facts={"cause": "world"})
AFTER = document(
    chapter(
        paragraph("p1", "Ett.", label="1.1"),
        paragraph("p9", "Nytt.", label="1.11"),
        paragraph("p3", label="1.10"),
        *(REASON, CHAPTER_REASON, CAUSE),
        id="c1",
    ),
    chapter(paragraph("r1", label="3.1"), id="c3", number=3, boundary="2"),
    chapter(paragraph("s1", label="4.1"), id="c4", number=4),
    chapter(paragraph("u1", label="5.1"), id="c5", number=5),
    chapter(paragraph("t1", label="6.1"), id="c6", number=6, title="Nya namnet"),
)


def test_every_kind_of_difference_is_told_chapter_by_chapter() -> None:
    found = compare(BEFORE, AFTER)
    assert [(item.id, item.change) for item in found.every_chapter] == [
        ("c1", Change.CHANGED),
        ("c2", Change.REMOVED),
        ("c3", Change.CHANGED),
        ("c4", Change.UNCHANGED),
        ("c5", Change.ADDED),
        ("c6", Change.CHANGED),
    ]
    assert [item.id for item in found.chapters] == ["c1", "c2", "c3", "c5", "c6"]
    first, gone, moved, _, come, renamed = found.every_chapter
    assert [(item.paragraph.id, item.change) for item in first.paragraphs] == [
        ("p1", Change.CHANGED),
        ("p2", Change.REMOVED),
        ("p3", Change.UNCHANGED),
        ("p9", Change.ADDED),
    ]
    assert (first.boundary_changed, moved.boundary_changed, renamed.boundary_changed) == (False, True, False)
    assert (first.title_changed, moved.title_changed, renamed.title_changed) == (False, False, True)
    assert (gone.chapter.id, come.chapter.id) == ("c2", "c5")
    assert [item.paragraph.id for item in gone.removed + come.added + moved.unchanged + first.changed] == [
        *("q1", "u1", "r1", "p1"),
    ]
    assert not found.is_empty


def test_what_went_carries_its_reason_its_own_or_its_chapters() -> None:
    first, gone, *_ = compare(BEFORE, AFTER).every_chapter
    assert [item.reason for item in first.paragraphs] == [None, REASON, None, None]
    assert [item.reason for item in gone.paragraphs] == [CHAPTER_REASON]


def test_what_came_back_carries_the_reason_it_once_went_for() -> None:
    first, *_ = compare(AFTER, BEFORE).every_chapter
    assert [item.reason for item in first.paragraphs if item.change is Change.ADDED] == [REASON]


def test_paragraphs_about_the_change_are_no_changes_themselves() -> None:
    assert compare(BEFORE, AFTER).counts == Counts(added=2, removed=2, changed=1, unchanged=4)
    assert compare(BEFORE, AFTER).counts.total == 5
    assert compare(BEFORE, substance(AFTER)).counts == compare(BEFORE, AFTER).counts
    assert [item.causes for item in compare(BEFORE, AFTER).every_chapter] == [(CAUSE,), (), (), (), (), ()]


def test_changes_are_counted_by_kind() -> None:
    before = document(chapter(paragraph("p1"), paragraph("n1", kind=ParagraphKind.NEED)))
    after = document(chapter(paragraph("p1"), paragraph("n1", "Mer.", kind=ParagraphKind.NEED)))
    assert compare(before, after).counts_by_kind == {
        ParagraphKind.TEXT: Counts(unchanged=1),
        ParagraphKind.NEED: Counts(changed=1),
    }


def test_one_chapter_alone_is_compared_as_in_its_picture() -> None:
    first, gone, *_, come, _ = compare(BEFORE, substance(AFTER)).every_chapter
    assert compare_chapter(BEFORE.chapters[0], substance(AFTER).chapters[0]) == _without_reasons(first)
    assert compare_chapter(BEFORE.chapters[1], None) == gone
    assert compare_chapter(None, AFTER.chapters[3]) == come


def _without_reasons(found: ChapterChange) -> ChapterChange:
    return replace(found, paragraphs=tuple(replace(item, reason=None) for item in found.paragraphs))


def matched(before: Chapter, after: Chapter) -> list[tuple[str, str]]:
    (found,) = compare(document(before), document(after)).every_chapter
    return [(item.before.id if item.before else "", item.after.id if item.after else "") for item in found.paragraphs]


def test_a_copied_paragraph_is_matched_by_its_origin() -> None:
    assert matched(chapter(paragraph("p1")), chapter(paragraph("p2", origin="p1"))) == [("p1", "p2")]
    assert matched(chapter(paragraph("p1", origin="o")), chapter(paragraph("p2", origin="o"))) == [("p1", "p2")]


def test_the_id_goes_before_the_origin_and_one_is_matched_once() -> None:
    split = chapter(paragraph("p2", origin="p1", label="1.2"), paragraph("p3", origin="p1", label="1.3"))
    assert matched(chapter(paragraph("p1")), split) == [("p1", "p2"), ("", "p3")]
    kept = chapter(paragraph("p1"), paragraph("p2", origin="p1", label="1.2"))
    assert matched(chapter(paragraph("p1")), kept) == [("p1", "p1"), ("", "p2")]


def test_kin_of_another_kind_and_strangers_are_not_matched() -> None:
    before = chapter(paragraph("p1"))
    assert matched(before, chapter(paragraph("p2", origin="p1", kind=ParagraphKind.NEED))) == [("p1", ""), ("", "p2")]
    assert matched(before, chapter(paragraph("p2"))) == [("p1", ""), ("", "p2")]


@given(documents())
def test_a_picture_compared_with_itself_has_no_difference(picture: Document) -> None:
    found = compare(picture, picture)
    assert found.is_empty
    assert found.counts.total == 0


@given(documents(), documents())
def test_a_comparison_turned_round_is_its_mirror(before: Document, after: Document) -> None:
    assert compare(after, before) == _mirror(compare(before, after))


@given(documents(), documents())
def test_every_paragraph_is_told_once(before: Document, after: Document) -> None:
    found = [item for part in compare(before, after).every_chapter for item in part.paragraphs]
    for picture, side in ((before, "before"), (after, "after")):
        told = [getattr(item, side).id for item in found if getattr(item, side)]
        assert sorted(told) == sorted(item.id for item in substance(picture).paragraphs())


def _mirror(found: Comparison) -> Comparison:
    return Comparison(tuple(_turned_chapter(item) for item in found.every_chapter))


def _turned_chapter(item: ChapterChange) -> ChapterChange:
    return replace(
        item,
        change=TURNED.get(item.change, item.change),
        before=item.after,
        after=item.before,
        paragraphs=tuple(_turned(each) for each in item.paragraphs),
    )


def _turned(item: ParagraphChange) -> ParagraphChange:
    mirror = {SpanKind.ADDED: SpanKind.REMOVED, SpanKind.REMOVED: SpanKind.ADDED}
    turned = [Span(mirror.get(span.kind, span.kind), span.text) for span in item.spans]
    for place in range(len(turned) - 1):
        if (turned[place].kind, turned[place + 1].kind) == (SpanKind.ADDED, SpanKind.REMOVED):
            turned[place : place + 2] = turned[place + 1], turned[place]
    change = TURNED.get(item.change, item.change)
    return replace(item, change=change, before=item.after, after=item.before, spans=tuple(turned))
