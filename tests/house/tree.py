"""The files of the repository, as the house tests walk them: what is tracked, or would be."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "samsyn"
INTERFACES = ("web", "field", "api", "cli")


@cache
def files() -> tuple[Path, ...]:
    """Return every file that is tracked, or new and not ignored, relative to the root."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(path for path in map(Path, sorted(filter(None, listed.split("\0")))) if (ROOT / path).is_file())


def matching(*patterns: str) -> tuple[Path, ...]:
    """Return the files that match one of the glob patterns, relative to the root."""
    return tuple(path for path in files() if any(path.match(pattern) for pattern in patterns))


def text(path: Path) -> str:
    """Return the text of a file of the repository."""
    return (ROOT / path).read_text(encoding="utf-8")


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(text(path), str(path))


def python() -> tuple[Path, ...]:
    """Return every Python file of the repository but migrations, which Django writes."""
    return tuple(path for path in matching("*.py") if "migrations" not in path.parts)


def source() -> tuple[Path, ...]:
    """Return the Python files of the package."""
    return tuple(path for path in python() if path.parts[0] == "src")


def templates() -> tuple[Path, ...]:
    """Return the pages and the components."""
    return tuple(path for path in matching("*.html") if path.parts[0] == "src" and "vendor" not in path.parts)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the functions and methods of a Python file."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@cache
def project() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads(text(Path("pyproject.toml")))


def contracts() -> list[dict[str, Any]]:
    """Return the import contracts."""
    found: list[dict[str, Any]] = project()["tool"]["importlinter"]["contracts"]
    return found


def rooms() -> tuple[str, ...]:
    """Return the rooms from the highest to the lowest, as the contract draws them."""
    layers = next(contract["layers"] for contract in contracts() if contract["type"] == "layers")
    return tuple(room.strip() for layer in layers for room in layer.split("|"))
