"""Every word a person sees can be translated, is translated, and the compiled catalogue is the written one."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from devtools.suite import BABEL, EXTRACTING
from tests.house import tree

CATALOGUE = Path("src/samsyn/web/locale/en/LC_MESSAGES/django.po")
TRANSLATING = frozenset({"_", "gettext", "ngettext", "pgettext", "lazy", "gettext_lazy", "ngettext_lazy"})
HOW = "bring it up to date with: python3 dev.py translate"
SEEN = frozenset({"title", "alt", "placeholder", "aria-label", "aria-description", "label", "content"})
INVENTED = frozenset({"demo", "gallery", "seed"})
"""Files with content of the invented district: data in Swedish, not words of the interface."""

NAMES = frozenset({"Samsyn", "PDF"})
SWEDISH = re.compile(r"[åäöÅÄÖ]")
HOLE = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Return the strings as ``dev.py translate`` extracts them."""
    template = tmp_path_factory.mktemp("extracted") / "django.pot"
    command = [sys.executable, *BABEL, "extract", *EXTRACTING, "-o", str(template), "src/samsyn"]
    subprocess.run(command, cwd=tree.ROOT, check=True)
    with template.open("rb") as file:
        return read_po(file)


@pytest.fixture(scope="module")
def english() -> Catalog:
    """Return the written English catalogue."""
    with (tree.ROOT / CATALOGUE).open("rb") as file:
        return read_po(file)


def test_the_search_for_strings_finds_them(sources: Catalog) -> None:
    assert len(sources) > 100


def test_every_string_is_translated(sources: Catalog, english: Catalog) -> None:
    missing = []
    for message in sources:
        found = english.get(message.id, message.context) if message.id else None
        if message.id and (found is None or found.fuzzy or not all(_plural(found.string))):
            missing.append(message.id)
    assert missing == [], HOW


def test_no_translation_is_left_over(sources: Catalog, english: Catalog) -> None:
    assert [m.id for m in english if m.id and sources.get(m.id, m.context) is None] == [], HOW


def test_a_translation_has_the_holes_of_its_source(english: Catalog) -> None:
    uneven = [
        message.id
        for message in english
        if message.id
        for text in _plural(message.string)
        if set(HOLE.findall(text)) - set(HOLE.findall(" ".join(_plural(message.id))))
    ]
    assert uneven == []


def test_the_compiled_catalogue_is_the_written_one(english: Catalog) -> None:
    with (tree.ROOT / CATALOGUE.with_suffix(".mo")).open("rb") as file:
        compiled = read_mo(file)
    written = {_plural(m.id): _plural(m.string) for m in english if m.id and all(_plural(m.string))}
    assert {_plural(m.id): _plural(m.string) for m in compiled if m.id} == written, HOW


def test_no_template_holds_words_outside_the_translation() -> None:
    bare = [f"{path} {words}" for path in tree.templates() for words in _Words(tree.text(path)).found]
    assert bare == []


def test_no_interface_room_holds_swedish_outside_the_translation() -> None:
    rooms = {*tree.INTERFACES, "shell"}
    bare = [
        f"{path}:{line} {text!r}"
        for path in tree.source()
        if path.parts[2] in rooms and not {part.removesuffix(".py") for part in path.parts} & INVENTED
        for line, text in _bare_strings(tree.parsed(path))
        if SWEDISH.search(text)
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ("<p>Hej</p>", ["Hej"]),
        ("<p>{{ _('Hej') }}</p>", []),
        ("<p>{% trans %}Hej{% endtrans %}</p>", []),
        ("<img alt='En karta'>", ["En karta"]),
        ("<img alt=\"{{ _('En karta') }}\">", []),
        ("<p>{{ day }}, {{ clock }} · Samsyn</p>", []),
        ("{# Hej #}<script src='a.js'></script>", []),
    ],
)
def test_the_search_for_words_tells_the_two_apart(template: str, found: list[str]) -> None:
    assert _Words(template).found == found


def _plural(text: str | Sequence[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def _bare_strings(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield, with their lines, the strings that are neither handed to a translating function nor a docstring."""
    spared: set[int] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in TRANSLATING:
            spared |= {id(part) for argument in node.args for part in ast.walk(argument)}
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            spared.add(id(node.value))
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in spared:
            yield node.lineno, node.value


class _Words(HTMLParser):
    """Collects words that stand as they are in a template."""

    CODE = (
        r"\{#.*?#\}",
        r"\{%-?\s*trans\b.*?endtrans\s*-?%\}",
        r"\{%.*?%\}",
        r"\{\{.*?\}\}",
    )

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        for pattern in self.CODE:
            text = re.sub(pattern, " ", text, flags=re.DOTALL)
        self.feed(text)
        self.close()

    def handle_data(self, data: str) -> None:
        self._keep(re.sub(r'[\w-]+="[^"]*"', "", data))  # a macro may give attributes alone

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in SEEN and not (tag == "meta" and name == "content"):
                self._keep(value or "")

    def _keep(self, data: str) -> None:
        words = [word for word in re.findall(r"[^\W\d_]{2,}", data) if word not in NAMES]
        if words:
            self.found.append(" ".join(data.split()))
