"""People, roles and tokens from the command line."""

import io
from datetime import timedelta

import pytest

from samsyn.accounts import queries as accounts
from samsyn.core.access import Permission, Purpose
from samsyn.core.errors import NotAllowed
from tests.cast import HERE, NOW, Cast
from tests.cli.commands import typed


def test_a_token_stands_for_its_person_and_purpose_until_it_expires(
    capsys: pytest.CaptureFixture[str], cast: Cast
) -> None:
    done = typed(capsys, "token", "farid", "--label", "BI", "--purpose", "planering", "--days", "3")
    secret = done.said.splitlines()[-1]
    actor = accounts.actor_of_token(secret, now=NOW)
    assert (done.status, actor.username, actor.purpose) == (0, "farid", Purpose.PLANNING)
    with pytest.raises(NotAllowed):
        accounts.actor_of_token(secret, now=NOW + timedelta(days=4))


@pytest.mark.parametrize("days", ["0", "-1", "367", "many"])
def test_a_token_that_never_ends_is_not_made(cast: Cast, days: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        typed(capsys, "token", "farid", "--label", "BI", "--purpose", "planering", "--days", days)


def test_somebody_is_added_and_given_a_role(
    capsys: pytest.CaptureFixture[str], cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    added = typed(capsys, "person", "add", "nils", "--name", "Nils Exempel", "--nation", "OV")
    assert added.status == 0
    assert len(added.said.splitlines()[-1]) >= 16, "a password is shown, once"
    given = typed(capsys, "role", "give", "nils", "officer", HERE)
    assert given.status == 0
    actor = accounts.actor(accounts.person("nils").id, now=NOW + timedelta(minutes=1))
    assert actor.may(Permission.DRAFT_WRITE, cast.unit(HERE))
    monkeypatch.setattr("sys.stdin", io.StringIO("chosen-elsewhere\n"))
    quiet = typed(capsys, "person", "add", "olle", "--name", "Olle Exempel", "--nation", "OV", "--password-stdin")
    assert (quiet.status, quiet.said) == (0, "olle är tillagd.\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["nobody", "officer", HERE], "access.not-found (what=person)"),
        (["gun", "king", HERE], "accounts.unknown-role"),
        (["gun", "officer", "NOWHERE"], "access.not-found (what=unit)"),
        (["gun", "lpo_chief", HERE, "--substitute"], "accounts.dates-turned-round"),
        (["gun", "officer", HERE, "--from", "2026-12-01", "--to", "2026-11-01"], "accounts.dates-turned-round"),
    ],
)
def test_a_role_that_cannot_be_given_is_refused(
    capsys: pytest.CaptureFixture[str], cast: Cast, words: list[str], code: str
) -> None:
    done = typed(capsys, "role", "give", *words)
    assert done.status == 2
    assert code in done.complained


def test_nobody_is_added_twice(capsys: pytest.CaptureFixture[str], cast: Cast) -> None:
    done = typed(capsys, "person", "add", "gun", "--name", "Gun Exempel", "--nation", "OV")
    assert done.status == 2
    assert "accounts.username-taken" in done.complained
