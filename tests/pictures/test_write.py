"""Writing a paragraph in the draft."""

import pytest

from samsyn.core.access import InfoClass, Zone
from samsyn.core.errors import NotFound
from samsyn.core.pictures.document import Certainty, Evidence, EvidenceKind, ParagraphKind
from samsyn.pictures.actions.drafting import write_paragraph
from samsyn.pictures.errors import ClassTooHigh, SameIdOtherText, UnknownSection
from samsyn.pictures.facts import Saved
from tests.builders import Begun, a_picture, new_id, wording
from tests.cast import BESIDE, NOW, Cast


def _write(cast: Cast, picture: Begun, paragraph_id: str, text: str) -> Saved:
    return write_paragraph(
        by=cast.bjorn,
        now=NOW,
        unit_id=picture.unit_id,
        chapter_id=picture.chapters["Hela området"],
        paragraph_id=paragraph_id,
        kind=ParagraphKind.TEXT,
        section="patterns",
        wording=wording(text),
    )


def test_a_paragraph_keeps_all_that_its_author_stated(cast: Cast) -> None:
    picture = a_picture(cast)
    seen = Evidence(EvidenceKind.OBSERVATION, "Två iakttagelser", "B2", NOW.date())
    key = picture.write(
        "Belysningen är trasig.",
        by=cast.bjorn,
        certainty=Certainty.POSSIBLE,
        info_class=InfoClass.K2,
        zone=Zone.SHARED,
        evidence=(seen,),
    )
    told = picture.draft.paragraphs[key].paragraph
    assert (told.text, told.certainty, told.info_class, told.zone, told.evidence, told.author, told.written_on) == (
        "Belysningen är trasig.",
        Certainty.POSSIBLE,
        InfoClass.K2,
        Zone.SHARED,
        (seen,),
        "bjorn",
        NOW.date(),
    )


def test_numbers_are_given_once(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Ett.", "Två."])
    assert [picture.draft.paragraphs[key].paragraph.label for key in picture.written] == ["1.2", "1.3"]


def test_each_write_makes_a_new_edition(cast: Cast) -> None:
    picture = a_picture(cast)
    before = picture.draft.edition
    assert _write(cast, picture, new_id(), "Ett.").edition == before + 1
    assert (picture.draft.changed_by, picture.draft.changed_at) == ("bjorn", NOW)


def test_the_same_form_twice_adds_one_paragraph(cast: Cast) -> None:
    picture, key = a_picture(cast), new_id()
    first, second = _write(cast, picture, key, "Ett."), _write(cast, picture, key, "Ett.")
    assert first == second
    assert len([row for row in picture.draft.paragraphs.values() if row.paragraph.text == "Ett."]) == 1


def test_the_same_id_with_other_words_is_refused_and_the_first_words_stay(cast: Cast) -> None:
    picture, key = a_picture(cast), new_id()
    _write(cast, picture, key, "Ett.")
    with pytest.raises(SameIdOtherText):
        _write(cast, picture, key, "Två.")
    assert picture.draft.paragraphs[key].paragraph.text == "Ett."


def test_paragraphs_stand_in_the_order_of_the_method(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Orsak.", section="causes")
    picture.write("Sammanfattning.", section="summary")
    picture.write("Mönster.", section="patterns")
    sections = [item.section for item in picture.draft.document.paragraphs()]
    assert sections == ["summary", "patterns", "causes", "missing"]


@pytest.mark.parametrize("section", ["residents", "answers", "", "påhittat"])
def test_a_section_that_the_chapter_does_not_have_is_refused(cast: Cast, section: str) -> None:
    picture = a_picture(cast)
    with pytest.raises(UnknownSection):
        write_paragraph(
            by=cast.bjorn,
            now=NOW,
            unit_id=picture.unit_id,
            chapter_id=picture.chapters["Hela området"],
            paragraph_id=new_id(),
            kind=ParagraphKind.TEXT,
            section=section,
            wording=wording(),
        )


@pytest.mark.parametrize(
    ("kind", "facts"),
    [
        (ParagraphKind.ANSWER, {"criterion": "U9", "step": "1"}),
        (ParagraphKind.ANSWER, {"criterion": "U1", "step": "5"}),
        (ParagraphKind.PROPOSAL, {"category": "risk", "trend": "stabil"}),
        (ParagraphKind.PROPOSAL, {"category": "utsatt", "trend": "sämre"}),
        (ParagraphKind.NEED, {"level": "local_area"}),
        (ParagraphKind.NEED, {}),
    ],
)
def test_what_the_method_does_not_know_is_refused(
    cast_and_areas: Cast, kind: ParagraphKind, facts: dict[str, str]
) -> None:
    picture = a_picture(cast_and_areas)
    with pytest.raises(UnknownSection):
        picture.write("Skäl.", chapter="Almhöjden", kind=kind, facts=facts)


def test_vet_ej_is_an_answer(cast_and_areas: Cast) -> None:
    picture = a_picture(cast_and_areas)
    unknown = {"criterion": "U1", "step": ""}
    key = picture.write("Vi har inte frågat.", chapter="Almhöjden", kind=ParagraphKind.ANSWER, facts=unknown)
    assert picture.draft.paragraphs[key].paragraph.facts == unknown


def test_nobody_marks_higher_than_they_read(cast: Cast) -> None:
    picture = a_picture(cast)
    with pytest.raises(ClassTooHigh):
        picture.write("Hemligt.", by=cast.bjorn, info_class=InfoClass.K3)
    picture.write("Hemligt.", by=cast.lars, info_class=InfoClass.K3)


def test_a_chapter_of_another_unit_is_not_found(cast: Cast) -> None:
    picture = a_picture(cast)
    theirs = next(iter(a_picture(cast, unit=BESIDE).chapters.values()))
    with pytest.raises(NotFound):
        write_paragraph(
            by=cast.bjorn,
            now=NOW,
            unit_id=picture.unit_id,
            chapter_id=theirs,
            paragraph_id=new_id(),
            kind=ParagraphKind.TEXT,
            section="patterns",
            wording=wording(),
        )
