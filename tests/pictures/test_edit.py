"""Editing a paragraph; two at once, and nobody's words are lost."""

from datetime import timedelta

import pytest

from samsyn.core.access import Actor, InfoClass
from samsyn.core.errors import NotFound
from samsyn.core.pictures.document import Certainty, ParagraphKind
from samsyn.pictures.actions.drafting import choose_text, edit_paragraph
from samsyn.pictures.errors import ClassTooHigh, NotReady, ReasonMissing
from samsyn.pictures.facts import Conflict, Saved
from tests.builders import Begun, a_picture, new_id, sign, wording
from tests.cast import BESIDE, NOW, Cast

LATER = NOW + timedelta(minutes=5)


def _edit(picture: Begun, by: Actor, text: str, *, rev: int, **changes: object) -> Saved | Conflict:
    return edit_paragraph(
        by=by,
        now=LATER,
        unit_id=picture.unit_id,
        paragraph_id=picture.written[0],
        rev=rev,
        wording=wording(text, **changes),
    )


def _conflict(cast: Cast) -> tuple[Begun, Conflict]:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    _edit(picture, cast.bjorn, "Torget är mörkt efter sex.", rev=1)
    conflict = _edit(picture, cast.lars, "Torget är mörkt och tomt.", rev=1, certainty=Certainty.POSSIBLE)
    assert isinstance(conflict, Conflict)
    return picture, conflict


def _choose(picture: Begun, by: Actor, conflict: Conflict, keep: str) -> str:
    key = new_id()
    choose_text(by=by, now=LATER, unit_id=picture.unit_id, rival_id=conflict.rival.id, keep=keep, new_id=key)
    return key


def test_an_edit_names_its_author_and_counts_up(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    saved = _edit(picture, cast.bjorn, "Torget är upplyst.", rev=1)
    row = picture.draft.paragraphs[picture.written[0]]
    assert isinstance(saved, Saved)
    assert (saved.rev, row.rev, row.paragraph.text, row.paragraph.author) == (2, 2, "Torget är upplyst.", "bjorn")


def test_the_same_words_again_change_nothing(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    edition = picture.draft.edition
    saved = _edit(picture, cast.bjorn, "Torget är mörkt.", rev=1)
    assert isinstance(saved, Saved)
    assert (saved.rev, picture.draft.edition) == (1, edition)


def test_the_same_words_from_two_writers_are_no_conflict(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    _edit(picture, cast.bjorn, "Torget är upplyst.", rev=1)
    assert isinstance(_edit(picture, cast.lars, "Torget är upplyst.", rev=1), Saved)


def test_two_who_write_at_once_both_keep_their_words(cast: Cast) -> None:
    picture, conflict = _conflict(cast)
    row = picture.draft.paragraphs[picture.written[0]]
    assert (row.paragraph.text, row.paragraph.author) == ("Torget är mörkt efter sex.", "bjorn")
    assert [(rival.text, rival.author, rival.certainty) for rival in row.rivals] == [
        ("Torget är mörkt och tomt.", "lars", Certainty.POSSIBLE)
    ]
    assert (conflict.text, conflict.author, conflict.rev) == ("Torget är mörkt efter sex.", "bjorn", 2)


def test_saving_the_same_rival_again_keeps_one(cast: Cast) -> None:
    picture, _ = _conflict(cast)
    _edit(picture, cast.lars, "Torget är mörkt, tomt och kallt.", rev=1)
    rivals = picture.draft.paragraphs[picture.written[0]].rivals
    assert [rival.text for rival in rivals] == ["Torget är mörkt, tomt och kallt."]


def test_choosing_the_standing_text_drops_the_other(cast: Cast) -> None:
    picture, conflict = _conflict(cast)
    _choose(picture, cast.astrid, conflict, "standing")
    row = picture.draft.paragraphs[picture.written[0]]
    assert (row.paragraph.text, row.rivals) == ("Torget är mörkt efter sex.", ())


def test_choosing_the_other_text_names_its_author(cast: Cast) -> None:
    picture, conflict = _conflict(cast)
    _choose(picture, cast.astrid, conflict, "rival")
    row = picture.draft.paragraphs[picture.written[0]]
    assert (row.paragraph.text, row.paragraph.author, row.paragraph.certainty, row.rev, row.rivals) == (
        "Torget är mörkt och tomt.",
        "lars",
        Certainty.POSSIBLE,
        3,
        (),
    )


def test_keeping_both_makes_two_paragraphs_each_with_its_author(cast: Cast) -> None:
    picture, conflict = _conflict(cast)
    key = _choose(picture, cast.astrid, conflict, "both")
    rows = picture.draft.paragraphs
    first, second = rows[picture.written[0]].paragraph, rows[key].paragraph
    assert (first.text, first.author) == ("Torget är mörkt efter sex.", "bjorn")
    assert (second.text, second.author, second.origin) == ("Torget är mörkt och tomt.", "lars", first.id)
    assert first.label != second.label


def test_a_choice_that_does_not_exist_changes_nothing(cast: Cast) -> None:
    picture, conflict = _conflict(cast)
    with pytest.raises(ReasonMissing):
        _choose(picture, cast.astrid, conflict, "varken")
    assert len(picture.draft.paragraphs[picture.written[0]].rivals) == 1


def test_a_rival_of_another_unit_is_not_found(cast: Cast) -> None:
    picture, conflict = _conflict(cast)
    beside = a_picture(cast, unit=BESIDE)
    with pytest.raises(NotFound):
        _choose(beside, cast.cecilia, conflict, "rival")
    assert len(picture.draft.paragraphs[picture.written[0]].rivals) == 1


def test_nothing_is_signed_while_two_texts_wait_for_a_choice(cast: Cast) -> None:
    picture, conflict = _conflict(cast)
    with pytest.raises(NotReady) as refused_because:
        sign(picture)
    assert [item.code for item in refused_because.value.facts["missing"] if item.blocking] == ["rival"]  # type: ignore[attr-defined]
    _choose(picture, cast.astrid, conflict, "standing")
    assert sign(picture).number == 1


def test_a_marked_rival_is_not_shown_to_those_who_read_less(cast: Cast) -> None:
    """Lars raises the class while Björn writes: what Lars wrote is not Björn's to read."""
    picture = a_picture(cast, texts=["Torget är mörkt."])
    _edit(picture, cast.bjorn, "Torget är mörkt efter sex.", rev=1)
    conflict = _edit(picture, cast.lars, "Källan säger mer.", rev=1, info_class=InfoClass.K3)
    assert isinstance(conflict, Conflict)
    assert [one.text for one in picture.draft.paragraphs[picture.written[0]].rivals] == ["Källan säger mer."]
    seen_by_bjorn = Begun(picture.unit_id, cast.bjorn, picture.chapters).draft
    assert seen_by_bjorn.paragraphs[picture.written[0]].rivals == ()
    with pytest.raises(NotFound):
        _choose(picture, cast.bjorn, conflict, "rival")
    _choose(picture, cast.astrid, conflict, "rival")
    assert picture.draft.paragraphs[picture.written[0]].paragraph.info_class == InfoClass.K3


def test_two_who_answer_at_once_both_keep_their_step(cast_and_areas: Cast) -> None:
    picture = a_picture(cast_and_areas)
    key = picture.write(
        "Synlig handel.", chapter="Almhöjden", kind=ParagraphKind.ANSWER, facts={"criterion": "U6", "step": "3"}
    )
    _edit(
        picture, cast_and_areas.bjorn, "Mindre synlig.", rev=1, certainty=None, facts={"criterion": "U6", "step": "2"}
    )
    conflict = _edit(
        picture, cast_and_areas.lars, "Mer synlig.", rev=1, certainty=None, facts={"criterion": "U6", "step": "4"}
    )
    assert isinstance(conflict, Conflict)
    _choose(picture, cast_and_areas.astrid, conflict, "rival")
    told = picture.draft.paragraphs[key].paragraph
    assert (told.text, told.facts["step"]) == ("Mer synlig.", "4")


def test_a_paragraph_above_ones_class_is_not_found(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Källan säger mer.", by=cast.lars, info_class=InfoClass.K3)
    with pytest.raises(NotFound):
        _edit(picture, cast.bjorn, "Gissning.", rev=1)


def test_nobody_raises_the_class_above_their_own(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    with pytest.raises(ClassTooHigh):
        _edit(picture, cast.bjorn, "Torget är mörkt.", rev=1, info_class=InfoClass.K3)


def test_a_text_of_a_megabyte_stands_as_it_was_written(cast: Cast) -> None:
    """The guard of the pages says no long before; the room loses nothing."""
    picture = a_picture(cast, texts=["Torget är mörkt."])
    long = "Torget är mörkt. " * 60_000
    _edit(picture, cast.bjorn, long, rev=1)
    assert picture.draft.paragraphs[picture.written[0]].paragraph.text == long
