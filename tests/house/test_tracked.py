"""What is tracked belongs here: no address of a registry, no path of a machine, nothing unaccounted for."""

import hashlib
import json
import os
import re
from pathlib import Path

from tests.house import tree

MACHINE = re.compile(r"(?<![\w.}])/(w[o]rk|f[a]rm|r[o]ot|h[o]me/\w+|t[m]p/(bash_jobs|studio))/")
REGISTRY = re.compile(
    r'"resolved": *"http|--(extra-)?[i]ndex-url|^registry *= *http|[p]ypi\.org|[f]iles\.pythonhosted|registry\.[n]pmjs',
    re.MULTILINE,
)
EUPL_1_2 = "d126070e53a97387b339cc1b4c794e9bc134df061d6cb5ab37cef0bfe986228a"
LARGEST_KB = 1_500


def _readable() -> list[tuple[Path, str]]:
    found = []
    for path in tree.files():
        content = (tree.ROOT / path).read_bytes()
        if b"\0" not in content[:8_000]:
            found.append((path, content.decode("utf-8")))
    return found


def test_no_path_of_a_machine_is_tracked() -> None:
    assert [f"{path}: {hit[0]}" for path, text in _readable() if (hit := MACHINE.search(text))] == []


def test_no_address_of_a_registry_is_tracked() -> None:
    assert [f"{path}: {hit[0]}" for path, text in _readable() if (hit := REGISTRY.search(text))] == []
    assert Path("uv.lock") not in tree.files()


def test_nothing_large_is_tracked() -> None:
    sizes = {path: (tree.ROOT / path).stat().st_size // 1024 for path in tree.files()}
    assert {str(path): size for path, size in sizes.items() if size > LARGEST_KB} == {}


def test_the_licence_is_the_official_text() -> None:
    assert hashlib.sha256((tree.ROOT / "LICENSE").read_bytes()).hexdigest() == EUPL_1_2
    assert tree.project()["project"]["license"] == "EUPL-1.2"


def test_vendored_files_are_those_that_were_checked() -> None:
    """Each file under vendor/ stands in vendor.json with its hash; package, version and licence are named."""
    for register in tree.matching("vendor.json"):
        folder = register.parent
        listed: dict[str, str] = {}
        for package in json.loads(tree.text(register)):
            assert {"name", "version", "licence", "files"} <= package.keys(), package
            listed |= package["files"]
        present = {
            path.relative_to(folder).as_posix(): hashlib.sha256((tree.ROOT / path).read_bytes()).hexdigest()
            for path in tree.files()
            if path.is_relative_to(folder) and path != register
        }
        assert listed == present


def test_vendored_scripts_point_to_no_source_map() -> None:
    mapped = [str(path) for path in tree.matching("*.js", "*.css") if "source" + "MappingURL" in tree.text(path)]
    assert mapped == []


def test_ci_runs_the_second_command_of_the_readme() -> None:
    run = Path(".ci/run")
    assert os.access(tree.ROOT / run, os.X_OK)
    assert "python3 dev.py test" in tree.text(run)
    assert "python3 dev.py demo" in tree.text(Path("README.md"))
    assert "python3 dev.py test" in tree.text(Path("README.md"))
