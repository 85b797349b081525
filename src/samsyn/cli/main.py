"""Finds the command that the words name, reads its arguments, runs it, and turns refusals into sentences.

Exit status: 0 done · 1 a bug, shown with its trace · 2 refused, or called the wrong way · 3 something is
not whole (``verify``, ``restore``).
"""

import argparse
import ast
import pkgutil
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import django

from samsyn.cli import commands, surroundings
from samsyn.core.errors import DomainError

REFUSED = 2
HELP = frozenset({"-h", "--help", "help"})


class Command(Protocol):
    """What every file in ``commands/`` has."""

    __doc__: str | None
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the words name and return the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    name, rest = _named(words)
    if not name:
        print(_overview())
        return 0 if not words or words[0] in HELP else REFUSED
    with surroundings.of(name, rest):
        django.setup()
        return _run(name, rest)


def _run(name: str, rest: Sequence[str]) -> int:
    # Only now may a command's file be read: it knows tables, and tables need settings.
    command = cast("Command", import_module(f"{commands.__name__}.{name}"))
    parser = argparse.ArgumentParser(prog=f"samsyn {_spoken(name)}", description=command.__doc__)
    command.arguments(parser)
    args = parser.parse_args(rest)
    try:
        return command.run(args)
    except DomainError as error:
        print(_refusal(error), file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return 130


def _refusal(error: DomainError) -> str:
    sentence = import_module("samsyn.shell.sentences").sentence(error)  # it needs settings too
    facts = ", ".join(f"{key}={value}" for key, value in sorted(error.facts.items()))
    return f"{sentence.text}\n  {error.code}{f' ({facts})' if facts else ''}"


def _names() -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(commands.__path__)))


def _named(words: Sequence[str]) -> tuple[str, list[str]]:
    """Return the command's file and the words that are left; the longest name wins."""
    names = _names()
    for length in (2, 1):
        name = "_".join(words[:length])
        if len(words) >= length and name in names:
            return name, list(words[length:])
    return "", list(words)


def _spoken(name: str) -> str:
    return name.replace("_", " ")


def _overview() -> str:
    """Return the list of commands, without reading any of them in."""
    folder = Path(str(commands.__file__)).parent
    lines = ["samsyn KOMMANDO", ""]
    for name in _names():
        told = ast.get_docstring(ast.parse((folder / f"{name}.py").read_text(encoding="utf-8"))) or ""
        lines.append(f"  {_spoken(name):<14} {told.splitlines()[0] if told else ''}")
    return "\n".join([*lines, "", "samsyn KOMMANDO --help berättar mer."])
