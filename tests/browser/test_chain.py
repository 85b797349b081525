"""One picture is carried from the street to the nation and back, by clicking, as the cast."""

from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO

import pytest
from playwright.sync_api import Browser, BrowserContext
from pypdf import PdfReader

from samsyn.areas.facts import AreaEntry, ListEntry
from samsyn.areas.lists import load_list
from samsyn.cli.operator import operator
from samsyn.shell import clock
from samsyn.shell.demo import PASSWORD
from tests.browser import chain
from tests.browser.chain import WORDS, Ground
from tests.browser.hand import Hand
from tests.cast import HERE, make_cast
from tests.chromium import WIDE, complaints

pytestmark = [pytest.mark.browser, pytest.mark.sqlite_only, pytest.mark.slow]

GROUND = Ground("Övningsdistriktet", "Övningslänet", "Övningsregionen", "Övningsriket", ("Almhöjden",))


@pytest.fixture
def address(own_database: None, request: pytest.FixtureRequest) -> str:
    """Serve the training nation with one area on its list and nothing written."""
    from samsyn.accounts.models import Person  # noqa: PLC0415 - tables need settings

    cast = make_cast(now=clock.now(), areas=False)
    area = AreaEntry(key="almhojden", name="Almhöjden", category="utsatt", trend="stabil", unit_code=HERE)
    entry = ListEntry(start=date(2025, 12, 1), title="Prov", areas=(area,), source="Påhittad lista för övning.")
    nation_id = cast.country.nation_id
    load_list(by=operator(nation_id), now=clock.now(), nation_id=nation_id, entry=entry)
    for person in Person.objects.all():  # the suite's quick hash is unknown to the server
        person.password = _slow(PASSWORD)
        person.save(update_fields=["password"])
    return str(request.getfixturevalue("server"))


def _slow(password: str) -> str:
    from django.contrib.auth.hashers import PBKDF2PasswordHasher  # noqa: PLC0415 - needs settings

    return PBKDF2PasswordHasher().encode(password, "salt", iterations=1_000)


@pytest.fixture
def sit_down(browser: Browser, address: str) -> Iterator[Callable[[str], Hand]]:
    """Let a member of the cast sit down at a screen of their own and sign in."""
    opened: list[tuple[BrowserContext, list[str]]] = []

    def one(username: str) -> Hand:
        context = browser.new_context(locale="sv-SE", timezone_id="Europe/Stockholm", viewport=WIDE)  # type: ignore[arg-type] # a plain dict
        context.set_default_timeout(10_000)
        opened.append((context, complaints(context)))
        hand = Hand(context.new_page())
        hand.sign_in(address, username, PASSWORD)
        return hand

    yield one
    for context, wrong in opened:
        context.close()
        assert wrong == []


def test_the_whole_chain_is_done_by_clicking(sit_down: Callable[[str], Hand]) -> None:
    bjorn = sit_down("bjorn")
    chain.write_picture(bjorn, GROUND)
    chain.meet_the_guard(bjorn)
    astrid = sit_down("astrid")
    chain.sign_first(astrid, GROUND)
    hanna = sit_down("hanna")
    chain.take_note(hanna, GROUND)
    chain.say(hanna, WORDS.problem, "Ställ en fråga", "Prov: vilka dagar?", "Ställ frågan")
    chain.answer_need(hanna, GROUND, "Delvis ja")
    chain.reply(astrid, GROUND.above)
    for person in (hanna, sit_down("eva"), farid := sit_down("farid")):
        chain.lift(person, WORDS.problem)
    chain.reread(bjorn)
    chain.say(bjorn, WORDS.problem, "Lämna avvikande mening", "Prov: bara vardagar.", "Lämna avvikande mening")
    chain.correct(astrid, GROUND)
    hanna.link("Start")
    hanna.sees("Version 1 som du läst är rättad")
    farid.link("Lägesbild")
    farid.sees("Ändrat efter att det lyftes")
    farid.sees("Prov: bara vardagar.")
    chain.compare(astrid)
    paper = " ".join(page.extract_text() for page in PdfReader(BytesIO(chain.print_it(astrid))).pages)
    assert WORDS.corrected in " ".join(paper.split())
    assert "Informationsklass 2 · Zon Polis" in paper
    chain.find(farid, "omvägar")
    chain.own_log(farid)
    assert {person: sum(one.clicks.values()) for person, one in {"astrid": astrid, "hanna": hanna}.items()} == {
        "astrid": 21,
        "hanna": 21,
    }
