"""Asking, replying, dissenting, answering needs: each form kept when refused, and one row when sent twice."""

import pytest

from samsyn.core.access import InfoClass
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.models import Need, Remark
from tests.builders import Begun, a_picture, a_signed_picture, sign
from tests.cast import HERE, Cast, without_purpose
from tests.web.reading.visiting import visitor

KEY = "d" * 32
NUMBER = "19811218-9876"


def _about(picture: Begun, what: str) -> str:
    return f"/lagesbild/{HERE}/version/1/stycke/{picture.written[0]}/{what}/"


@pytest.mark.parametrize(("what", "kind"), [("fraga", "question"), ("avvikande", "dissent")])
def test_those_above_ask_and_dissent_once_however_often_they_send(cast: Cast, what: str, kind: str) -> None:
    picture, _ = a_signed_picture(cast)
    reader = visitor(cast.eva)
    form = {"text": "Gäller det vardagar?", "key": KEY}
    led = {reader.post(_about(picture, what), form).response["Location"] for _ in range(2)}
    assert led == {f"/lagesbild/{HERE}/version/1/#s-{picture.written[0]}"}
    assert Remark.objects.get().kind == kind
    assert "Gäller det vardagar?" in reader.get(f"/lagesbild/{HERE}/version/1/").words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" ", "Skriv något"),
        (f"Han heter {NUMBER}.", "Texten är inte sparad."),
        ("ord " * 262_144, "Texten är för lång."),
    ],
)
def test_what_is_refused_stays_in_the_form(cast: Cast, text: str, said: str) -> None:
    picture, _ = a_signed_picture(cast)
    page = visitor(cast.eva).post(_about(picture, "fraga"), status=422, text=text, key=KEY)
    assert said in page.words
    assert text.strip()[-20:] in page.html
    assert not Remark.objects.exists()


def test_the_same_key_with_other_words_is_told_apart(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast)
    reader = visitor(cast.eva)
    reader.post(_about(picture, "fraga"), text="Gäller det vardagar?", key=KEY)
    page = reader.post(_about(picture, "fraga"), status=409, text="Gäller det helger?", key=KEY)
    assert "Den första texten är sparad." in page.words
    assert "Gäller det helger?" in page.html
    assert Remark.objects.count() == 1


@pytest.mark.parametrize("name", ["cecilia", "dawit", "gun", "ivar"])
def test_those_who_may_not_read_it_are_told_that_it_is_not_there(cast: Cast, name: str) -> None:
    picture, _ = a_signed_picture(cast)
    visitor(getattr(cast, name)).post(_about(picture, "fraga"), status=404, text="Vad?", key=KEY)
    assert not Remark.objects.exists()


def test_a_question_is_replied_to_by_the_unit_that_signed_and_then_waits_no_more(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast)
    visitor(cast.eva).post(_about(picture, "fraga"), text="Gäller det vardagar?", key=KEY)
    waiting = "Svara på en fråga från Övningsregionen"
    chief, path = visitor(cast.astrid), f"/lagesbild/{HERE}/fraga/{Remark.objects.get().pk}/"
    assert waiting in chief.get("/").words
    assert "Gäller det vardagar?" in chief.get(path).words
    chief.post(path, text="Alla dagar.", key="e" * 32)
    assert waiting not in chief.get("/").words
    assert "Alla dagar." in visitor(cast.eva).get("/").words


def test_a_question_about_marked_words_asks_for_a_purpose_before_the_reply(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Två butiker betalar.", info_class=InfoClass.K2)
    sign(picture)
    visitor(cast.eva).post(_about(picture, "fraga"), text="Vilka dagar?", key=KEY)
    page = visitor(without_purpose(cast.astrid)).get(f"/lagesbild/{HERE}/fraga/{Remark.objects.get().pk}/", status=403)
    assert "Välj ändamål för att läsa märkt text." in page.words
    assert "Två butiker" not in page.html


@pytest.mark.parametrize("verdict", ["ja", "delvis", "nej"])
def test_a_need_gets_a_dated_answer_with_a_reason(cast: Cast, verdict: str) -> None:
    picture = a_picture(cast)
    need = picture.write("Två utredare.", kind=ParagraphKind.NEED, facts={"level": "police_area"})
    sign(picture)
    path, chief = f"/lagesbild/{HERE}/behov/{need}/", visitor(cast.hanna)
    assert "Två utredare." in chief.get(path).words
    page = chief.post(path, status=422, text="", key=KEY, verdict=verdict)
    assert "Skriv något" in page.words
    chief.post(path, text="I sex veckor.", key=KEY, verdict=verdict)
    assert Need.objects.get().verdict == verdict
    assert "I sex veckor." in visitor(cast.bjorn).get(f"/lagesbild/{HERE}/").words
    visitor(cast.eva).post(path, status=404, text="Nej.", key="f" * 32, verdict="nej")


def test_an_erasure_needs_a_registry_number_and_a_ground_and_only_its_officer_does_it(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Ska bort."])
    path = _about(picture, "radera")
    officer = visitor(cast.karin)
    assert "Ska bort." in officer.post(path, status=422, reference="", reason_code="dataskydd").words
    visitor(cast.astrid).post(path, status=403, reference="A1.234/2026", reason_code="dataskydd")
    officer.post(path, reference="A1.234/2026", reason_code="dataskydd")
    page = visitor(cast.hanna).get(f"/lagesbild/{HERE}/").words
    assert "Ska bort." not in page
    assert "A1.234/2026" in page
