"""Somebody at a screen: finds things by what is written on them, clicks, types, and counts the clicks."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, expect


@dataclass(slots=True)
class Hand:
    """One person's browser; ``clicks`` by what was done."""

    page: Page
    clicks: dict[str, int] = field(default_factory=dict)
    doing: str = ""

    @contextmanager
    def does(self, what: str) -> Iterator[None]:
        """Count the clicks from here under a name."""
        before, self.doing = self.doing, what
        yield
        self.doing = before

    def tap(self, thing: Locator) -> None:
        """Click, and wait for what it leads to."""
        thing.click()
        self.clicks[self.doing] = self.clicks.get(self.doing, 0) + 1
        self.page.wait_for_load_state()

    def link(self, name: str, *, within: Locator | None = None) -> None:
        """Follow a link by its words."""
        self.tap((within or self.page.locator("body")).get_by_role("link", name=name, exact=True).first)

    def button(self, name: str, *, within: Locator | None = None) -> None:
        """Press a button by its words."""
        self.tap((within or self.page.locator("main")).get_by_role("button", name=name, exact=True).first)

    def choose(self, name: str, *, within: Locator) -> None:
        """Choose a radio button by its words."""
        self.tap(within.get_by_label(name, exact=True).first)

    def unfold(self, name: str, *, within: Locator) -> None:
        """Open what is folded."""
        self.tap(within.locator("summary").filter(has_text=name).first)

    def sees(self, words: str) -> None:
        """Hold that the words stand on the page."""
        expect(self.page.locator("main")).to_contain_text(words)

    def sign_in(self, address: str, username: str, password: str) -> None:
        """Open the first page and sign in."""
        self.page.goto(address)
        self.page.get_by_label("Användarnamn").fill(username)
        self.page.get_by_label("Lösenord").fill(password)
        self.button("Logga in")
