"""Finding words in pictures in force: what is found, for whom, and what the log keeps of it."""

import unicodedata
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.access import InfoClass
from samsyn.core.text import words as folded_words
from samsyn.web.searching.present import found_in
from tests.builders import a_picture, a_signed_picture, sign
from tests.cast import ABOVE, HERE, NOW, Cast, without_purpose
from tests.web.reading.editing import edit
from tests.web.reading.visiting import visitor


def test_hits_stand_by_unit_with_the_words_found_in_bold(cast: Cast) -> None:
    here, _ = a_signed_picture(cast, texts=["Mopeder kör genom Kvarngatan efter skolan."])
    a_signed_picture(cast, unit=ABOVE, texts=["Moped är vanligt i länet."])
    page = visitor(cast.eva).get("/sok/?q=moped+KVARNGATAN")
    assert "1 träff i texter som du får läsa." in page.words
    assert "Övningsdistriktet 1 träff Hela området, stycke 1.2" in page.words
    assert "<b>Mopeder</b> kör genom <b>Kvarngatan</b> efter skolan." in page.html
    assert page.links(f"/lagesbild/{HERE}/#s-{here.written[0]}")
    both = visitor(cast.eva).get("/sok/?q=moped").words
    assert "2 träffar" in both
    assert both.index("Övningslänet 1 träff") < both.index("Övningsdistriktet 1 träff")


def test_the_count_is_the_readers_own(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Moped ett.", info_class=InfoClass.K1)
    picture.write("Moped två.", info_class=InfoClass.K2)
    picture.write("Moped tre.", info_class=InfoClass.K3)
    sign(picture)
    assert "3 träffar" in visitor(cast.eva).get("/sok/?q=moped").words
    assert "2 träffar" in visitor(cast.bjorn).get("/sok/?q=moped").words
    waiting = visitor(without_purpose(cast.bjorn)).get("/sok/?q=moped")
    assert "1 träff " in waiting.words
    assert "Välj ändamål för att söka i märkt text. Du läser upp till klass 2." in waiting.words
    assert "Inget hittades för ”moped”." in visitor(cast.cecilia).get("/sok/?q=moped").words


def test_without_a_purpose_nothing_tells_how_much_is_marked(cast: Cast) -> None:
    """The page for a word that only marked text holds is the page for a word that is nowhere."""
    picture = a_picture(cast)
    picture.write("Kanariefågel.", info_class=InfoClass.K2)
    sign(picture)
    waiting = visitor(without_purpose(cast.eva))
    hidden = waiting.get("/sok/?q=kanariefågel").words
    nowhere = waiting.get("/sok/?q=papegoja").words
    assert hidden.replace("kanariefågel", "x") == nowhere.replace("papegoja", "x")


def test_only_what_is_in_force_is_searched(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Moped."])
    edit(picture, picture.written[0], "Cykel.")
    sign(picture, now=NOW + timedelta(days=1))
    assert "Inget hittades" in visitor(cast.eva).get("/sok/?q=moped").words
    assert "1 träff" in visitor(cast.eva).get("/sok/?q=cykel").words


def test_marked_hits_are_logged_with_purpose_and_never_the_words_sought(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Moped öppet."])
    picture.write("Hemlig moped.", info_class=InfoClass.K2)
    sign(picture)
    reader = visitor(cast.eva)
    reader.get("/sok/?q=öppet")
    assert "Sökte i lägesbilder" not in reader.get("/min-logg/").words
    reader.get("/sok/?q=hemlig")
    log = reader.get("/min-logg/").words
    assert "Sökte i lägesbilder" in log
    assert "hemlig" not in log


def test_pages_follow_on_each_other_and_hold_every_hit_once(cast: Cast) -> None:
    a_signed_picture(cast, texts=[f"Moped nummer{n}." for n in range(35)])
    reader = visitor(cast.eva)
    first = reader.get("/sok/?q=moped")
    assert "Visar 30 träffar på den här sidan." in first.words
    second = reader.get(next(link for link in first.links("/sok/") if "efter" in link))
    assert "Visar 5 träffar på den här sidan." in second.words
    seen = [n for n in range(35) for page in (first, second) if f"nummer{n}." in page.words]
    assert seen == list(range(35))
    assert "Visa fler träffar" not in second.words


def test_a_hit_in_the_name_of_a_chapter_says_so(cast: Cast) -> None:
    a_signed_picture(cast, texts=[])
    words = visitor(cast.eva).get("/sok/?q=kvarnparken").words
    assert "Vem saknas i bilden?, ordet står i kapitlets namn" in words


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("", "Skriv vad du söker."),
        ("+++", "Skriv vad du söker."),
        ("%2D%2D", "Skriv minst en bokstav eller siffra."),
        ("%3Cscript%3E", "Inget hittades för ”<script>”."),
        ("x" * 5_000, "Inget hittades för"),
    ],
)
def test_a_search_that_finds_nothing_says_what_to_write(cast: Cast, query: str, sentence: str) -> None:
    page = visitor(cast.eva).get(f"/sok/?q={query}")
    assert sentence in page.words
    assert "<script>”" not in page.html


@pytest.mark.parametrize("after", ["x", "-1", "0", "99999999999999999999999", "²"])
def test_a_broken_place_to_go_on_from_is_no_fault(cast: Cast, after: str) -> None:
    visitor(cast.eva).get(f"/sok/?q=moped&efter={after}")


@pytest.mark.parametrize("name", ["dawit", "gun", "ivar"])
def test_search_is_refused_to_those_who_read_no_pictures(cast: Cast, name: str) -> None:
    a_signed_picture(cast, texts=["Moped."])
    page = visitor(getattr(cast, name)).get("/sok/?q=moped", status=403)
    assert "Moped." not in page.html


def test_the_page_costs_the_same_number_of_queries_whatever_is_found(cast: Cast) -> None:
    a_signed_picture(cast, texts=["Cykel.", *(f"Moped {n}." for n in range(29))])
    reader = visitor(cast.eva)
    assert reader.queries("/sok/?q=cykel") == reader.queries("/sok/?q=moped")


@given(st.text(alphabet="aAåÅ e,-.1é\u0301", max_size=400), st.text(alphabet="aåe1", min_size=1, max_size=3))
def test_what_is_shown_of_a_text_is_a_piece_of_it(text: str, query: str) -> None:

    shown = "".join(run.text for run in found_in(text, folded_words(query)))
    assert shown.removeprefix("… ").removesuffix(" …") in unicodedata.normalize("NFC", text)
