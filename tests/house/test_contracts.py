"""The rooms look down only, no exception is granted, and every contract can be seen to fail."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.house import tree

LINT = """
import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(limit_to_contracts=sys.argv[1:], no_logo=True))
"""


def test_the_contracts_hold() -> None:
    done = _lint(tree.ROOT / "src", tree.ROOT)
    assert done.returncode == 0, done.stdout


def test_no_contract_grants_an_exception() -> None:
    assert [contract["id"] for contract in tree.contracts() if contract.get("ignore_imports") != []] == []
    assert [contract["id"] for contract in tree.contracts() if "skip_descendants" in contract] == []


def test_every_folder_of_the_package_is_a_room() -> None:
    folders = {path.parts[2] for path in tree.source() if len(path.parts) > 3}
    assert folders == set(tree.rooms())


def test_every_room_guards_its_tables() -> None:
    owners = {path.parts[2] for path in tree.source() if path.parts[3:4] in {("models",), ("models.py",)}}
    guarded = {
        contract["protected_modules"][0].split(".")[1]
        for contract in tree.contracts()
        if contract["type"] == "protected" and contract["protected_modules"][0].endswith(".models")
    }
    assert guarded == owners


@pytest.mark.parametrize("room", sorted(tree.rooms()))
def test_only_the_room_itself_is_let_in_to_its_tables(room: str) -> None:
    module = f"samsyn.{room}.models"
    allowed = [c["allowed_importers"] for c in tree.contracts() if c.get("protected_modules") == [module]]
    assert allowed in ([], [[f"samsyn.{room}"]])


def test_no_interface_room_sees_true_counts() -> None:
    (contract,) = (c for c in tree.contracts() if c.get("protected_modules") == ["samsyn.core.raw"])
    barred = {*tree.INTERFACES, "shell", "config"}
    assert not barred & {importer.removeprefix("samsyn.") for importer in contract["allowed_importers"]}


@pytest.fixture
def copied_tree(tmp_path: Path) -> Iterator[Path]:
    """Yield a copy of the package, with nothing but its Python files."""
    for path in filter(lambda path: path.parts[0] == "src", tree.matching("*.py")):
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(tree.ROOT / path, target)
    shutil.copyfile(tree.ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    yield tmp_path
    shutil.rmtree(tmp_path / "src")


@pytest.mark.parametrize("contract", tree.contracts(), ids=lambda contract: contract["id"])
def test_one_forbidden_import_breaks_the_contract(contract: Mapping[str, Any], copied_tree: Path) -> None:
    for file, line in _trespass(contract).items():
        path = copied_tree / "src" / "samsyn" / file
        path.write_text(f"{path.read_text(encoding='utf-8') if path.exists() else ''}\n{line}\n", encoding="utf-8")
    done = _lint(copied_tree / "src", copied_tree, contract["id"])
    assert done.returncode == 1, done.stdout
    assert f"{contract['name']} BROKEN" in done.stdout


def test_a_new_room_must_be_drawn_in_the_plan(copied_tree: Path) -> None:
    room = copied_tree / "src" / "samsyn" / "annex"
    room.mkdir()
    (room / "__init__.py").touch()
    done = _lint(copied_tree / "src", copied_tree, "rooms")
    assert done.returncode == 1, done.stdout
    assert "samsyn.annex" in done.stdout


def _trespass(contract: Mapping[str, Any]) -> dict[str, str]:
    """Return what to add, by file, so that this contract and no luck decides."""
    match contract["type"]:
        case "layers":
            return {"core/trespass.py": "import samsyn.shell"}
        case "forbidden":
            return {"core/trespass.py": "import django"}
        case "acyclic_siblings":
            return {
                "core/trespass.py": "import samsyn.core.trespassing",
                "core/trespassing.py": "import samsyn.core.trespass",
            }
        case "protected":
            return {"config/trespass.py": f"import {contract['protected_modules'][0]}"}
    raise AssertionError(contract["type"])


def _lint(source: Path, folder: Path, *ids: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": str(source), "COLUMNS": "200"}
    command = [sys.executable, "-c", LINT, *ids]
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)
