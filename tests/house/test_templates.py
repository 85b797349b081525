"""Pages obey the strict policy: nothing inline, nothing from another host, nothing that switches escaping off."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.house import tree

HTMX = frozenset({"hx-get", "hx-post", "hx-target", "hx-swap", "hx-trigger"})
FETCHING = frozenset({"src", "srcset", "poster", "data"})
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
UNESCAPED = re.compile(r"\|\s*safe\b|autoescape\s+false|\bMarkup\(")
CONSTANT = {"src/samsyn/web/components/icon/icon.html": "draws shapes that stand in the file itself"}
"""Templates that may switch escaping off, each with the reason."""


class _Page(HTMLParser):
    """Collects what the policy forbids."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.inside = ""
        # What Jinja computes is left out, but a computed address is no fault.
        self.feed(JINJA.sub("", re.sub(r"\{\{.*?\}\}", "computed", text, flags=re.DOTALL)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag
        names = dict(attrs)
        if tag == "style" or (tag == "script" and not names.get("src") and names.get("type") != "application/json"):
            self._fault(f"inline <{tag}>")
        for name, value in attrs:
            given = (value or "").strip().lower()
            if name == "style" or re.fullmatch(r"on[a-z]+", name):
                self._fault(f"{name}= on <{tag}>")
            if name.startswith("hx-") and name not in HTMX:
                self._fault(f"{name} is not among {sorted(HTMX)}")
            if given.startswith(("javascript:", "js:")):
                self._fault(f"{name}={given}")
            outside = given.startswith(("http:", "https:", "//"))
            if outside and (name in FETCHING or (tag == "link" and name == "href")):
                self._fault(f"<{tag} {name}> fetches from another host")

    def _fault(self, what: str) -> None:
        self.faults.append(f"line {self.getpos()[0]}: {what}")


def test_no_template_breaks_the_policy() -> None:
    faults = [f"{path} {fault}" for path in tree.templates() for fault in _Page(tree.text(path)).faults]
    assert faults == []


def test_no_template_switches_escaping_off() -> None:
    open_doors = [
        f"{path}: {hit[0]}"
        for path in tree.templates()
        if str(path) not in CONSTANT and (hit := UNESCAPED.search(tree.text(path)))
    ]
    assert open_doors == []


def test_no_stylesheet_or_script_fetches_from_another_host() -> None:
    outside = re.compile(r"""(url\(\s*["']?|@import\s+["']|import\s*\(?\s*["']|fetch\(\s*["'])(https?:)?//""")
    own = [path for path in tree.matching("*.css", "*.js") if "vendor" not in path.parts]
    assert [str(path) for path in own if outside.search(tree.text(path))] == []


@pytest.mark.parametrize(
    "page",
    [
        "<p style='color: red'>",
        "<button onclick='go()'>",
        "<script>go()</script>",
        "<div hx-on:click='go()'>",
        "<a href='javascript:go()'>",
        "<img src='https://example.org/a.png'>",
        "<style>p {}</style>",
    ],
)
def test_the_search_finds_what_it_looks_for(page: str) -> None:
    assert _Page(page).faults


def test_a_behaviour_named_in_a_page_has_its_script() -> None:
    """``data-behaviour="x"`` is bound by a file ``x.js``, and a script without a place is dead."""
    bound = {
        name
        for path in tree.templates()
        for hit in re.finditer(r'data-behaviour="([a-z -]+)"', tree.text(path))
        for name in hit[1].split()
    }
    written = {path.stem for path in tree.matching("*.js") if path.parts[0] == "src" and "vendor" not in path.parts}
    assert bound - written == set()


def test_every_component_stylesheet_has_its_layer() -> None:
    sheets = [path for path in tree.matching("*.css") if "components" in path.parts]
    assert [str(path) for path in sheets if "@layer components" not in tree.text(path)] == []


def test_every_static_file_named_in_a_page_is_served() -> None:
    named = {
        (str(path), hit[1])
        for path in tree.templates()
        for hit in re.finditer(r"""\bstatic\(\s*["']([^"'{]+)["']\s*\)""", tree.text(path))
    }
    assert named
    assert sorted(f"{page} {name}" for page, name in named if not finders.find(name)) == []


def test_a_component_is_a_folder_named_like_its_files() -> None:
    own = [
        path for path in tree.files() if path.is_relative_to(Path("src/samsyn/web/components")) and len(path.parts) > 5
    ]
    assert [str(path) for path in own if path.suffix in {".css", ".js"} and path.stem != path.parent.name] == []
