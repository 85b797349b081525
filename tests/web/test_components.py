"""The components are drawn as agreed, read by everyone, and never lose a writer's words."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # ships no types
from django.contrib.staticfiles import finders
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup
from playwright.sync_api import Page, Route, expect

from samsyn.web import components, frame
from samsyn.web.components import parts
from samsyn.web.components.gallery import page as gallery
from samsyn.web.components.timeline.spread import CHARACTER_PX, LINE_PX, spread
from samsyn.web.templating import environment

COMPONENTS = Path(components.__file__).parent
STATIC = COMPONENTS.parent / "static"
HTML = sorted(COMPONENTS.glob("*/*.html"))
SHEETS = sorted([*COMPONENTS.glob("*/*.css"), *STATIC.glob("css/*.css")])
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(")
SITE = "http://samsyn.test"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'"
TYPES = {".css": "text/css", ".js": "text/javascript", ".woff2": "font/woff2", ".svg": "image/svg+xml"}


@pytest.fixture(scope="module")
def templates() -> Environment:
    """Return the pages' own environment, reading the components."""
    from jinja2 import FileSystemLoader  # noqa: PLC0415 - only here

    return environment(loader=FileSystemLoader(COMPONENTS), autoescape=True)


@pytest.fixture(scope="module")
def drawn(templates: Environment) -> str:
    """Return the gallery as a signed-in reader gets it."""
    shell = frame.Frame(
        unit_name="Lokalpolisområde Övningsdistriktet",
        unit_path="Övningsregionen › Övningslänet",
        training=True,
        search_url="/sok/",
        person_name="Astrid Exempel",
        role_name="Lokalpolisområdeschef",
        start=frame.NavItem("Start", "/"),
        circle=frame.circle({"picture": "/lagesbild/"}, current="picture"),
        footer=frame.footer({"help": "/hjalp/"}),
    )
    token = Markup('<input type="hidden" name="csrfmiddlewaretoken" value="x">')
    return templates.get_template("gallery/gallery.html").render(shell=shell, csrf_input=token, **gallery.context())


def test_vendored_files_are_the_published_ones() -> None:
    vendor = STATIC / "vendor"
    listed = {
        name: sha for pack in json.loads((vendor / "vendor.json").read_text()) for name, sha in pack["files"].items()
    }
    here = {
        path.relative_to(vendor).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in vendor.glob("*/*")
    }
    assert here == listed


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_colours_stand_in_the_tokens_alone(sheet: Path) -> None:
    assert sheet.name == "tokens.css" or COLOUR.findall(sheet.read_text()) == []


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("front", "ground", "least"),
    [
        *(
            (text, ground, 4.5)
            for text in ("ink", "ink-2", "accent", "attention")
            for ground in ("page", "surface", "sunken")
        ),
        *((text, "surface", 4.5) for text in ("error", "added")),
        *((name, f"{name}-tint", 4.5) for name in ("accent", "attention", "error", "added")),
        *((f"on-{name}", name, 4.5) for name in ("accent", "attention")),
        *(("ink", f"{name}-tint", 4.5) for name in ("accent", "attention", "error", "added")),
        *(("line-strong", ground, 3.0) for ground in ("page", "surface")),
        *(("seq-4", ground, 3.0) for ground in ("page", "surface")),
        ("focus", "page", 3.0),
    ],
)
def test_every_pair_of_colours_can_be_told_apart(scheme: int, front: str, ground: str, least: float) -> None:
    tokens = (STATIC / "css/tokens.css").read_text().split("@media screen and (prefers-color-scheme: dark)")
    named = dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6});", tokens[scheme]))
    light, dark = sorted((_luminance(named[front]), _luminance(named[ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= least


def _luminance(colour: str) -> float:
    parts_of = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts_of]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_every_sheet_is_linked_and_found_and_nothing_else_is() -> None:
    linked = (COMPONENTS / "layout/sheets.html").read_text()
    pages = "".join(path.read_text() for path in COMPONENTS.parent.glob("*/templates/*/*.html"))
    for sheet in SHEETS:
        assert f'"{sheet.stem}"' in linked or f"/{sheet.name}'" in pages
    for sheet in COMPONENTS.glob("*/*.css"):
        assert finders.find(f"components/{sheet.relative_to(COMPONENTS).as_posix()}") == str(sheet)
    assert finders.find("components/layout/base.html") is None
    assert finders.find("components/../frame.py") is None


def test_no_macro_is_left_over() -> None:
    written = {name for path in HTML for name in re.findall(r"{% macro (\w+)\(", path.read_text())}
    every = [*HTML, *COMPONENTS.parent.glob("*/templates/*/*.html")]
    used = Counter(name for path in every for name in re.findall(r"\b(\w+)\(", path.read_text()))
    assert {name for name in written if used[name] < 2} == set()  # once where it is written, once where it is used


def test_ids_are_unique_and_every_reference_has_its_target(drawn: str) -> None:
    ids = Counter(re.findall(r'\bid="([^"]+)"', drawn))
    assert [name for name, times in ids.items() if times > 1] == []
    wanted = {
        word
        for group in re.findall(r'\b(?:for|aria-describedby|data-field|data-copy)="([^"]+)"', drawn)
        for word in group.split()
    }
    assert wanted - set(ids) == set()


def test_peoples_words_keep_their_own_line_breaks_and_no_others(drawn: str) -> None:
    said = re.findall(r'<p class="said[^"]*" lang="sv">(.*?)</p>', drawn, re.DOTALL)
    assert said
    assert [words for words in said if words != words.strip() or "\n" in words] == []


def test_the_circle_stands_in_its_one_order_and_a_word_to_come_is_no_link(drawn: str) -> None:
    words = re.findall(
        r'<(a|span) class="nav-word[^"]*"[^>]*>([^<]+)<', drawn.split('class="circle"')[1].split("</ol>", maxsplit=1)[0]
    )
    assert [word for _, word in words] == [
        "Iakttagelser", "Lägesbild", "Orsaker", "Mål och åtgärder", "Avrop", "Indikatorer", "Uppföljning",
    ]  # fmt: skip
    assert [tag for tag, _ in words] == ["span", "a", "span", "span", "span", "span", "span"]


@pytest.mark.parametrize(("step", "dim"), [(1, 4), (2, 3), (3, 2), (4, 1), (5, 0)])
def test_certainty_is_five_bars_and_a_word(templates: Environment, step: int, dim: int) -> None:
    module = templates.get_template("certainty/certainty.html").make_module()
    text = str(module.certainty(parts.Certainty(step, "ordet")))  # type: ignore[attr-defined] # a macro
    assert text.count("<rect") == 5
    assert text.count('class="off"') == dim
    assert "<b>ordet</b>" in text


def test_text_from_people_is_escaped_everywhere(templates: Environment) -> None:
    module = templates.get_template("text/text.html").make_module()
    runs = [parts.Run("<script>", kind, url) for kind in parts.RunKind for url in ("", '/"onclick="x')]
    text = str(module.runs(runs))  # type: ignore[attr-defined] # a macro
    assert "<script>" not in text
    assert '"onclick' not in text


EVENTS = st.lists(
    st.builds(parts.TimelineEvent, at=st.floats(0, 99), title=st.text("x", max_size=40), when=st.just("1 jan")),
    max_size=12,
)


@given(EVENTS)
def test_no_two_labels_meet_on_the_line_ahead(events: list[parts.TimelineEvent]) -> None:
    placed = spread(events)
    assert sorted(event.at for event in events) == [event.at for event in placed]
    for row in {event.row for event in placed}:
        for one, following in pairwise(event for event in placed if event.row == row):
            width = max(len(one.title), len(one.when)) * CHARACTER_PX / LINE_PX * 100
            assert one.at + width <= following.at


Save = Callable[[Route], None]


class Site:
    """A site of one page, answered inside the browser: the gallery, its files, and what a save is told."""

    def __init__(self, html: str) -> None:
        """Serve ``html``; a save is answered by ``answer`` and kept in ``saves``."""
        self.html = html.replace('action="#spara"', 'action="/spara/"')
        self.answer: Save = lambda route: route.fulfill(json={"saved_at": "14.40", "rev": 7, "html": ""})
        self.saves: list[dict[str, list[str]]] = []

    def serve(self, route: Route) -> None:
        """Answer one request."""
        path = urlsplit(route.request.url).path
        found = finders.find(path.removeprefix("/static/")) if path.startswith("/static/") else None
        if path == "/spara/":
            self.saves.append(parse_qs(route.request.post_data or "", keep_blank_values=True))
            self.answer(route)
        elif found:
            route.fulfill(path=found, content_type=TYPES[Path(found).suffix])
        else:
            body = self.html if path == "/" else "<!doctype html><title>borta</title>"
            route.fulfill(
                body=body, content_type="text/html; charset=utf-8", headers={"Content-Security-Policy": POLICY}
            )


@pytest.fixture
def site(page: Page, drawn: str) -> Iterator[Site]:
    """Open the gallery in the browser."""
    served = Site(drawn)
    page.route(f"{SITE}/**", served.serve)
    page.goto(SITE)
    yield served
    page.unroute_all(behavior="wait")


WORDS, STATUS = "#utkast-4\\.4-text", "#utkast-4\\.4 [data-save-status]"


@pytest.mark.browser
def test_a_text_saves_itself_after_a_rest_and_says_when(page: Page, site: Site) -> None:
    page.fill(WORDS, "Ny lydelse.")
    expect(page.locator(STATUS)).to_have_text("Sparat 14.40")
    assert [(save["text"], save["rev"]) for save in site.saves] == [(["Ny lydelse."], ["6"])]
    page.fill(WORDS, "Ännu nyare.")
    page.locator(WORDS).blur()
    expect(page.locator("#utkast-4\\.4 [name=rev]")).to_have_value("7")
    page.wait_for_timeout(100)
    assert [save["rev"] for save in site.saves] == [["6"], ["7"]]


@pytest.mark.browser
def test_a_conflict_shows_both_texts_and_keeps_what_is_written(page: Page, site: Site) -> None:
    site.answer = lambda route: route.fulfill(
        status=409, body="<p id='bada'>Båda</p>", content_type="text/html; charset=utf-8"
    )
    page.fill(WORDS, "Min lydelse.")
    expect(page.locator("[data-save-answer] #bada")).to_be_visible()
    expect(page.locator(WORDS)).to_have_value("Min lydelse.")
    expect(page.locator(STATUS)).to_contain_text("Båda texterna finns kvar")


@pytest.mark.browser
@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda route: route.abort(), "Inget nät"),
        (lambda route: route.fulfill(status=503, body="nere"), "Nytt försök"),
        (lambda route: route.fulfill(status=401, json={}), "utloggad"),
        (lambda route: route.fulfill(status=302, headers={"Location": "/logga-in/"}), "utloggad"),
    ],
    ids=["no network", "server down", "signed out", "sent to sign in"],
)
def test_words_that_could_not_be_saved_stay_and_are_sent_again(page: Page, site: Site, answer: Save, told: str) -> None:
    good, site.answer = site.answer, answer
    page.fill(WORDS, "Kvar på sidan.")
    expect(page.locator(STATUS)).to_contain_text(told)
    expect(page.locator(WORDS)).to_have_value("Kvar på sidan.")
    assert "Kvar" not in page.evaluate("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    site.answer = good
    expect(page.locator(STATUS)).to_have_text("Sparat 14.40")
    assert site.saves[-1]["text"] == ["Kvar på sidan."]


@pytest.mark.browser
def test_what_the_guard_stops_is_shown_under_the_text_and_mended_with_one_button(page: Page, site: Site) -> None:
    good = site.answer
    site.answer = lambda route: route.fulfill(
        status=422, body="<p id='vakt'>Nej</p>", content_type="text/html; charset=utf-8"
    )
    page.fill(WORDS, "Ägaren till ABC 123.")
    expect(page.locator("[data-save-hints] #vakt")).to_be_visible()
    site.answer = good
    page.get_by_role("button", name="Skriv ”en bil”").click()
    expect(page.locator(WORDS)).to_have_value("Ägaren till en bil.")
    expect(page.locator(STATUS)).to_have_text("Sparat 14.40")
    assert page.locator("[data-save-hints]").inner_html() == ""


@pytest.mark.browser
def test_a_text_is_sent_when_the_page_is_left_at_once(page: Page, site: Site) -> None:
    page.fill(WORDS, "Sista ordet.")
    with page.expect_request("**/spara/", timeout=900):  # before the second of rest is over
        page.evaluate("() => dispatchEvent(new PageTransitionEvent('pagehide'))")
    expect(page.locator(STATUS)).to_have_text("Sparat 14.40")
    page.wait_for_timeout(1200)
    assert [save["text"] for save in site.saves] == [["Sista ordet."]]


@pytest.mark.browser
def test_single_keys_walk_the_paragraphs_but_never_in_a_field(page: Page, site: Site) -> None:
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    focused = "() => document.activeElement.id"
    page.keyboard.press("j")
    assert page.evaluate(focused) == "stycke-4.1"
    page.keyboard.press("n")
    assert page.evaluate(focused) == "stycke-4.3"
    page.keyboard.press("k")
    assert page.evaluate(focused) == "stycke-4.1"
    page.keyboard.press("/")
    assert page.evaluate(focused) == "sok"
    page.keyboard.press("j")
    expect(page.locator("#sok")).to_have_value("j")
    page.evaluate("() => document.activeElement.blur()")
    page.keyboard.press("?")
    page.get_by_label("Använd kortkommandon").uncheck()
    page.evaluate("() => document.activeElement.blur()")
    page.keyboard.press("/")
    assert page.evaluate(focused) != "sok"


@pytest.mark.browser
@pytest.mark.parametrize("scale", [100, 200])
def test_no_width_and_no_text_size_makes_the_page_wider_than_the_window(page: Page, site: Site, scale: int) -> None:
    page.evaluate("size => { document.documentElement.style.fontSize = `${size}%`; }", scale)
    wider = {}
    for width in (320, 390, 640, 768, 1024, 1280, 1800):
        page.set_viewport_size({"width": width, "height": 800})
        wider[width] = page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    assert {width: by for width, by in wider.items() if by > 0} == {}


@pytest.mark.browser
def test_proof_stands_beside_the_text_where_there_is_room_and_folds_where_there_is_not(page: Page, site: Site) -> None:
    proof = page.locator("#stycke-4\\.1 .proof")
    expect(proof.get_by_text("Medborgardialog 14 okt")).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 800})
    expect(proof.get_by_text("Medborgardialog 14 okt")).to_be_hidden()
    proof.get_by_text("Underlag och spår").click()
    expect(proof.get_by_text("Medborgardialog 14 okt")).to_be_visible()


@pytest.mark.browser
def test_an_error_summary_takes_the_focus(page: Page, site: Site) -> None:
    expect(page.locator(".error-summary")).to_be_focused()


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_any_component(page: Page, site: Site, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # one of two words
    page.set_viewport_size({"width": width, "height": 800})
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []
