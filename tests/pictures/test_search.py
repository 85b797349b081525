"""Finding text in the pictures in force, within one's rights: the same answer on both stores."""

from datetime import timedelta

import pytest

from samsyn.audit.queries import own_log
from samsyn.core.access import Actor, InfoClass
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.actions.drafting import edit_paragraph
from samsyn.pictures.actions.reading import search_pictures
from samsyn.pictures.queries.search import search
from tests.builders import a_picture, a_signed_picture, sign, wording
from tests.cast import BESIDE, NOW, Cast, without_purpose


def _found(by: Actor, text: str) -> list[str]:
    return [hit.text for hit in search(by=by, text=text)]


@pytest.mark.parametrize(
    "sought",
    [
        "cykeltunneln",
        "cykelt",
        "CYKELTUNN",
        "Örby",
        "orby",
        "ÖRBY",
        "gangen",
        "gång",
        "ande",
        "cykel ande",
        "ÄNDE",
        "änd",
    ],
)
def test_words_are_found_by_their_beginning_whatever_case_and_marks(cast: Cast, sought: str) -> None:
    a_signed_picture(cast, texts=["Gången vid Örby slutar i cykeltunnelns ände: cykeltunneln är mörk."])
    assert len(_found(cast.eva, sought)) == 1


@pytest.mark.parametrize("sought", ["tunneln", "ykel", "cykel torget", "", "   ", "-", "%", "_", "🚲"])
def test_what_begins_no_word_is_not_found(cast: Cast, sought: str) -> None:
    a_signed_picture(cast, texts=["Gången slutar i cykeltunneln."])
    assert _found(cast.eva, sought) == []


def test_the_title_of_the_chapter_is_found_too(cast_and_areas: Cast) -> None:
    picture = a_picture(cast_and_areas)
    picture.write("Torget är mörkt.", chapter="Almhöjden", section="patterns")
    sign(picture)
    hits = search(by=cast_and_areas.eva, text="almhojden mörkt")
    assert [(hit.text, hit.chapter_title, hit.label) for hit in hits] == [("Torget är mörkt.", "Almhöjden", "2.18")]


def test_needs_and_reasons_are_found_as_well_as_text(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Två utredare.", kind=ParagraphKind.NEED, facts={"level": "region"})
    sign(picture)
    assert [hit.kind for hit in search(by=cast.eva, text="utredare")] == [ParagraphKind.NEED]


def test_nobody_finds_what_they_may_not_read(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Torget är mörkt."])
    for stranger in (cast.cecilia, cast.dawit, cast.gun, cast.ivar):
        assert _found(stranger, "torget") == [], stranger.username
    picture.write("Källan vid torget säger mer.", by=cast.lars, info_class=InfoClass.K3)
    sign(picture)
    assert _found(cast.bjorn, "torget") == ["Torget är mörkt."]
    assert len(_found(cast.lars, "torget")) == 2


def test_marked_text_is_found_only_for_a_purpose(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Två butiker vid torget betalar.", info_class=InfoClass.K2)
    sign(picture)
    assert _found(without_purpose(cast.eva), "torget") == []
    assert _found(cast.eva, "torget") == ["Två butiker vid torget betalar."]


def test_a_search_that_shows_marked_text_is_logged_without_the_words(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    key = picture.write("Två butiker betalar.", info_class=InfoClass.K2)
    sign(picture)
    search_pictures(by=cast.eva, now=NOW, text="torget")
    assert own_log(by=cast.eva) == ()
    search_pictures(by=cast.eva, now=NOW, text="butiker")
    (row,) = own_log(by=cast.eva)
    assert (row.event, row.facts) == ("picture.searched", {"class": 2, "paragraphs": [key]})


def test_drafts_are_never_found(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast)
    picture.write("Gången är mörk.")
    assert _found(cast.astrid, "gången") == []


def test_only_the_version_in_force_is_found(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Torget är mörkt."])
    new = wording("Torget är upplyst.")
    edit_paragraph(
        by=cast.astrid, now=NOW, unit_id=picture.unit_id, paragraph_id=picture.written[0], rev=1, wording=new
    )
    sign(picture, now=NOW + timedelta(days=1))
    assert _found(cast.eva, "mörkt") == []
    assert _found(cast.eva, "torget") == ["Torget är upplyst."]


def test_hits_come_newest_first_and_go_on_where_they_stopped(cast: Cast) -> None:
    a_signed_picture(cast, texts=["Torget ett.", "Torget två."])
    a_signed_picture(cast, unit=BESIDE, texts=["Torget tre."])
    first = search(by=cast.eva, text="torget", limit=2)
    rest = search(by=cast.eva, text="torget", after=first[-1].id)
    assert [hit.text for hit in (*first, *rest)] == ["Torget tre.", "Torget två.", "Torget ett."]


def test_a_word_longer_than_the_index_is_found_by_its_beginning(cast: Cast) -> None:
    long = "trygghetsundersokningsdeltagarrepresentationsfragan"
    a_signed_picture(cast, texts=[f"Om {long}."])
    assert len(_found(cast.eva, long)) == len(_found(cast.eva, long[:45])) == 1
