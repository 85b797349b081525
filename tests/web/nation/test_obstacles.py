"""What stands between the areas and the goal: only what is signed, only to those who may read it, never computed."""

from datetime import timedelta
from typing import Any

from samsyn.audit.models import Entry
from samsyn.core.access import InfoClass
from samsyn.core.pictures.document import ParagraphKind
from tests.builders import ALMHOJDEN, KVARNPARKEN, Begun, a_picture, sign
from tests.cast import BESIDE, NOW, Cast, without_purpose
from tests.web.nation.visitor import Visit

PATH = "/riket/OV/hinder/"
CANARY = "Handeln pågår vid torget efter klockan 18."
MARKED = "Tre adresser används som mellanlager."
WHY = "Kvällsnärvaron har gett torget tillbaka."


def a_proposal(picture: Begun, **facts: str) -> None:
    given = {"category": "utsatt", "trend": "positiv"} | facts
    picture.write(WHY, chapter=ALMHOJDEN, kind=ParagraphKind.PROPOSAL, facts=given)


def answered(cast: Cast, text: str = CANARY, **changes: Any) -> Begun:
    """Return a picture in which one answer about Almhöjden stands out."""
    picture = a_picture(cast)
    facts = {"criterion": "U6", "step": "3"}
    picture.write(text, chapter=ALMHOJDEN, kind=ParagraphKind.ANSWER, facts=facts, **changes)
    return picture


def test_a_signed_answer_stands_with_its_reason_unit_and_version(cast: Cast, visit: Visit) -> None:
    sign(answered(cast))
    page = visit(cast.farid, PATH)
    assert CANARY in page.words
    assert "U6 Narkotikahandel pågår öppet. Allvarligt" in page.words
    assert "Övningsdistriktet, version 1, 9 november 2026" in page.words
    assert 'href="/lagesbild/OV-540210/version/1/#s-' in page.html


def test_what_is_only_drafted_is_not_there(cast: Cast, visit: Visit) -> None:
    answered(cast)
    page = visit(cast.farid, PATH)
    assert CANARY not in page.words
    assert "Ingen fastställd lägesbild har svar som du läser." in page.words


def test_whoever_writes_there_is_led_to_the_draft(cast: Cast, visit: Visit) -> None:
    assert 'href="/lagesbild/OV-540210/utkast/"' in visit(cast.bjorn, PATH).html
    assert "Skriv svaren i utkastet" not in visit(cast.farid, PATH).words


def test_a_partner_gets_a_sentence_and_no_answer(cast: Cast, visit: Visit) -> None:
    picture = answered(cast)
    a_proposal(picture)
    sign(picture)
    page = visit(cast.dawit, PATH)
    assert page.status == 200
    assert "Svaren på kriterierna lämnar inte polisen." in page.words
    for secret in (CANARY, WHY, "Allvarligt", "Föreslaget", "version 1"):
        assert secret not in page.words


def test_the_keeper_reads_no_pictures_and_gets_the_same_sentence(cast: Cast, visit: Visit) -> None:
    sign(answered(cast))
    page = visit(cast.ivar, PATH)
    assert "Svaren på kriterierna lämnar inte polisen." in page.words
    assert CANARY not in page.words


def test_a_unit_beside_reads_nothing_and_is_told_why(cast: Cast, visit: Visit) -> None:
    sign(answered(cast))
    page = visit(cast.cecilia, PATH)
    assert CANARY not in page.words
    assert "Lägesbilden ligger utanför det du får läsa." in page.words
    assert "Ingen fastställd lägesbild har svar som du läser." not in page.words


def test_everybody_above_reads_it(cast: Cast, visit: Visit) -> None:
    sign(answered(cast))
    for actor in (cast.astrid, cast.bjorn, cast.hanna, cast.eva, cast.farid):
        assert CANARY in visit(actor, PATH).words


def test_marked_words_wait_for_a_purpose_and_are_logged_with_it(cast: Cast, visit: Visit) -> None:
    sign(answered(cast, MARKED, info_class=InfoClass.K2))
    before = visit(without_purpose(cast.farid), PATH)
    assert MARKED not in before.words
    assert "Läs för:" in before.words
    assert not Entry.objects.filter(event="picture.read").exists()
    after = visit(cast.farid, PATH)
    assert MARKED in after.words
    entry = Entry.objects.get(event="picture.read")
    assert (entry.actor, entry.purpose, entry.facts["class"]) == ("farid", "uppfoljning", 2)
    assert len(entry.facts["versions"]) == 1


def test_words_above_the_readers_class_are_left_out_and_it_says_how_high_one_reads(cast: Cast, visit: Visit) -> None:
    sign(answered(cast, MARKED, info_class=InfoClass.K3))
    page = visit(cast.bjorn, PATH)
    assert MARKED not in page.words
    assert "Du läser upp till klass 2." in page.words
    assert MARKED in visit(cast.astrid, PATH).words


def test_unmarked_words_are_read_without_a_trace(cast: Cast, visit: Visit) -> None:
    sign(answered(cast))
    visit(cast.farid, PATH)
    assert not Entry.objects.filter(event="picture.read").exists()


def test_what_is_proposed_stands_beside_what_is_decided_with_the_difference_in_words(cast: Cast, visit: Visit) -> None:
    picture = answered(cast)
    a_proposal(picture)
    sign(picture)
    page = visit(cast.farid, PATH)
    assert "Beslutat på listan särskilt utsatt stabil Föreslaget i lägesbilden utsatt positiv" in page.words
    assert "Lägesbilden föreslår utsatt. Listan säger särskilt utsatt." in page.words
    assert WHY in page.words


def test_a_proposal_that_agrees_says_so(cast: Cast, visit: Visit) -> None:
    picture = answered(cast)
    a_proposal(picture, category="sarskilt", trend="stabil")
    sign(picture)
    assert "Förslaget och listan säger samma sak." in visit(cast.farid, PATH).words


def test_a_proposal_changes_nothing_on_the_list(cast: Cast, visit: Visit) -> None:
    picture = answered(cast)
    a_proposal(picture, category="ingen")
    sign(picture)
    assert len(visit(cast.farid, "/riket/OV/").headings_of_rows()) == 3


def test_a_new_version_takes_the_place_of_the_old(cast: Cast, visit: Visit) -> None:
    picture = answered(cast)
    sign(picture)
    picture.write("Det är lugnare nu.", chapter=KVARNPARKEN, now=NOW + timedelta(hours=1))
    sign(picture, now=NOW + timedelta(hours=2))
    page = visit(cast.farid, PATH)
    assert "Övningsdistriktet, version 2, 9 november 2026" in page.words
    assert "version 1, 9" not in page.words


def test_the_steps_are_said_to_be_an_assumption_wherever_they_are_shown(cast: Cast, visit: Visit) -> None:
    sign(answered(cast))
    assert "Polisens skala och vikter är inte offentliga." in visit(cast.farid, PATH).words


def test_the_list_can_be_narrowed_to_a_region_or_a_category(cast: Cast, visit: Visit) -> None:
    sign(answered(cast))
    page = visit(cast.farid, PATH, {"kategori": "utsatt"})
    assert "Kvarnparken" in page.words
    assert CANARY not in page.words
    assert visit(cast.farid, PATH, {"region": "OV-5400"}).status == 200
    assert visit(cast.farid, PATH, {"region": "5400"}).status == 422


def test_another_units_picture_says_nothing_of_this_area(cast: Cast, visit: Visit) -> None:
    sign(a_picture(cast, unit=BESIDE, texts=["Lugnt i grannskapet."]))
    assert "Ingen fastställd lägesbild har svar som du läser." in visit(cast.farid, PATH).words
