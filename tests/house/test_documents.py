"""The documents lead somewhere: every link resolves, every command exists, every room is on the map."""

import re
from pathlib import Path

import pytest

import dev
from tests.house import tree

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
PARTS = ("Context", "Decision", "Consequences")


def _pages() -> tuple[Path, ...]:
    return tuple(path for path in tree.matching("*.md") if "vendor" not in path.parts)


def _anchors(path: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", FENCE.sub("", tree.text(path)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_every_link_in_the_documents_leads_somewhere() -> None:
    dead = []
    for page in _pages():
        for target in LINK.findall(FENCE.sub("", tree.text(page))):
            address, _, anchor = target.partition("#")
            if re.match(r"[a-z]+:", address):
                continue
            file = (tree.ROOT / page).parent / address if address else tree.ROOT / page
            inside = file.suffix == ".md" and file.is_file()
            if not file.exists() or (
                anchor and inside and anchor not in _anchors(file.resolve().relative_to(tree.ROOT))
            ):
                dead.append(f"{page} -> {target}")
    assert dead == []


def test_every_command_in_the_documents_exists() -> None:
    said = {hit for page in _pages() for hit in re.findall(r"python3 dev\.py (\w+)", tree.text(page))}
    assert said - set(dev.COMMANDS) == set()


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_the_document_is_written(name: str) -> None:
    assert len(tree.text(Path(name)).splitlines()) > 10


def test_every_room_is_on_the_map() -> None:
    text = tree.text(Path("ARCHITECTURE.md"))
    assert [room for room in tree.rooms() if not re.search(rf"\b{room}\b", text)] == []


def test_every_file_named_in_the_documents_exists() -> None:
    """A path in backquotes that starts in src, tests, docs or bench is a file or a folder."""
    inside = re.compile(r"`((?:src|tests|docs|bench|devtools|requirements)/[\w./-]+)`")
    gone = [
        f"{page} -> {named}"
        for page in _pages()
        for named in inside.findall(tree.text(page))
        if not (tree.ROOT / named).exists()
    ]
    assert gone == []


@pytest.mark.parametrize("path", tree.matching("docs/adr/*.md"), ids=str)
def test_a_decision_has_its_three_parts_and_is_short(path: Path) -> None:
    text = tree.text(path)
    assert re.match(r"\d{4}-[a-z0-9-]+\.md", path.name) or path.name == "README.md"
    if path.name != "README.md":
        assert [part for part in PARTS if part not in text] == []
        assert len(text.splitlines()) <= 60
