"""axe walks every page of the table of rights, refusals, faults and empty pages too, and finds nothing.

One test in each language: the world is made once for it, and one server answers all. What is handed over as a
file (CSV, PDF, an original layer) is no page and is left out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # ships no types
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page

from samsyn.accounts.models import Person
from tests.browser.states import State, add_newcomer, states
from tests.chromium import NARROW, WIDE, complaints
from tests.security import table
from tests.security.world import World
from tests.serving import served

pytestmark = [pytest.mark.browser, pytest.mark.sqlite_only, pytest.mark.slow]

ONLY_FAULTS = {"resultTypes": ["violations"]}
FILES = re.compile(r"\.(csv|pdf)$|/fil/$")
ONE_OF_EACH = (403, 404)
"""Refusals look alike, so each is walked once."""


@dataclass(frozen=True, slots=True)
class Walker:
    """A browser for each of the cast, signed in, in one language; ``faults`` collects what is found."""

    browser: Browser
    address: str
    language: str
    contexts: dict[str, BrowserContext]
    faults: list[str]

    def page_of(self, who: str) -> Page:
        """Return the member's page."""
        if who not in self.contexts:
            self.contexts[who] = self._signed_in(who)
        return self.contexts[who].pages[0]

    def look(self, page: Page, what: str) -> None:
        """Let axe look at the page as it stands, and see that a phone need not be pushed sideways."""
        for fault in Axe().run(page, options=ONLY_FAULTS).response["violations"]:
            nodes = [node["html"][:200] for node in fault["nodes"][:3]]
            self.faults.append(f"{self.language} {what}: {fault['id']} {nodes}")
        if page.locator("html").get_attribute("lang") != self.language:
            self.faults.append(f"{self.language} {what}: says it is in another language")
        page.set_viewport_size(NARROW)  # type: ignore[arg-type] # a plain dict
        if page.evaluate("() => document.documentElement.scrollWidth - innerWidth") > 0:
            self.faults.append(f"{self.language} {what}: wider than a phone")
        page.set_viewport_size(WIDE)  # type: ignore[arg-type] # a plain dict

    def expect(self, found: object, wanted: object, what: str) -> None:
        """Note an answer with another status, or from elsewhere, than the table says."""
        if found != wanted:
            self.faults.append(f"{self.language} {what}: {found}, expected {wanted}")

    def _signed_in(self, who: str) -> BrowserContext:
        context = self.browser.new_context(locale="sv-SE", timezone_id="Europe/Stockholm", viewport=WIDE)  # type: ignore[arg-type]  # a plain dict
        context.set_default_timeout(15_000)
        client = Client()
        if who != "out":
            client.force_login(Person.objects.get(username=who))
        client.post("/sprak/", {"language": self.language})
        client.post("/andamal/", {"purpose": "uppfoljning"})
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": self.address}])
        context.new_page()
        return context


@pytest.fixture
def walkers(browser: Browser, there: World) -> Iterator[dict[str, Walker]]:
    """Return a walker for each language, at a server of the world."""
    add_newcomer()
    with served() as address:
        found = {language: Walker(browser, address, language, {}, []) for language in ("sv", "en")}
        yield found
        for walker in found.values():
            for context in walker.contexts.values():
                context.close()


def _addresses(names: Mapping[str, str]) -> Iterator[tuple[str, str, int]]:
    """Yield who opens which address, and the answer: each page once, and one of each refusal."""
    refused = list(ONE_OF_EACH)
    for row in table.rows("page", dict(names)):
        if FILES.search(row.path) or row.name == "gallery":
            continue
        readers = [who for who, status in row.answers.items() if status == 200]
        if readers:
            yield readers[0], row.path, 200
        for status in [one for one in refused if one in row.answers.values()]:
            yield next(who for who, found in row.answers.items() if found == status), row.path, status
            refused.remove(status)


def _come_to(page: Page, address: str, state: State) -> int:
    """Open the state's page, fill in its form and send it without its script; return the status."""
    answer = page.goto(address + state.path)
    if not state.form:
        return answer.status if answer else 0
    form = page.locator(state.form).first
    for name, value in state.fill.items():
        form.locator(f"[name={name}]").first.fill(value)
    if state.file is not None:
        layer = {"name": "lager.geojson", "mimeType": "application/geo+json", "buffer": state.file}
        form.locator("[type=file]").set_input_files(layer)  # type: ignore[arg-type] # a plain dict
    with page.expect_navigation() as led:
        form.evaluate("form => HTMLFormElement.prototype.submit.call(form)")
    return led.value.status


@pytest.mark.parametrize("language", ["sv", "en"])
def test_axe_finds_nothing_on_any_page(language: str, there: World, walkers: dict[str, Walker]) -> None:
    walker, walked = walkers[language], 0
    for who, path, status in _addresses(there.names):
        page = walker.page_of(who)
        wrong = complaints(page.context)
        answer = page.goto(walker.address + path)
        walker.expect(answer.status if answer else 0, status, path)
        walker.expect(page.url.removeprefix(walker.address), path, path)
        walker.look(page, path)
        walker.faults.extend(f"{language} {path}: {one}" for one in wrong)
        walked += 1
    assert walker.faults == []
    assert walked > 40


@pytest.mark.parametrize("language", ["sv", "en"])
def test_axe_finds_nothing_where_something_is_wrong_or_missing(
    language: str, there: World, walkers: dict[str, Walker]
) -> None:
    walker = walkers[language]
    for state in states(there.names):
        page = walker.page_of(state.who)
        walker.expect(_come_to(page, walker.address, state), state.status, state.name)
        walker.look(page, state.name)
    assert walker.faults == []
