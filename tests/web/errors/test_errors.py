"""Refusals and faults as pages: what happened, what is safe, one way on; a form refused keeps its words."""

import pytest
from django.test import Client

from tests.builders import a_picture
from tests.cast import HERE, Cast
from tests.web.reading.visiting import visitor

NOT_HERE = "Sidan finns inte, eller så har du inte rätt att läsa den."


@pytest.mark.parametrize("path", ["/finns-inte/", f"/lagesbild/{HERE}/", "/lagesbild/XX-1/", "/omraden/ingenstans/"])
def test_what_is_not_there_and_what_is_not_for_you_look_alike(cast: Cast, path: str) -> None:
    page = visitor(cast.dawit).get(path, status=404)
    assert NOT_HERE in page.words
    assert "Till startsidan" in page.words


def test_the_signed_out_are_sent_to_sign_in_whether_the_page_exists_or_not(cast: Cast) -> None:
    for path in ("/finns-inte/", "/min-logg/"):
        assert Client().get(path).headers["Location"] == f"/logga-in/?next={path}"


def test_a_script_whose_session_has_ended_gets_401_and_no_redirect(cast: Cast) -> None:
    answer = Client().post(f"/lagesbild/{HERE}/utkast/stycke/{'a' * 32}/", headers={"X-Requested-With": "fetch"})
    assert (answer.status_code, answer.json()) == (401, {"code": "session-ended"})


def test_a_role_that_does_not_reach_says_so_and_changes_nothing(cast: Cast) -> None:
    page = visitor(cast.bjorn).get(f"/lagesbild/{HERE}/faststall/", status=403)
    assert "Din roll får inte göra det här. Inget har ändrats." in page.words


def test_a_form_that_is_refused_shows_what_was_typed(cast: Cast) -> None:
    a_picture(cast)
    path = f"/lagesbild/{HERE}/utkast/stycke/{'a' * 32}/"
    page = visitor(cast.bjorn).post(path, status=404, text="Torget är mörkt.", rev="1")
    assert "Det du skrev är inte sparat, men finns kvar här" in page.words
    assert "Torget är mörkt." in page.html


def test_a_form_without_its_token_is_refused(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.cookies = visitor(cast.bjorn).client.cookies
    assert client.post("/andamal/", {"purpose": "planering"}).status_code == 403


@pytest.mark.parametrize("path", ["/logga-ut/", "/andamal/", f"/lagesbild/{HERE}/utkast/borja/"])
def test_a_form_that_is_only_opened_is_the_wrong_method(cast: Cast, path: str) -> None:
    visitor(cast.astrid).get(path, status=405)


def test_every_answer_says_that_nothing_else_may_run_or_keep_it(cast: Cast) -> None:
    answer = visitor(cast.astrid).get("/").response
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["X-Frame-Options"] == "DENY"
