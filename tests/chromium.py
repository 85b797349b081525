"""A real Chromium for the tests that click. Every page is offline but for the server under test."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
QUIET = (
    "--no-sandbox",  # it may run as root, in a container
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of Chromium, or skip the test."""
    found = os.environ.get("SAMSYN_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), "")
    if not found:
        pytest.skip("no Chromium here; as root on Debian, python3 dev.py test installs it")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """Start one Chromium for all tests of this process."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Give the test a browser of its own, as a new visitor has it: Swedish, no cookies, 1280 wide."""
    context = browser.new_context(locale="sv-SE", timezone_id="Europe/Stockholm", viewport=WIDE)  # type: ignore[arg-type] # a plain dict
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(visitor: BrowserContext) -> Iterator[Page]:
    """Give the test a page; a script that fails or a policy that is broken fails the test."""
    opened, wrong = visitor.new_page(), complaints(visitor)
    yield opened
    assert wrong == []


def complaints(visitor: BrowserContext) -> list[str]:
    """Return a list that fills with every error a script or the browser reports from now on.

    An answer with an error status is the test's own business, so Chromium's line about it is left out.
    """
    found: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            found.append(message.text)

    visitor.on("console", said)
    visitor.on("weberror", lambda error: found.append(str(error.error)))
    return found
