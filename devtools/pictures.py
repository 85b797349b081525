"""Takes the pictures of the README from a demo that runs: ``.venv/bin/python -m devtools.pictures [address]``.

Everything seen in them is invented: the training nation, at 1280 pixels, and one page as a phone shows it.
"""

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from devtools import machine
from samsyn.shell.demo import PASSWORD

FOLDER = Path("docs/pictures")
HERE = "/lagesbild/OV-540210/"
SHOTS = {
    "start": ("astrid", "/", ""),
    "read": ("hanna", HERE, "#k-2"),
    "compare": ("hanna", f"{HERE}jamfor/?fore=3&efter=4", ""),
    "write": ("astrid", f"{HERE}utkast/?kapitel=2", "open"),
    "nation": ("farid", "/riket/OV/", ""),
}
QUIET = ("--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update")


def main(address: str = "http://127.0.0.1:8000") -> None:
    """Take them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=machine.chromium(), args=list(QUIET))
        for name, (who, path, more) in SHOTS.items():
            page = _signed_in(browser, address, who, width=1280, height=880)
            _show(page, address + path, more)
            page.screenshot(path=FOLDER / f"{name}.png")
        page = _signed_in(browser, address, "bjorn", width=390, height=844)
        _show(page, address + HERE, "#k-2")
        page.screenshot(path=FOLDER / "phone.png")
        browser.close()


def _signed_in(browser: Browser, address: str, who: str, *, width: int, height: int) -> Page:
    context = browser.new_context(locale="sv-SE", timezone_id="Europe/Stockholm")
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{address}/logga-in/")
    page.get_by_label("Användarnamn").fill(who)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()
    page.wait_for_load_state()
    return page


def _show(page: Page, address: str, more: str) -> None:
    """Open a page, choose a purpose where one is asked for, and go to the place."""
    page.goto(address)
    purpose = page.get_by_role("button", name="uppföljning", exact=True)
    if purpose.count():
        purpose.first.click()
        page.wait_for_load_state()
    if more == "open":
        page.get_by_role("link", name="Ändra", exact=True).nth(1).click()
        page.wait_for_load_state()
    elif more:
        page.locator(more).evaluate("target => target.scrollIntoView()")


if __name__ == "__main__":
    main(*sys.argv[1:])
