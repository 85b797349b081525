"""The command line itself: what it lists, how it refuses, and that a bug is shown as one."""

import os
from importlib import import_module
from pathlib import Path

import pytest

from samsyn.cli import main as door
from samsyn.cli.main import main
from tests.cli.commands import typed
from tests.house import tree

COMMANDS = tree.matching("src/samsyn/cli/commands/[!_]*.py")


@pytest.mark.parametrize("path", COMMANDS, ids=lambda path: path.stem)
def test_every_command_says_what_it_does_in_a_line_and_has_the_two_functions(path: Path) -> None:
    command = import_module(f"samsyn.cli.commands.{path.stem}")
    assert str(command.SUMMARY).endswith(".")
    assert callable(command.arguments)
    assert callable(command.run)


@pytest.mark.parametrize("words", [[], ["help"], ["--help"], ["-h"]])
def test_the_commands_are_listed(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    done = typed(capsys, *words)
    assert done.status == 0
    listed = {line[2:16].strip() for line in done.said.splitlines() if line.startswith("  ")}
    assert listed == {path.stem.replace("_", " ") for path in COMMANDS}


@pytest.mark.parametrize("words", [["unknown"], ["person"], ["person", "remove"], ["_hidden"], ["../main"]])
def test_words_that_name_no_command_are_refused(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert typed(capsys, *words).status == 2


@pytest.mark.parametrize("words", [["token"], ["verify", "--head", "abc"], ["restore", "folder"], ["person", "add"]])
def test_a_command_called_the_wrong_way_says_how(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(words)
    assert left.value.code == 2
    assert "usage: samsyn " in capsys.readouterr().err


@pytest.mark.django_db
def test_a_refusal_is_a_sentence_and_no_trace(capsys: pytest.CaptureFixture[str]) -> None:
    done = typed(capsys, "token", "nobody", "--label", "x", "--purpose", "planering")
    assert (done.status, done.said) == (2, "")
    assert "access.not-found (what=person)" in done.complained
    assert "Traceback" not in done.complained


def test_a_bug_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_name: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(door, "import_module", broken)
    with pytest.raises(ZeroDivisionError):
        main(["verify"])


@pytest.mark.parametrize("words", [["demo", "--help"], ["restore", "--into", "new", "--help"]])
def test_a_command_leaves_the_environment_as_it_was(
    capsys: pytest.CaptureFixture[str], words: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    before = dict(os.environ)
    with pytest.raises(SystemExit):
        main(words)
    assert dict(os.environ) == before
    assert list(tmp_path.iterdir()) == [], "nor anything in the folder"
