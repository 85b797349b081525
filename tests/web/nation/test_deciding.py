"""Deciding the list by form: prefilled with what is decided, reviewed, taken once, and nothing typed is lost."""

from collections.abc import Mapping

from samsyn.areas.history import list_editions
from samsyn.core.pictures.document import ParagraphKind
from tests.builders import ALMHOJDEN, a_picture, sign
from tests.cast import Cast
from tests.web.nation.visitor import Page, Visit

PATH = "/riket/OV/lista/"
WHY = "Läget bedömdes vid genomgången i september."
ROW_WHY = "Handeln på torget har upphört."
HEAD = {"start": "2027-12-01", "titel": "Övningsrikets lista 2027", "diarienummer": "OV 12/2027", "skal": WHY}
NAMES = ("nyckel", "namn", "enhet", "kommun", "kategori", "trend", "skal")


def typed(page: Page, **changes: str) -> dict[str, str]:
    """Return the form as it stands on the page, with the decision filled in and some fields changed."""
    form = dict(HEAD)
    number = 0
    while f'name="kategori-{number}"' in page.html:
        for name in NAMES:
            field = f"{name}-{number}"
            if f'<select class="input" id="{field}"' in page.html:
                form[field] = page.chosen(field)
            elif f'name="{field}"' in page.html:
                form[field] = page.values(field)[0]
        number += 1
    form["trend-3"] = "stabil"
    return form | changes | {"steg": "granska"}


def place(page: Page, key: str) -> str:
    """Return the number of the row of an area."""
    return page.html.partition(f'value="{key}"')[0].rpartition('name="nyckel-')[2].partition('"')[0]


def lists(cast: Cast) -> int:
    return len(list_editions(cast.country.nation_id, by=cast.farid))


def test_only_the_nations_coordinator_opens_or_sends_the_form(cast: Cast, visit: Visit) -> None:
    form = typed(visit(cast.farid, PATH)) | {"steg": "besluta"}
    before = lists(cast)
    for actor in cast.but("farid"):
        assert visit(actor, PATH).status == 403
        assert visit.post(actor, PATH, form).status == 403
    assert lists(cast) == before


def test_every_row_stands_as_it_was_last_decided_whatever_is_proposed(cast: Cast, visit: Visit) -> None:
    picture = a_picture(cast)
    facts = {"category": "utsatt", "trend": "positiv"}
    picture.write("Torget är tillbaka.", chapter=ALMHOJDEN, kind=ParagraphKind.PROPOSAL, facts=facts)
    sign(picture)
    page = visit(cast.farid, PATH)
    number = place(page, "almhojden")
    assert page.chosen(f"kategori-{number}") == "sarskilt"
    assert page.chosen(f"trend-{number}") == "stabil"
    assert "Föreslås: utsatt positiv" in page.words
    assert "Torget är tillbaka." in page.words


def test_an_area_new_on_the_last_list_has_no_trend_to_inherit(cast: Cast, visit: Visit) -> None:
    page = visit(cast.farid, PATH)
    assert page.chosen(f"trend-{place(page, 'norra-torget')}") == ""


def test_the_decision_is_shown_as_a_whole_before_it_is_taken(cast: Cast, visit: Visit) -> None:
    before = lists(cast)
    page = visit(cast.farid, PATH)
    number = place(page, "kvarnparken")
    form = typed(page, **{f"kategori-{number}": "ingen", f"skal-{number}": ROW_WHY})
    review = visit.post(cast.farid, PATH, form)
    assert review.status == 200
    assert "Från utsatt, positiv till inte på listan." in review.words
    assert "3 − 1 + 0 = 2" in review.words
    assert WHY in review.words
    assert ROW_WHY in review.words
    assert lists(cast) == before


def test_what_is_reviewed_is_what_is_decided(cast: Cast, visit: Visit) -> None:
    page = visit(cast.farid, PATH)
    number = place(page, "kvarnparken")
    form = typed(page, **{f"kategori-{number}": "ingen", f"skal-{number}": ROW_WHY})
    review = visit.post(cast.farid, PATH, form)
    sent = {name: review.values(name)[0] for name in form if name != "steg" and review.values(name)}
    done = visit.post(cast.farid, PATH, sent | {"steg": "besluta"})
    assert done.location == "/riket/OV/?dag=2027-12-01"
    newest = list_editions(cast.country.nation_id, by=cast.farid)[0]
    assert (newest.start.isoformat(), newest.title, newest.source) == (HEAD["start"], HEAD["titel"], "Dnr OV 12/2027")
    assert dict(newest.counts) == {"sarskilt": 1, "utsatt": 1}
    page = visit(cast.bjorn, "/riket/OV/")
    assert len(page.headings_of_rows()) == 3
    assert "Nästa lista gäller från 1 december 2027 och är redan beslutad." in page.words


def test_going_back_from_the_review_keeps_everything(cast: Cast, visit: Visit) -> None:
    form = typed(visit(cast.farid, PATH)) | {"steg": "andra"}
    page = visit.post(cast.farid, PATH, form)
    assert page.status == 200
    assert_kept(page, form)


def test_a_form_sent_twice_decides_once(cast: Cast, visit: Visit) -> None:
    form = typed(visit(cast.farid, PATH)) | {"steg": "besluta"}
    before = lists(cast)
    assert visit.post(cast.farid, PATH, form).status == 302
    assert visit.post(cast.farid, PATH, form).status == 302
    assert lists(cast) == before + 1


def test_wrong_input_is_told_beside_its_field_and_nothing_typed_is_lost(cast: Cast, visit: Visit) -> None:
    page = visit(cast.farid, PATH)
    number, new = place(page, "almhojden"), "4"
    fresh = {f"namn-{new}": "Sjöängen", f"kommun-{new}": "Övningskommunen"}
    tried: tuple[tuple[Mapping[str, str], str], ...] = (
        ({"start": "2027-02-30"}, "Välj dagen då listan börjar gälla."),
        ({"start": "2020-01-01"}, "Listan kan inte börja gälla en dag som har varit."),
        ({"skal": " "}, "Skriv skälen till beslutet."),
        ({"diarienummer": ""}, "Skriv beslutets diarienummer."),
        ({"titel": ""}, "Skriv vad listan heter."),
        ({f"kategori-{number}": "utsatt"}, "Almhöjden: Skriv skälet till ändringen."),
        ({f"trend-{number}": ""}, "Almhöjden: Välj en trend."),
        ({f"kategori-{number}": "risk"}, "Almhöjden: Välj en kategori i listan."),
        ({f"skal-{number}": "Ring 070-123 45 67."}, "Den innehåller uppgifter som inte får stå här."),
        (fresh, "Sjöängen: Välj en kategori i listan."),
        (fresh | {f"kategori-{new}": "utsatt", f"skal-{new}": ROW_WHY}, "Sjöängen: Välj lokalpolisområde."),
    )
    for changes, sentence in tried:
        form = typed(page, **changes)
        for step in ("granska", "besluta"):
            answer = visit.post(cast.farid, PATH, form | {"steg": step})
            assert answer.status == 422, changes
            assert sentence in answer.words
            assert "Det du skrev står kvar." in answer.words
            assert_kept(answer, form)


def assert_kept(page: Page, form: Mapping[str, str]) -> None:
    """Hold that every field of the form stands on the page as it was typed."""
    for name, value in form.items():
        if name == "steg":
            continue
        if f'<select class="input" id="{name}"' in page.html:
            assert page.chosen(name) == value or value == "risk", name
        else:
            assert page.values(name) == [value], name


def test_two_lists_never_begin_on_the_same_day(cast: Cast, visit: Visit) -> None:
    page = visit(cast.farid, PATH)
    visit.post(cast.farid, PATH, typed(page) | {"steg": "besluta"})
    other = visit.post(cast.farid, PATH, typed(page, diarienummer="OV 13/2027"))
    assert other.status == 422
    assert other.values("diarienummer") == ["OV 13/2027"]


def test_an_area_the_form_did_not_know_of_is_added_and_nothing_leaves_unseen(cast: Cast, visit: Visit) -> None:
    page = visit(cast.farid, PATH)
    number = place(page, "norra-torget")
    form = {name: value for name, value in typed(page).items() if not name.endswith(f"-{number}")}
    answer = visit.post(cast.farid, PATH, form)
    assert "Norra Torget" in answer.words
    assert answer.status == 422


def test_a_new_area_comes_on_the_list_with_its_own_page(cast: Cast, visit: Visit) -> None:
    fresh = {"namn-4": "Sjöängen", "enhet-4": "OV-540220", "kommun-4": "Övningskommunen", "kategori-4": "utsatt"}
    form = typed(visit(cast.farid, PATH), **fresh, **{"skal-4": ROW_WHY})
    assert "3 − 0 + 1 = 4" in visit.post(cast.farid, PATH, form).words
    visit.post(cast.farid, PATH, form | {"steg": "besluta"})
    page = visit(cast.farid, "/riket/OV/", {"dag": HEAD["start"]})
    assert "Sjöängen" in page.headings_of_rows()


def test_a_megabyte_in_a_reason_is_refused_with_a_sentence(cast: Cast, visit: Visit) -> None:
    form = typed(visit(cast.farid, PATH), skal="Å" * 1_000_000)
    answer = visit.post(cast.farid, PATH, form)
    assert answer.status == 422
    assert "Texten är för lång." in answer.words
