"""Signing in and out, purpose, language, and the own log."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from samsyn.core.access import InfoClass
from samsyn.shell.demo import PASSWORD
from samsyn.web.account.present import EVENTS
from tests.builders import a_picture, sign
from tests.cast import HERE, NOW, Cast, without_purpose
from tests.house import tree
from tests.web.reading.visiting import stand_at, visitor


def test_the_right_password_leads_to_the_page_that_was_asked_for(cast: Cast) -> None:
    client = Client()
    asked = client.get("/min-logg/")
    assert asked.headers["Location"] == "/logga-in/?next=/min-logg/"
    answer = client.post("/logga-in/", {"username": "astrid", "password": PASSWORD, "next": "/min-logg/"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/min-logg/")


def test_the_wrong_password_says_so_keeps_the_name_and_tells_nothing_else(cast: Cast) -> None:
    pages = [
        Client().post("/logga-in/", {"username": name, "password": "fel"}).content.decode()
        for name in ("astrid", "ingen")
    ]
    assert all("Namnet och lösenordet hör inte ihop." in page for page in pages)
    assert 'value="astrid"' in pages[0]


@pytest.mark.parametrize("next_page", ["https://evil.test/", "//evil.test", "javascript:alert(1)"])
def test_nobody_is_led_away_after_signing_in(cast: Cast, next_page: str) -> None:
    answer = Client().post("/logga-in/", {"username": "astrid", "password": PASSWORD, "next": next_page})
    assert answer.headers["Location"] == "/"


def test_signing_out_ends_the_session_and_its_purpose(cast: Cast) -> None:
    reader = visitor(cast.astrid)
    reader.post("/logga-ut/")
    assert reader.client.get("/").headers["Location"] == "/logga-in/?next=/"
    assert "purpose" not in reader.client.session


def test_a_purpose_is_chosen_in_one_tap_and_holds_until_midnight(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Två butiker betalar.", info_class=InfoClass.K2)
    sign(picture)
    reader, path = visitor(without_purpose(cast.eva)), f"/lagesbild/{HERE}/"
    assert "Två butiker" not in reader.get(path).words
    assert reader.post("/andamal/", purpose="planering", next=path).response["Location"] == path
    assert "Två butiker betalar." in reader.get(path).words
    stand_at(NOW + timedelta(hours=14, minutes=59))
    assert "Två butiker betalar." in reader.get(path).words
    stand_at(NOW + timedelta(hours=15))
    assert "Två butiker" not in reader.get(path).words


def test_a_purpose_that_is_none_is_not_chosen(cast: Cast) -> None:
    reader = visitor(without_purpose(cast.eva))
    reader.post("/andamal/", purpose="nyfikenhet")
    assert "purpose" not in reader.client.session


def test_the_language_is_changed_on_the_same_page_and_peoples_words_stay_swedish(cast: Cast) -> None:
    sign(a_picture(cast, texts=["Torget är mörkt."]))
    reader, path = visitor(cast.eva), f"/lagesbild/{HERE}/"
    assert reader.post("/sprak/", language="en", next=path).response["Location"] == path
    page = reader.get(path)
    assert '<html lang="en"' in page.html
    assert "Certainty: likely" in page.words
    assert "Torget är mörkt." in page.words
    reader.post("/sprak/", language="de", next=path)
    assert '<html lang="en"' in reader.get(path).html


def test_the_own_log_says_what_was_read_when_and_why_and_nobody_elses(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Två butiker betalar.", info_class=InfoClass.K2)
    sign(picture)
    reader = visitor(cast.eva)
    reader.get(f"/lagesbild/{HERE}/")
    assert "Läste märkt text i en lägesbild Övningsdistriktet version 1" in reader.get("/min-logg/").words
    assert "uppföljning" in reader.get("/min-logg/").words
    assert "Läste märkt text" not in visitor(cast.farid).get("/min-logg/").words


def test_the_own_log_is_taken_out_whole_as_a_file(cast: Cast) -> None:
    reader = visitor(cast.eva)
    for _ in range(60):
        reader.post("/andamal/", purpose="planering")
    page, file = reader.get("/min-logg/"), reader.get("/min-logg.csv")
    assert "Visa äldre" in page.words
    lines = file.content.decode("utf-8-sig").splitlines()
    assert lines[0] == "När;Vad;Var;Objekt;Ändamål"
    assert len(lines) == 62
    older = reader.get(page.links("/min-logg/?fore=")[0])
    assert "Valde ändamål" in older.words


def test_no_event_of_the_trail_lacks_words() -> None:
    rooms = "areas|units|person|role|round|token|draft|picture|paragraph|remark|chapter|purpose"
    named = re.compile(rf'(?:record|Note)\(\s*"((?:{rooms})\.[a-z-]+)"|event = "([a-z.-]+)"')
    found = {one for path in tree.source() for pair in named.findall(tree.text(path)) for one in pair if one}
    assert len(found) > 15
    assert found - set(EVENTS) == set()
