"""The pages about the program: open where they may be, and true to what the program does."""

import pytest
from django.test import Client

from samsyn.pictures import definitions
from tests.cast import Cast
from tests.web.reading.visiting import visitor


@pytest.mark.parametrize("path", ["/om/hjalp/", "/om/tillganglighet/", "/om/uppgifter/"])
def test_anybody_may_read_help_accessibility_and_how_data_are_handled(cast: Cast, path: str) -> None:
    assert Client().get(path).status_code == 200
    visitor(cast.gun).get(path)


def test_the_method_asks_for_sign_in(cast: Cast) -> None:
    answer = Client().get("/om/metod/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/logga-in/")


def test_the_method_page_says_all_that_the_method_says(cast: Cast) -> None:
    words = visitor(cast.gun).get("/om/metod/").words
    used = definitions.method(definitions.current_method())
    for section in used.sections:
        assert f"{section.title.sv} {section.help.sv}" in words
    for criterion in used.criteria:
        assert f"{criterion.code} {criterion.statement.sv}" in words
    labels = [*(one.label for one in used.steps), *(one.label for one in (*used.certainties, *used.categories))]
    assert [label.sv for label in labels if label.sv not in words] == []
    assert used.assumption.sv in words
    assert "Version 2025-publik, gäller från 1 december 2025." in words


def test_the_method_is_told_in_english_to_those_who_chose_english(cast: Cast) -> None:
    reader = visitor(cast.gun)
    reader.post("/sprak/", language="en", next="/om/metod/")
    used = definitions.method(definitions.current_method())
    assert used.criteria[0].statement.en in reader.get("/om/metod/").words


def test_help_states_the_days_that_the_beats_say(cast: Cast) -> None:
    words = visitor(cast.gun).get("/om/hjalp/").words
    beats = definitions.beats()
    assert f"En fråga får svar inom {beats['question_reply_days']} dagar." in words
    assert f"inom {beats['need_answer_days']} dagar, från den nivå det ställs till." in words


def test_the_cookies_are_those_that_the_page_names(cast: Cast) -> None:
    """Sign-in, forms, and notices shown once."""
    reader = visitor(cast.eva)
    reader.get("/om/uppgifter/")
    assert set(reader.client.cookies) <= {"sessionid", "csrftoken", "messages"}
