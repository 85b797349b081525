"""Commands as somebody types them: here in the test's own process, or in one of their own with a home of its own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from samsyn.cli.main import main


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a command."""

    status: int
    said: str
    complained: str


def typed(capsys: pytest.CaptureFixture[str], *words: str) -> Done:
    """Run a command in this process, on the test's database."""
    capsys.readouterr()
    status = main(words)
    output = capsys.readouterr()
    return Done(status, output.out, output.err)


def samsyn(*words: str | Path, home: Path, database: str = "") -> Done:
    """Run a command in a process of its own, with a home of its own."""
    done = subprocess.run(
        command(*words), env=surroundings(home, database), stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def command(*words: str | Path) -> Sequence[str]:
    """Return the words as a process is started with."""
    return [sys.executable, "-m", "samsyn", *map(str, words)]


def surroundings(home: Path, database: str = "") -> dict[str, str]:
    """Return the environment of an installation; ``database`` is empty for SQLite."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SAMSYN_")}
    return {**kept, "SAMSYN_HOME": str(home), "SAMSYN_DATABASE": database, "PYTHONUNBUFFERED": "1"}
