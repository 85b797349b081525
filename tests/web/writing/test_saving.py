"""Writing in the draft: what is sent is kept, what is stopped stays on the page, and two texts both stand."""

import pytest

from samsyn.core.access import InfoClass
from samsyn.pictures.models import Chapter, Paragraph, Rival
from samsyn.web.writing.forms import EVIDENCE_ROWS
from tests.builders import ALMHOJDEN, Begun, a_picture, sign
from tests.cast import HERE, Cast, without_purpose
from tests.web.reading.visiting import Visitor, visitor

DRAFT = f"/lagesbild/{HERE}/utkast/"
SCRIPT = {"X-Requested-With": "samsyn-autosave"}
NUMBER = "19811218-9876"


@pytest.fixture
def picture(cast: Cast) -> Begun:
    return a_picture(cast, texts=["Torget är mörkt."])


def _save(writer: Visitor, picture: Begun, text: str, *, rev: int = 1, status: int = 200, **more: str) -> str:
    path = f"{DRAFT}stycke/{picture.written[0]}/"
    answer = writer.client.post(path, {"text": text, "rev": str(rev), **more}, headers=SCRIPT)
    assert answer.status_code == status, answer.content.decode()[-500:]
    return answer.content.decode()


def test_a_picture_is_begun_with_a_chapter_for_each_area(cast: Cast) -> None:
    writer = visitor(cast.bjorn)
    assert "Ingen har börjat på lägesbilden än." in writer.get(DRAFT).words
    assert writer.post(f"{DRAFT}borja/").response["Location"] == DRAFT
    writer.post(f"{DRAFT}borja/")
    titles = list(Chapter.objects.order_by("number").values_list("title", flat=True))
    assert titles == ["Hela området", "Almhöjden", "Kvarnparken", "Norra Torget"]


def test_a_paragraph_is_begun_once_however_often_it_is_sent_and_stands_open(cast: Cast, picture: Begun) -> None:
    writer, fresh = visitor(cast.bjorn), "a" * 32
    form = {"chapter_id": picture.chapters[ALMHOJDEN], "section": "patterns", "kind": "text", "paragraph_id": fresh}
    led = [writer.post(f"{DRAFT}nytt/", form, kapitel="2").response["Location"] for _ in range(2)]
    assert led == [f"{DRAFT}?kapitel=2&stycke={fresh}#s-{fresh}"] * 2
    assert Paragraph.objects.filter(pk=fresh).count() == 1
    assert f'action="{DRAFT}stycke/{fresh}/"' in writer.get(led[0].partition("#")[0]).html


def test_a_saved_text_says_when_and_is_there(cast: Cast, picture: Begun) -> None:
    told = _save(visitor(cast.bjorn), picture, "Torget är ljust.", certainty="sannolikt", info_class="2", zone="delad")
    row = Paragraph.objects.get(pk=picture.written[0])
    assert '"saved_at": "09.00"' in told
    assert '"rev": 2' in told
    assert (row.text, row.certainty, row.info_class, row.zone) == ("Torget är ljust.", "sannolikt", 2, "delad")


def test_without_a_script_the_page_comes_back_and_says_so(cast: Cast, picture: Begun) -> None:
    writer = visitor(cast.bjorn)
    path = f"{DRAFT}stycke/{picture.written[0]}/"
    led = writer.post(path, text="Torget är ljust.", rev="1", kapitel="1").response["Location"]
    assert "Sparat 09.00" in writer.get(led.partition("#")[0]).words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"Han heter {NUMBER}.", "Personnummer sparas inte här."),
        ("Bilen ABC 123 stod där.", "Registreringsnummer sparas inte här."),
        ("Ring 070-174 06 05.", "Telefonnummer sparas inte här."),
    ],
)
def test_the_guard_stops_a_text_and_says_how_to_write_instead(cast: Cast, picture: Begun, text: str, said: str) -> None:
    writer = visitor(cast.bjorn)
    assert said in _save(writer, picture, text, status=422)
    page = writer.post(f"{DRAFT}stycke/{picture.written[0]}/", status=422, text=text, rev="1")
    assert said in page.words
    assert text.rsplit(maxsplit=1)[-1] in page.html, "what was typed is kept"
    assert Paragraph.objects.get(pk=picture.written[0]).text == "Torget är mörkt."


def test_a_text_of_a_megabyte_is_refused_and_the_standing_one_stays(cast: Cast, picture: Begun) -> None:
    assert "Texten är för lång." in _save(visitor(cast.bjorn), picture, "ord " * 262_144, status=422)
    assert Paragraph.objects.get(pk=picture.written[0]).text == "Torget är mörkt."


def test_two_who_write_at_once_keep_both_texts_until_one_is_chosen(cast: Cast, picture: Begun) -> None:
    _save(visitor(cast.bjorn), picture, "Björns ord.")
    told = _save(visitor(cast.astrid), picture, "Astrids ord.", status=409)
    assert "Björns ord." in told
    assert "Astrids ord." in told
    page = visitor(cast.lars).get(DRAFT)
    assert "Björns ord." in page.words
    assert "Astrids ord." in page.words
    visitor(cast.astrid).post(f"{DRAFT}valj/{Rival.objects.get().pk}/", choice="rival")
    assert Paragraph.objects.get(pk=picture.written[0]).text == "Astrids ord."
    assert not Rival.objects.exists()


def test_a_writer_marks_a_text_and_writes_on_without_a_purpose(cast: Cast, picture: Begun) -> None:
    writer = visitor(without_purpose(cast.bjorn))
    _save(writer, picture, "Två butiker betalar.", info_class="2")
    _save(writer, picture, "Tre butiker betalar.", rev=2, info_class="2")
    assert "Tre butiker betalar." in writer.get(DRAFT).words
    other = visitor(without_purpose(cast.lars)).get(DRAFT).words
    assert "Tre butiker" not in other
    assert "1 stycke visas när du har valt ändamål." in other


def test_anothers_marked_text_asks_for_a_purpose_and_keeps_what_was_typed(cast: Cast, picture: Begun) -> None:
    marked = picture.write("Två butiker betalar.", info_class=InfoClass.K2)
    writer = visitor(without_purpose(cast.bjorn))
    page = writer.post(f"{DRAFT}stycke/{marked}/", status=403, text="Fyra butiker betalar.", rev="1")
    assert "Välj ändamål för att läsa märkt text." in page.words
    assert "Fyra butiker betalar." in page.html
    assert 'name="purpose" value="uppfoljning"' in page.html


def test_evidence_is_kept_with_its_grading_and_an_empty_row_is_left_out(cast: Cast, picture: Begun) -> None:
    form = {f"kind-{n}": "document" for n in range(EVIDENCE_ROWS)} | {"reference-0": "Driftlogg"}
    form |= {"reliability-0": "C", "credibility-0": "3"}
    visitor(cast.bjorn).post(f"{DRAFT}stycke/{picture.written[0]}/underlag/", form)
    (kept,) = Paragraph.objects.get(pk=picture.written[0]).evidence
    assert (kept["reference"], kept["grading"]) == ("Driftlogg", "C3")


def test_what_was_signed_is_taken_out_with_a_reason_and_can_be_put_back(cast: Cast, picture: Begun) -> None:
    sign(picture)
    writer, path = visitor(cast.bjorn), f"{DRAFT}stycke/{picture.written[0]}/"
    stopped = writer.post(f"{path}ta-bort/", status=422, reason=f"Enligt {NUMBER}.")
    assert "Texten är inte sparad." in stopped.words
    writer.post(f"{path}ta-bort/", reason="Belysningen är lagad.")
    assert "Borttaget i utkastet." in writer.get(DRAFT).words
    writer.post(f"{path}angra/")
    assert Paragraph.objects.get(pk=picture.written[0]).removed_at is None


def test_a_place_that_is_watched_gets_a_chapter_and_one_without_a_name_is_asked_for(cast: Cast, picture: Begun) -> None:
    writer = visitor(cast.bjorn)
    writer.post(f"{DRAFT}plats/", title="Bryggan", chapter_id="b" * 32)
    assert "lämnar aldrig Polisen" in writer.get(f"{DRAFT}?kapitel=5").words
    writer.post(f"{DRAFT}plats/", title=" ")
    assert "Skriv vad platsen kallas." in writer.get(DRAFT).words


def test_the_draft_costs_the_same_number_of_queries_whatever_it_holds(cast: Cast, picture: Begun) -> None:
    writer = visitor(cast.bjorn)
    before = writer.queries(DRAFT)
    for number in range(12):
        picture.write(f"Stycke {number}.")
    assert writer.queries(DRAFT) == before
