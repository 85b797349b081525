"""Reading the version in force: what stands on the page, for whom, and what it costs."""

from datetime import datetime, timedelta

import pytest

from samsyn.core.access import InfoClass
from samsyn.core.pictures.document import Certainty, Evidence, EvidenceKind, ParagraphKind, Source
from samsyn.pictures.actions import responding
from samsyn.pictures.actions.responding import Said
from samsyn.pictures.facts import VersionFacts
from tests.builders import ALMHOJDEN, a_picture, a_signed_picture, lift, new_id, said, sign
from tests.cast import ABOVE, HERE, NOW, REGION, Cast, without_purpose
from tests.web.reading.editing import edit, remove
from tests.web.reading.visiting import stand_at, visitor

PAGE = f"/lagesbild/{HERE}/"
DAY = timedelta(days=1)


def test_a_paragraph_stands_with_its_label_certainty_marking_author_and_evidence(cast: Cast) -> None:
    picture = a_picture(cast)
    evidence = (Evidence(EvidenceKind.DOCUMENT, "Bostadsbolagets driftlogg", "C3"),)
    picture.write("Torget är mörkt.", chapter=ALMHOJDEN, certainty=Certainty.UNCERTAIN, evidence=evidence)
    sign(picture)
    words = visitor(cast.astrid).get(PAGE).words
    assert "Torget är mörkt. Visshet: osäkert Polis, klass 1 Astrid Exempel, 9 nov" in words
    assert "Underlag C3 Bostadsbolagets driftlogg" in words
    assert "Spår uppåt Inte lyft än" in words


def test_the_head_says_which_version_who_signed_and_by_which_method(cast: Cast) -> None:
    picture = a_picture(cast)
    sign(picture, by=cast.jonna)
    words = visitor(cast.eva).get(PAGE).words
    assert "Lägesbild Övningsdistriktet" in words
    assert (
        "Version 1, i kraft sedan 9 november 2026. Fastställd av Jonna Exempel, ersättare. Metod 2025-publik." in words
    )


def test_marked_paragraphs_wait_for_a_purpose_and_are_counted_within_the_readers_class(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Öppet för alla i kedjan."])
    picture.write("Märkt ett.", info_class=InfoClass.K2)
    picture.write("Märkt två.", info_class=InfoClass.K3)
    sign(picture)
    waiting = visitor(without_purpose(cast.bjorn)).get(PAGE)
    assert "Du läser upp till klass 2. 1 stycke visas när du valt ändamål." in waiting.words
    assert "Märkt" not in waiting.words.replace("Märkt text", "")
    assert 'name="purpose"' in waiting.html
    assert "Jag har tagit del" not in waiting.words
    shown = visitor(cast.bjorn).get(PAGE).words
    assert "Märkt ett." in shown
    assert "Märkt två." not in shown
    assert "Du läser upp till klass 2." in shown


def test_reading_marked_text_is_written_in_the_own_log(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Märkt ett.", info_class=InfoClass.K2)
    sign(picture)
    reader = visitor(cast.eva)
    reader.get(PAGE)
    log = reader.get("/min-logg/").words
    assert "Läste märkt text i en lägesbild" in log
    assert "uppföljning" in log


@pytest.mark.parametrize("name", ["cecilia", "dawit", "gun", "ivar"])
def test_a_unit_beside_and_those_without_the_right_are_told_that_there_is_no_page(cast: Cast, name: str) -> None:
    a_signed_picture(cast, texts=["Kanariefågel."])
    page = visitor(getattr(cast, name)).get(PAGE, status=404)
    assert "Sidan finns inte, eller så har du inte rätt att läsa den." in page.words
    assert "Kanariefågel" not in page.html


def test_an_empty_page_says_what_it_means_and_the_next_step(cast: Cast) -> None:
    chief = visitor(cast.astrid).get(PAGE)
    assert "Ingen lägesbild är fastställd för Övningsdistriktet." in chief.words
    assert chief.links(f"/lagesbild/{HERE}/utkast/")
    above = visitor(cast.farid).get(PAGE).words
    assert "Det betyder inte att läget är lugnt." in above
    visitor(cast.cecilia).get(PAGE, status=404)


def test_what_changed_since_the_reader_took_note_is_marked_and_counted(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Handeln sker öppet på torget."])
    reader = visitor(cast.eva)
    reader.post(f"{PAGE}version/1/tagit-del/")
    picture.write("Bränder har ökat.", now=NOW + DAY)
    edit(picture, picture.written[0], "Handeln sker i tunneln.")
    sign(picture, now=NOW + DAY)
    stand_at(NOW + 2 * DAY)
    page = visitor(cast.eva).get(PAGE)
    assert "2 ändringar sedan du tog del av version 1 den 9 november 2026." in page.words
    assert "Ändrat i version 2: världen" in page.words
    assert "Nytt i version 2: världen" in page.words
    assert "Handeln sker [tillagt: i tunneln ] ." in page.words
    only = visitor(cast.eva).get(f"{PAGE}?visa=andringar").words
    assert "Bränder har ökat." in only
    assert "Vi har inte talat med unga kvinnor." not in only


def test_a_reader_who_never_took_note_sees_the_changes_since_the_version_before(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast)
    picture.write("Bränder har ökat.")
    sign(picture, now=NOW + DAY)
    words = visitor(cast.eva).get(PAGE).words
    assert "1 ändring sedan version 1. Du har inte tagit del av någon tidigare version." in words


def test_a_removed_paragraph_keeps_one_line_with_its_reason(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Hemtjänsten ställer in besök."])
    remove(picture, picture.written[0], "Hemtjänsten är tillbaka.")
    sign(picture, now=NOW + DAY)
    page = visitor(cast.eva).get(PAGE)
    assert "Borttaget i version 2: världen. Hemtjänsten är tillbaka. Läs vad som stod" in page.words
    assert "Hemtjänsten ställer in besök." not in page.words
    assert "1 stycke är borttaget." in page.words
    address = page.links(f"/lagesbild/{HERE}/jamfor/")[-1]
    assert "Hemtjänsten ställer in besök." in visitor(cast.eva).get(address.partition("#")[0]).words


def test_a_paragraph_marked_up_above_the_readers_class_is_not_said_to_be_removed(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Samlas vid porten."])
    edit(picture, picture.written[0], "Samlas vid porten.", info_class=InfoClass.K3)
    sign(picture, now=NOW + DAY)
    words = visitor(cast.bjorn).get(PAGE).words
    assert "Borttaget" not in words
    assert "Finns inte i det du läser av version 2." in words


def test_the_trail_leads_up_and_down_and_tells_what_has_changed_since(cast: Cast) -> None:
    below, first = a_signed_picture(cast, texts=["Försäljning sker på torget."])
    above = a_picture(cast, unit=ABOVE)
    lift(above, "I distriktet sker försäljning på torget.", [(first, below.written[0])])
    sign(above)
    page = visitor(cast.eva).get(PAGE)
    assert "Lyft till Övningslänet, stycke 1.2" in page.words
    assert page.links(f"/lagesbild/{ABOVE}/#s-{above.written[0]}")
    edit(below, below.written[0], "Försäljning sker i tunneln.")
    sign(below, now=NOW + DAY)
    lifted = visitor(cast.eva).get(f"/lagesbild/{ABOVE}/")
    assert "Ändrat efter att det lyftes" in lifted.words
    assert "Övningsdistriktet, stycke 1.2 i version 1 (ändrat sedan dess)" in lifted.words
    assert lifted.links(f"/lagesbild/{HERE}/version/1/#s-{below.written[0]}")


def test_a_unit_below_reads_only_what_rests_on_its_own_words(cast: Cast) -> None:
    below, first = a_signed_picture(cast, texts=["Försäljning sker på torget."])
    above = a_picture(cast, unit=ABOVE, texts=["Länets egen bedömning."])
    lift(above, "I distriktet sker försäljning.", [(first, below.written[0])])
    sign(above)
    words = visitor(cast.bjorn).get(f"/lagesbild/{ABOVE}/").words
    assert "I distriktet sker försäljning." in words
    assert "Länets egen bedömning." not in words
    assert "Du ser de stycken som bygger på din egen enhets ord." in words


def test_a_dissent_stands_under_its_paragraph_and_travels_with_the_lift(cast: Cast) -> None:
    below, first = a_signed_picture(cast, texts=["Bedömningen är säker."])
    responding.dissent(
        by=cast.hanna, now=NOW, version=first, paragraph_id=below.written[0], said=said(cast, ABOVE, "För försiktig.")
    )
    above = a_picture(cast, unit=REGION)
    lift(above, "Regionen bedömer läget som säkert.", [(first, below.written[0])])
    sign(above)
    stand_at(NOW + DAY)
    here = visitor(cast.eva).get(PAGE).words
    assert "”För försiktig.” Avvikande mening från Övningslänet, 9 nov. Följer med när stycket lyfts." in here
    there = visitor(cast.eva).get(f"/lagesbild/{REGION}/").words
    assert "”För försiktig.” Avvikande mening från Övningslänet, 9 nov. Har följt med från stycket under." in there


def test_a_question_stands_with_its_reply_and_the_own_unit_is_asked_to_answer(cast: Cast) -> None:
    picture, version = a_signed_picture(cast, texts=["Vittnen tackar nej."])
    question = responding.ask(
        by=cast.eva, now=NOW, version=version, paragraph_id=picture.written[0], said=said(cast, REGION, "Hur många?")
    )
    stand_at(NOW + DAY)
    waiting = visitor(cast.astrid).get(PAGE)
    assert (
        "Hur många? Fråga från Övningsregionen, 9 nov. Svar senast 16 november 2026. Svara på frågan" in waiting.words
    )
    assert waiting.links(f"/lagesbild/{HERE}/fraga/{question}/")
    responding.reply(by=cast.astrid, now=NOW, question_id=question, said=said(cast, HERE, "Elva."))
    answered = visitor(cast.eva).get(PAGE)
    assert "Elva. Svar från Övningsdistriktet, 9 nov." in answered.words
    assert "Svara på frågan" not in answered.words


def test_a_need_stands_with_its_answer_or_its_dated_gap(cast: Cast) -> None:
    picture = a_picture(cast)
    for text in ("Kameror vid tunneln.", "Två utredare."):
        picture.write(text, kind=ParagraphKind.NEED, facts={"level": "police_area"})
    sign(picture)
    answer = Said(new_id(), cast.unit(ABOVE), "En kamera i tolv veckor.")
    responding.answer_need(by=cast.hanna, now=NOW, paragraph_id=picture.written[0], verdict="delvis", said=answer)
    stand_at(NOW + 17 * DAY)
    page = visitor(cast.hanna).get(PAGE)
    assert "Kameror vid tunneln. Ställt till Övningslänet 9 nov · Polis, klass 1" in page.words
    assert "Delvis ja En kamera i tolv veckor. Övningslänet, 9 nov" in page.words
    assert "3 dagar sent Inget svar ännu. Frist var 23 november 2026." in page.words
    assert page.links(f"/lagesbild/{HERE}/behov/") == [f"/lagesbild/{HERE}/behov/{picture.written[1]}/"]
    assert visitor(cast.eva).get(PAGE).links(f"/lagesbild/{HERE}/behov/") == []


def test_answers_to_the_criteria_stand_in_one_table(cast: Cast) -> None:
    a_signed_picture(cast)
    words = visitor(cast.eva).get(PAGE).words
    assert "U1 avgränsat område I liten grad Oförändrat." in words
    assert "S8 hög koncentration av kriminella I liten grad Oförändrat." in words


def test_the_proposal_and_the_decided_category_are_two_things(cast: Cast) -> None:
    picture = a_picture(cast)
    facts = {"category": "utsatt", "trend": "positiv"}
    picture.write("Handeln är borta.", chapter=ALMHOJDEN, kind=ParagraphKind.PROPOSAL, facts=facts)
    sign(picture)
    words = visitor(cast.eva).get(PAGE).words
    assert (
        "Föreslaget här Utsatt område, trend positiv Beslutat på listan Särskilt utsatt område, trend stabil" in words
    )


def test_nobody_is_offered_what_the_role_may_not_do(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Torget är mörkt."])
    address = f"/lagesbild/{HERE}/version/1/stycke/{picture.written[0]}"
    assert visitor(cast.eva).get(PAGE).links(address) == [f"{address}/fraga/", f"{address}/avvikande/"]
    assert visitor(cast.astrid).get(PAGE).links(address) == [f"{address}/avvikande/"]
    assert visitor(cast.karin).get(PAGE).links(address) == [f"{address}/radera/"]


def test_the_page_costs_the_same_number_of_queries_whatever_its_length(cast: Cast) -> None:
    """Five paragraphs or a hundred, with dissents, needs and lifts on each."""
    picture = a_picture(cast)
    costs = []
    for round_, wanted in enumerate((5, 100)):
        at = NOW + 2 * round_ * DAY
        for n in range(len(picture.written), wanted):
            kind = ParagraphKind.NEED if n % 5 == 0 else ParagraphKind.TEXT
            facts = {"level": "police_area"} if kind is ParagraphKind.NEED else {}
            picture.write(f"Stycke {n}.", now=at, kind=kind, facts=facts)
        version = sign(picture, now=at)
        for paragraph_id in picture.written:
            words = said(cast, ABOVE, "Tveksamt.")
            responding.dissent(by=cast.hanna, now=at, version=version, paragraph_id=paragraph_id, said=words)
        _lift_all(cast, version, picture.written, at=at)
        edit(picture, picture.written[1], f"Ändrat {round_}.", now=at)
        sign(picture, now=at + DAY)
        stand_at(at + DAY)
        costs.append([visitor(cast.eva).queries(PAGE), visitor(cast.eva).queries(f"/lagesbild/{ABOVE}/")])
    assert costs[0] == costs[1]


def _lift_all(cast: Cast, version: VersionFacts, below: list[str], *, at: datetime) -> None:
    above = a_picture(cast, unit=ABOVE)
    for paragraph_id in below:
        lift(above, "Lyft.", [(version, paragraph_id)], now=at)
    sign(above, now=at)
    edit(above, above.written[0], f"Ändrat {at:%d}.", now=at, sources=(Source(version.id, below[0]),))
    sign(above, now=at + DAY)
