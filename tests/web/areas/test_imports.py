"""Importing by page: send, read the proposal, answer, load; everything refused says why and loses nothing."""

from django.core.files.uploadedfile import SimpleUploadedFile

from samsyn.areas import imports, queries
from samsyn.areas.facts import RunFacts
from samsyn.areas.models import ImportRun, ListEdition
from tests.cast import Cast
from tests.ingest.layers import feature, layer, square
from tests.web.nation.visitor import Page, Visit, _page

DAY = "2027-12-01"
HERE = square(600_000)


def send(visit: Visit, cast: Cast, content: bytes, *, by: str = "ivar", day: str = DAY, land: str = "OV") -> Page:
    file = SimpleUploadedFile("lista.geojson", content, content_type="application/geo+json")
    client = visit.client(getattr(cast, by))
    return _page(client.post("/omraden/inlasning/", {"land": land, "dag": day, "fil": file}))


def newest(cast: Cast) -> RunFacts:
    return imports.runs(cast.country.nation_id, by=cast.ivar)[0]


def three(**changes: object) -> bytes:
    return layer(
        feature("Almhöjden", HERE, **changes),
        feature("Kvarnparken", square(610_000)),
        feature("Norra Torget", square(620_000)),
    )


def test_a_list_is_sent_proposed_answered_and_loaded(cast: Cast, visit: Visit) -> None:
    sent = send(visit, cast, three())
    run = newest(cast)
    assert (sent.status, sent.location) == (302, f"/omraden/inlasning/{run.id}/")
    page = visit(cast.ivar, sent.location)
    assert "lista.geojson" in page.words
    asked = [str(one["id"]) for one in run.proposal["questions"]]
    assert asked
    assert "Läs in listan" not in page.words
    form = {f"{field}-{place}": value for place in range(1, len(asked) + 1)
            for field, value in (("svar", "ja"), ("skal", "Så är det."))}  # fmt: skip
    assert visit.post(cast.ivar, f"{sent.location}svar/", form).status == 302
    assert "Läs in listan" in visit(cast.ivar, sent.location).words
    assert visit.post(cast.ivar, f"{sent.location}las-in/", {}).status == 302
    assert "Inläst 9 november 2026" in visit(cast.ivar, sent.location).words
    assert queries.list_days(cast.country.nation_id)[-1].isoformat() == DAY
    again = visit.post(cast.ivar, f"{sent.location}las-in/", {})
    assert again.status == 302
    assert ListEdition.objects.filter(start=DAY).count() == 1


def test_what_cannot_be_kept_comes_back_with_what_was_typed(cast: Cast, visit: Visit) -> None:
    address = send(visit, cast, three()).location
    form = {"svar-1": "ja", "skal-1": "", "svar-2": "", "skal-2": "Inget valt."}
    page = visit.post(cast.ivar, f"{address}svar/", form)
    assert page.status == 422
    assert "Skriv ett skäl." in page.words
    assert "Välj ja eller nej." in page.words
    assert "Inget valt." in page.html
    assert newest(cast).decisions == ()


def test_nothing_loads_by_address_while_a_question_is_open(cast: Cast, visit: Visit) -> None:
    address = send(visit, cast, three()).location
    page = visit.post(cast.ivar, f"{address}las-in/", {})
    assert page.status == 409
    assert "Svara på frågorna först" in page.words
    assert not ListEdition.objects.filter(start=DAY).exists()


def test_every_finding_is_shown_with_its_rule(cast: Cast, visit: Visit) -> None:
    page = visit(cast.ivar, send(visit, cast, three(kategori="Särskild utsatt område")).location)
    assert "category-misspelt" in page.words
    assert "rättad" in page.words


def test_a_broken_file_is_kept_and_shown_as_refused(cast: Cast, visit: Visit) -> None:
    sent = send(visit, cast, b'{"type":')
    page = visit(cast.ivar, sent.location)
    assert page.status == 200
    assert "Filen är avvisad" in page.words
    assert "not-json" in page.words
    assert visit.raw(cast.ivar, f"{sent.location}fil/").content == b'{"type":'


def test_a_form_without_file_or_day_says_what_is_missing(cast: Cast, visit: Visit) -> None:
    page = visit.post(cast.ivar, "/omraden/inlasning/", {"land": "se", "dag": "snart"})
    assert page.status == 422
    for sentence in ("Välj ett land", "Skriv den dag listan gäller från", "Välj en fil."):
        assert sentence in page.words
    assert not ImportRun.objects.exists()


def test_a_day_near_another_list_is_told_beside_the_day(cast: Cast, visit: Visit) -> None:
    day = queries.list_days(cast.country.nation_id)[-1].replace(day=9).isoformat()
    page = send(visit, cast, three(), day=day)
    assert page.status == 422
    assert "En annan lista börjar bara några dagar ifrån" in page.words


def test_the_same_form_twice_is_one_import(cast: Cast, visit: Visit) -> None:
    assert send(visit, cast, three()).location == send(visit, cast, three()).location
    assert ImportRun.objects.count() == 1


def test_everybody_else_is_refused_everywhere(cast: Cast, visit: Visit) -> None:
    address = send(visit, cast, three()).location
    for actor in cast.but("ivar"):
        assert visit(actor, "/omraden/inlasning/").status == 403
        assert visit(actor, address).status == 403
        assert visit(actor, f"{address}fil/").status == 403
        assert visit.post(actor, f"{address}svar/", {"svar-1": "ja", "skal-1": "x"}).status == 403
        assert visit.post(actor, f"{address}las-in/", {}).status == 403
    assert newest(cast).decisions == ()


def test_an_import_that_is_not_is_not_found(cast: Cast, visit: Visit) -> None:
    assert visit(cast.ivar, "/omraden/inlasning/999/").status == 404
