"""Names say what a thing is for; a drawer for everything gets no name here."""

import ast

from tests.house import tree

BANNED = ("util", "utils", "helper", "helpers", "manager", "misc", "common")


def _words(name: str) -> set[str]:
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name)
    return set(spaced.replace("_", " ").replace("-", " ").split())


def test_no_file_or_folder_is_a_drawer() -> None:
    paths = [path for path in tree.files() if "vendor" not in path.parts]
    assert [str(path) for path in paths for part in path.parts if _words(part.partition(".")[0]) & {*BANNED}] == []


def test_no_class_or_function_is_a_drawer() -> None:
    kinds = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    drawers = [
        f"{path}:{node.lineno} {node.name}"
        for path in tree.python()
        for node in ast.walk(tree.parsed(path))
        if isinstance(node, kinds) and _words(node.name) & {"utils", "helper", "helpers", "manager"}
    ]
    assert drawers == []


def test_actor_and_time_are_given_by_keyword() -> None:
    """Whoever reads a call sees who acts and when."""
    loose = [
        f"{path}:{function.lineno} {function.name}"
        for path in tree.source()
        if path.parts[2] not in tree.INTERFACES
        for function in tree.functions(path)
        if not function.name.startswith("_")
        if {"by", "now"} <= {argument.arg for argument in ast.walk(function.args) if isinstance(argument, ast.arg)}
        if {"by", "now"} & {argument.arg for argument in (*function.args.posonlyargs, *function.args.args)}
    ]
    assert loose == []
