"""Nothing grows past the stop limits, so that a newcomer can read any file in one sitting."""

import ast
from pathlib import Path

import pytest

from tests.house import tree

FILE_LINES = 400
FUNCTION_LINES = 60
FRONT_LINES = 200


def _lines(path: Path) -> int:
    return len(tree.text(path).splitlines())


def _own_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body
    documented = ast.get_docstring(function, clean=False) is not None
    start = (body[1] if len(body) > 1 else body[0]).lineno if documented else function.lineno
    return (function.end_lineno or start) - start + 1


def test_no_python_file_passes_400_lines() -> None:
    assert [f"{path}: {_lines(path)}" for path in tree.python() if _lines(path) > FILE_LINES] == []


def test_no_function_passes_60_lines() -> None:
    long = [
        f"{path}:{function.lineno} {function.name}: {_own_lines(function)}"
        for path in tree.python()
        for function in tree.functions(path)
        if _own_lines(function) > FUNCTION_LINES
    ]
    assert long == []


@pytest.mark.parametrize("pattern", ["*.html", "*.css", "*.js"])
def test_no_template_script_or_stylesheet_passes_200_lines(pattern: str) -> None:
    own = [path for path in tree.matching(pattern) if path.parts[0] == "src" and "vendor" not in path.parts]
    assert [f"{path}: {_lines(path)}" for path in own if _lines(path) > FRONT_LINES] == []
