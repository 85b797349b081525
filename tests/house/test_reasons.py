"""Whatever is switched off, ignored or brought in from outside says why on the same line."""

import re
from itertools import takewhile
from pathlib import Path

import pytest

from tests.house import tree

SECTIONS = {
    "dependencies": r"^dependencies = \[",
    "test": r"^test = \[",
    "build": r"^build = \[",
    "ruff ignore": r"^ignore = \[",
}
QUIET = re.compile(r"#\s*(noqa|type:\s*ignore|pragma: no (cover|branch))(?P<rest>.*)")


def _entries(opening: str) -> list[str]:
    lines = tree.text(Path("pyproject.toml")).splitlines()
    start = next(number for number, line in enumerate(lines) if re.match(opening, line)) + 1
    return [line for line in takewhile(lambda line: line != "]", lines[start:]) if line.strip().startswith('"')]


@pytest.mark.parametrize("section", SECTIONS)
def test_every_line_carries_its_reason(section: str) -> None:
    entries = _entries(SECTIONS[section])
    assert entries
    assert [line for line in entries if not re.search(r",\s+# \S.{9,}", line)] == []


def test_every_exception_for_a_folder_carries_its_reason() -> None:
    text = tree.text(Path("pyproject.toml"))
    block = text.partition("[tool.ruff.lint.per-file-ignores]\n")[2].partition("\n[")[0]
    entries = [line for line in block.splitlines() if line.startswith("    ")]
    assert entries
    assert [line for line in entries if not re.search(r",\s+# \S.{9,}", line)] == []


def test_every_silenced_complaint_names_its_rule_and_its_reason() -> None:
    """``# noqa: RULE - reason``; a mark that silences everything, or gives no reason, is refused."""
    bare = []
    for path in tree.python():
        for number, line in enumerate(tree.text(path).splitlines(), 1):
            found = QUIET.search(line)
            if not found or path.name == "test_reasons.py":
                continue
            coded = re.match(r"(: [A-Z]+\d+|\[[a-z-]+)", found["rest"]) or "pragma" in found[0]
            typed_in_a_test = "type" in found[1] and path.parts[0] == "tests"  # where wrong types are tried on purpose
            if not coded or not (typed_in_a_test or re.search(r"( - |# )\S", found["rest"])):
                bare.append(f"{path}:{number} {found[0]}")
    assert bare == []


def test_time_and_randomness_have_one_source_each() -> None:
    """The ban stands in pyproject.toml with its few exceptions; nobody lifts it on a line."""
    assert [str(path) for path in tree.source() if re.search(r"noqa:.*TID251", tree.text(path))] == []
    excepted = tree.project()["tool"]["ruff"]["lint"]["per-file-ignores"]
    lifted = {pattern for pattern, rules in excepted.items() if "TID251" in rules and pattern.startswith("src")}
    one_each = {"shell/clock.py", "shell/chance.py", "config/environment.py"}
    assert lifted == {f"src/samsyn/{path}" for path in one_each}
