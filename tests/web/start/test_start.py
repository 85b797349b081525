"""The start page answers three questions: what has changed, what waits for me, what is late."""

from datetime import timedelta

from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.actions.reading import take_note
from samsyn.pictures.actions.rounds import open_round
from tests.builders import a_picture, a_signed_picture, lift, sign
from tests.cast import ABOVE, BESIDE, NOW, REGION, Cast
from tests.web.reading.visiting import stand_at, visitor

DAY = timedelta(days=1)


def test_somebody_without_a_role_is_told_what_to_do(cast: Cast) -> None:
    page = visitor(cast.gun).get("/").words
    assert "Du har ingen roll just nu." in page
    assert "Be din chef om en roll" in page


def test_empty_lists_say_what_it_means(cast: Cast) -> None:
    page = visitor(cast.astrid).get("/").words
    assert "Inget nytt sedan sist." in page
    assert "Ingenting väntar på dig." in page
    assert "Ingenting är sent." in page
    assert "Börja på lägesbilden" in page


def test_a_version_signed_below_has_changed_and_waits_until_it_is_taken_note_of(cast: Cast) -> None:
    _, version = a_signed_picture(cast)
    chief = visitor(cast.hanna)
    assert "Övningsdistriktet version 1 är fastställd" in chief.get("/").words
    assert "Ta del av Övningsdistriktet version 1" in chief.get("/").words
    take_note(by=cast.hanna, now=NOW, facts=version, unit_id=cast.unit(ABOVE))
    assert "Ta del av" not in chief.get("/").words


def test_who_read_a_version_is_told_when_it_is_corrected(cast: Cast) -> None:
    picture, version = a_signed_picture(cast)
    take_note(by=cast.eva, now=NOW, facts=version, unit_id=cast.unit(REGION))
    picture.write("Gången är mörk.", now=NOW + DAY)
    sign(picture, now=NOW + DAY, correction=True)
    stand_at(NOW + 2 * DAY)
    assert "Version 1 som du läst är rättad" in visitor(cast.eva).get("/").words
    assert "som du läst är rättad" not in visitor(cast.farid).get("/").words


def test_who_wrote_a_sentence_is_told_where_it_was_lifted(cast: Cast) -> None:
    picture, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    above = a_picture(cast, unit=ABOVE)
    lift(above, "Mörka torg.", [(version, picture.written[0])])
    sign(above, now=NOW + DAY)
    stand_at(NOW + 2 * DAY)
    page = visitor(cast.bjorn).get("/").words
    assert "Övningslänet har hämtat in" in page
    assert "Mörka torg." in page


def test_a_need_waits_for_the_level_it_is_put_to_and_is_late_by_days(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Två utredare.", kind=ParagraphKind.NEED, facts={"level": "police_area"})
    sign(picture)
    asked = "Svara på behov"
    assert asked in visitor(cast.hanna).get("/").words
    assert asked not in visitor(cast.eva).get("/").words
    stand_at(NOW + 60 * DAY)
    assert "dagar sent Svara på behov" in visitor(cast.hanna).get("/").words
    assert "Svar på behov" in visitor(cast.astrid).get("/").words


def test_a_round_waits_for_the_local_area_and_the_levels_above_see_how_many_lack(cast: Cast) -> None:
    nation, due = cast.country.nation_id, (NOW + 7 * DAY).date()
    open_round(by=cast.farid, now=NOW - DAY, nation_id=nation, title="Årlig insamling", due_on=due)
    assert "Nationen vill ha en fastställd lägesbild." in visitor(cast.astrid).get("/").words
    a_signed_picture(cast)
    assert "Nationen vill ha" not in visitor(cast.astrid).get("/").words
    assert "Nationen vill ha" in visitor(cast.cecilia).get("/").words
    stand_at(NOW + 9 * DAY)
    above = visitor(cast.farid).get("/").words
    assert "2 dagar sent Insamling: Årlig insamling 2 av 3 lokalpolisområden har inte fastställt." in above
    assert "1 av 2 lokalpolisområden har inte fastställt." in visitor(cast.hanna).get("/").words
    a_signed_picture(cast, unit=BESIDE, now=NOW + 8 * DAY)
    assert "Insamling:" not in visitor(cast.hanna).get("/").words


def test_the_page_costs_the_same_number_of_queries_whatever_has_happened(cast: Cast) -> None:
    picture, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    above = a_picture(cast, unit=ABOVE)
    lift(above, "Mörka torg.", [(version, picture.written[0])])
    picture.write("Två utredare.", kind=ParagraphKind.NEED, facts={"level": "police_area"})
    sign(picture, now=NOW + DAY)
    sign(above, now=NOW + DAY)
    stand_at(NOW + 2 * DAY)
    reader = visitor(cast.hanna)
    once = reader.queries("/")
    for number in range(6):
        picture.write(f"Behov {number}.", kind=ParagraphKind.NEED, facts={"level": "police_area"})
        lift(above, f"Lyft {number}.", [(version, picture.written[0])])
        sign(picture, now=NOW + (3 + number) * DAY)
        sign(above, now=NOW + (3 + number) * DAY)
    stand_at(NOW + 20 * DAY)
    assert visitor(cast.hanna).queries("/") == once
