"""Finds the command that the words name, reads its arguments, runs it, and turns refusals into sentences.

Exit status: 0 done · 1 a bug, shown with its trace · 2 refused, or called the wrong way · 3 something is
not whole (``verify``, ``restore``).
"""

import argparse
import pkgutil
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Protocol, cast

import django
from django.utils.functional import Promise as StrPromise
from django.utils.translation import gettext as _

from samsyn.cli import commands, surroundings
from samsyn.core.errors import DomainError
from samsyn.shell.sentences import sentence

REFUSED = 2
HELP = frozenset({"-h", "--help", "help"})


class Command(Protocol):
    """What every file in ``commands/`` has; ``MORE`` too, where one line does not tell enough."""

    SUMMARY: StrPromise
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that the words name and return the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    name, rest = _named(words)
    with surroundings.of(name, rest):
        django.setup()
        if name:
            return _run(name, rest)
        print(_overview())
        return 0 if not words or words[0] in HELP else REFUSED


def _run(name: str, rest: Sequence[str]) -> int:
    command = _command(name)
    about = f"{command.SUMMARY} {getattr(command, 'MORE', '')}".rstrip()
    parser = argparse.ArgumentParser(prog=f"samsyn {_spoken(name)}", description=about)
    command.arguments(parser)
    args = parser.parse_args(rest)
    try:
        return command.run(args)
    except DomainError as error:
        print(_refusal(error), file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return 130


def _command(name: str) -> Command:
    """Return a command's file. It is read in only now: it knows tables, and tables need settings."""
    return cast("Command", import_module(f"{commands.__name__}.{name}"))


def _refusal(error: DomainError) -> str:
    facts = ", ".join(f"{key}={value}" for key, value in sorted(error.facts.items()))
    return f"{sentence(error).text}\n  {error.code}{f' ({facts})' if facts else ''}"


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
    lines = [f"  {_spoken(name):<14} {_command(name).SUMMARY}" for name in _names()]
    return "\n".join([_("samsyn KOMMANDO"), "", *lines, "", _("samsyn KOMMANDO --help berättar mer.")])
