"""Comparing two versions: what differs, why, and what is said of an address that names no two versions."""

from datetime import timedelta

import pytest

from samsyn.core.access import InfoClass
from samsyn.core.pictures.causes import Cause
from samsyn.core.pictures.document import Certainty, ParagraphKind
from samsyn.pictures.actions.signing import StatedCause
from samsyn.web.comparing import choice, pages
from tests.builders import ALMHOJDEN, Begun, a_picture, a_signed_picture, lift, sign
from tests.cast import ABOVE, HERE, NOW, Cast, without_purpose
from tests.web.reading.editing import edit, remove
from tests.web.reading.visiting import stand_at, visitor

PAGE = f"/lagesbild/{HERE}/jamfor/"
DAY = timedelta(days=1)


def _four_versions(cast: Cast) -> Begun:
    """Sign four: words change, a certainty changes, a paragraph comes and goes."""
    picture, _ = a_signed_picture(cast, texts=["Handeln sker öppet på torget.", "Hemtjänsten ställer in besök."])
    edit(picture, picture.written[0], "Handeln sker i tunneln.", now=NOW + DAY)
    sign(picture, now=NOW + DAY)
    edit(picture, picture.written[0], "Handeln sker i tunneln.", now=NOW + 2 * DAY, certainty=Certainty.UNCERTAIN)
    sign(picture, now=NOW + 2 * DAY, cause=Cause.ASSESSOR)
    picture.write("Bränder har ökat.", now=NOW + 3 * DAY)
    remove(picture, picture.written[1], "Hemtjänsten är tillbaka.")
    sign(picture, now=NOW + 3 * DAY, cause=Cause.EVIDENCE)
    stand_at(NOW + 4 * DAY)
    return picture


def test_before_and_after_stand_word_by_word_with_the_cause_between(cast: Cast) -> None:
    _four_versions(cast)
    words = visitor(cast.eva).get(f"{PAGE}?fore=1&efter=2").words
    assert "Handeln sker [borttaget: öppet på torget ] ." in words
    assert "Handeln sker [tillagt: i tunneln ] ." in words
    assert "1 ändring efter orsak Världen 1 Nytt underlag ingen" in words
    assert "Version 1 → 2 10 november 2026, Astrid Exempel" in words


def test_a_removed_paragraph_is_shown_with_its_reason(cast: Cast) -> None:
    _four_versions(cast)
    words = visitor(cast.eva).get(f"{PAGE}?fore=3&efter=4&visa=borttaget").words
    assert "[borttaget: Hemtjänsten ställer in besök. ]" in words
    assert "Nytt underlag Hemtjänsten är tillbaka. Angivet av Astrid Exempel. Borttaget i version 4." in words
    assert "Bränder" not in words


def test_a_new_paragraph_says_that_it_was_not_there(cast: Cast) -> None:
    _four_versions(cast)
    words = visitor(cast.eva).get(f"{PAGE}?fore=3&efter=4").words
    assert "Stycket fanns inte i version 3." in words
    assert "[tillagt: Bränder har ökat. ]" in words


def test_a_longer_comparison_lists_its_steps_and_counts_each_change_once(cast: Cast) -> None:
    _four_versions(cast)
    words = visitor(cast.eva).get(f"{PAGE}?fore=1&efter=4").words
    assert "Steg 1: version 1 → 2" in words
    assert "Steg 3: version 3 → 4 12 november 2026, Astrid Exempel 2 ändringar, varav 1 nytt och 1 borttaget." in words
    assert "3 ändringar efter orsak Världen ingen Nytt underlag 2 Annan bedömare 1" in words
    assert "Version 2: världen. Version 3: annan bedömare." in words
    assert "Visshet: [borttaget: sannolikt ]" in words


def test_answers_and_categories_that_moved_are_told_in_words(cast: Cast) -> None:
    picture = a_picture(cast)
    facts = {"category": "sarskilt", "trend": "stabil"}
    proposal = picture.write("Oförändrat läge.", chapter=ALMHOJDEN, kind=ParagraphKind.PROPOSAL, facts=facts)
    sign(picture)
    edit(picture, proposal, "Oförändrat läge.", certainty=None, facts={"category": "utsatt", "trend": "positiv"})
    sign(picture, now=NOW + DAY)
    words = visitor(cast.eva).get(f"{PAGE}?fore=1&efter=2").words
    assert "[borttaget: Särskilt utsatt område, trend stabil. ] Oförändrat läge." in words
    assert "[tillagt: Utsatt område, trend positiv. ] Oförändrat läge." in words


def test_unchanged_paragraphs_are_counted_and_shown_when_asked_for(cast: Cast) -> None:
    _four_versions(cast)
    reader = visitor(cast.eva)
    short = reader.get(f"{PAGE}?fore=1&efter=2").words
    assert "53 stycken är oförändrade. Visa dem också" in short
    assert "Oförändrat Vi" not in short
    assert "Vi har inte talat med unga kvinnor." in reader.get(f"{PAGE}?fore=1&efter=2&visa=alla").words


def test_days_lead_to_the_versions_that_held_then(cast: Cast) -> None:
    _four_versions(cast)
    words = visitor(cast.eva).get(f"{PAGE}?fore_dag=2026-11-09&efter_dag=2026-11-11").words
    assert "Version 1 9 november 2026 Orsak Version 3 11 november 2026" in words


def test_without_a_choice_the_newest_two_are_compared(cast: Cast) -> None:
    _four_versions(cast)
    assert "Version 3 11 november 2026 Orsak Version 4" in visitor(cast.eva).get(PAGE).words


def test_the_order_is_put_right(cast: Cast) -> None:
    _four_versions(cast)
    answer = visitor(cast.eva).get(f"{PAGE}?fore=4&efter=2", status=302)
    assert answer.response["Location"] == f"{PAGE}?fore=2&efter=4"


@pytest.mark.parametrize(
    ("query", "status", "sentence"),
    [
        ("fore=2&efter=2", 200, "Du har valt version 2 på båda sidor. Välj två olika."),
        ("fore=1&efter=99", 404, "Version 99 finns inte, eller så får du inte läsa den. Välj två i listan."),
        ("fore=ett&efter=2", 404, "Version ett finns inte, eller så får du inte läsa den. Välj två i listan."),
        ("fore_dag=igår", 422, "Dagen går inte att läsa. Skriv den som 2026-11-02."),
        ("fore_dag=2026-11-08", 422, "Ingen version var fastställd den 8 november 2026. Den första fastställdes 9 nov"),
        ("fore_dag=2026-11-09&efter_dag=2026-11-09", 200, "Version 1 gällde båda dagarna. Inget är annorlunda."),
    ],
)
def test_an_address_that_names_no_two_versions_gets_a_clear_sentence(
    cast: Cast, query: str, status: int, sentence: str
) -> None:
    _four_versions(cast)
    assert sentence in visitor(cast.eva).get(f"{PAGE}?{query}", status=status).words


def test_a_picture_with_one_version_says_that_there_is_nothing_to_compare(cast: Cast) -> None:
    a_signed_picture(cast)
    assert "Det finns bara en version att läsa." in visitor(cast.eva).get(PAGE).words


def test_a_removed_paragraph_tells_where_it_is_lifted(cast: Cast) -> None:
    below, first = a_signed_picture(cast, texts=["Hemtjänsten ställer in besök."])
    above = a_picture(cast, unit=ABOVE)
    lift(above, "I distriktet ställs besök in.", [(first, below.written[0])])
    sign(above)
    remove(below, below.written[0], "Hemtjänsten är tillbaka.")
    sign(below, now=NOW + DAY)
    page = visitor(cast.eva).get(f"{PAGE}?fore=1&efter=2")
    assert "Borttaget i version 2. Stycket är lyft till Övningslänet, stycke 1.2." in page.words


def test_both_versions_are_shown_within_the_readers_class_and_purpose(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Märkt två.", info_class=InfoClass.K2)
    picture.write("Märkt tre.", info_class=InfoClass.K3)
    sign(picture)
    edit(picture, picture.written[0], "Märkt två, ändrat.", info_class=InfoClass.K2)
    edit(picture, picture.written[1], "Märkt tre, ändrat.", info_class=InfoClass.K3)
    sign(picture, now=NOW + DAY)
    waiting = visitor(without_purpose(cast.bjorn)).get(f"{PAGE}?fore=1&efter=2")
    assert "Märkt" not in waiting.html.replace("Märkt text", "")
    shown = visitor(cast.bjorn).get(f"{PAGE}?fore=1&efter=2").words
    assert "Märkt två" in shown
    assert "Märkt tre" not in shown
    assert "Du läser upp till klass 2 i båda versionerna." in shown


def test_a_paragraph_marked_up_is_not_said_to_be_removed(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Samlas vid porten."])
    edit(picture, picture.written[0], "Samlas vid porten.", info_class=InfoClass.K3)
    sign(picture, now=NOW + DAY)
    words = visitor(cast.bjorn).get(f"{PAGE}?fore=1&efter=2").words
    assert "Finns inte i det du läser av version 2." in words
    assert "Borttaget i version" not in words


def test_a_cause_may_be_stated_for_one_chapter_and_another_for_the_next(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Torget är mörkt."])
    picture.write("Området har växt.", chapter=ALMHOJDEN)
    causes = {
        picture.chapters["Hela området"]: StatedCause(Cause.WORLD, "Lampan är trasig."),
        picture.chapters[ALMHOJDEN]: StatedCause(Cause.BOUNDARY, "Kvarteret Väduren hör till."),
    }
    edit(picture, picture.written[0], "Torget är kolmörkt.")
    sign(picture, now=NOW + DAY, causes=causes)
    words = visitor(cast.eva).get(f"{PAGE}?fore=1&efter=2").words
    assert "Världen Lampan är trasig. Angivet av Astrid Exempel." in words
    assert "Ny gräns Kvarteret Väduren hör till. Angivet av Astrid Exempel." in words


@pytest.mark.parametrize("name", ["cecilia", "dawit", "gun", "ivar"])
def test_those_outside_are_sent_to_a_page_that_is_not_there(cast: Cast, name: str) -> None:
    _four_versions(cast)
    outsider = visitor(getattr(cast, name))
    answer = outsider.get(f"{PAGE}?fore=1&efter=2", status=302)
    outsider.get(answer.response["Location"], status=404)


def test_the_page_costs_the_same_number_of_queries_whatever_the_versions_hold(cast: Cast) -> None:
    picture = _four_versions(cast)
    costs = [visitor(cast.eva).queries(f"{PAGE}?fore=1&efter=4")]
    for n in range(60):
        picture.write(f"Stycke {n}.", now=NOW + 4 * DAY)
    sign(picture, now=NOW + 4 * DAY)
    stand_at(NOW + 5 * DAY)
    costs.append(visitor(cast.eva).queries(f"{PAGE}?fore=1&efter=5"))
    assert costs[0] == costs[1]


def test_two_versions_far_apart_are_compared_at_their_ends_alone(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choice, "LONGEST", 1)
    monkeypatch.setattr(pages, "NEWEST", 2)
    _four_versions(cast)
    page = visitor(cast.eva).get(f"{PAGE}?fore=1&efter=4")
    assert "Mellan dem ligger 2 versioner. Välj två närmare varandra för att se varje steg" in page.words
    assert "Handeln sker [tillagt: i tunneln ] ." in page.words
    assert "Steg 1" not in page.words
    assert '<option value="1" selected>' in page.html, "the chosen one is listed though it is old"
    assert '<option value="2"' not in page.html
