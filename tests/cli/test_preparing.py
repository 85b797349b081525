"""Migrating guards the trail again, and a server starts only on a home that fits its version."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from samsyn.audit import triggers
from tests.audit.entries import unguard
from tests.cli.commands import typed

pytestmark = pytest.mark.usefixtures("own_database")


def test_migrating_puts_the_guards_back(capsys: pytest.CaptureFixture[str]) -> None:
    unguard()
    assert typed(capsys, "migrate").status == 0
    assert triggers.missing() == ()
    assert typed(capsys, "migrate").status == 0


def test_migrating_fails_where_the_guards_do_not_stand(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    unguard()
    monkeypatch.setattr(triggers, "install", lambda: None)
    done = typed(capsys, "migrate")
    assert done.status == 2
    assert "cli.not-guarded" in done.complained
    assert "audit_entry_no_update" in done.complained


def test_a_server_does_not_start_on_an_unguarded_trail(capsys: pytest.CaptureFixture[str]) -> None:
    unguard()
    done = typed(capsys, "serve", "--port", "1")
    assert done.status == 2
    assert "cli.not-guarded" in done.complained


def test_a_server_does_not_start_on_a_database_of_another_version(capsys: pytest.CaptureFixture[str]) -> None:
    MigrationRecorder(connection).record_unapplied("audit", "0001_initial")
    done = typed(capsys, "serve", "--port", "1")
    assert done.status == 2
    assert "cli.not-migrated" in done.complained
