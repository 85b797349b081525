"""Every room has its doorplate, and every room with tables the same four files."""

import ast

import pytest

from tests.house import tree


@pytest.mark.parametrize("room", tree.rooms())
def test_the_doorplate_is_a_docstring_and_nothing_else(room: str) -> None:
    path = tree.PACKAGE.relative_to(tree.ROOT) / room / "__init__.py"
    body = tree.parsed(path).body
    assert len(body) == 1
    plate = ast.get_docstring(tree.parsed(path)) or ""
    lines = [line for line in plate.splitlines() if line]
    assert 2 <= len(lines) <= 4, plate
    assert lines[0].endswith(".")
    assert "Looks at" in plate, "say whom it may look at"
    assert "Read ``" in plate or "Not yet used" in plate, "say which file to read first, or that there is none"


@pytest.mark.parametrize("room", tree.rooms())
def test_a_room_with_tables_has_queries_actions_and_facts(room: str) -> None:
    names = {
        path.parts[3].removesuffix(".py") for path in tree.source() if path.parts[2] == room and len(path.parts) > 3
    }
    if "models" in names:
        assert {"models", "queries", "actions", "facts"} <= names


def test_facts_are_frozen_and_slotted() -> None:
    """What crosses from room to room cannot be changed on the way."""
    loose = [
        f"{path}:{node.lineno} {node.name}"
        for path in tree.source()
        if "facts" in {part.removesuffix(".py") for part in path.parts}
        for node in ast.walk(tree.parsed(path))
        if isinstance(node, ast.ClassDef)
        if not any(
            "frozen=True" in (said := ast.unparse(mark)) and "slots=True" in said for mark in node.decorator_list
        )
        and not any("Enum" in ast.unparse(base) for base in node.bases)
    ]
    assert loose == []


def test_no_import_hides_inside_a_function_without_a_reason() -> None:
    """Ruff's PLC0415 finds them; a noqa for it says which slow import it spares."""
    unreasoned = [
        f"{path}:{number}"
        for path in tree.source()
        for number, line in enumerate(tree.text(path).splitlines(), 1)
        if "PLC0415" in line and " - " not in line.partition("PLC0415")[2]
    ]
    assert unreasoned == []
