"""A running installation is copied while it is written to, and comes whole out of the copy somewhere else."""

import json
import os
import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from django.conf import settings
from django.db import connection

from samsyn.audit.actions import seal
from samsyn.pictures.actions.erasing import Decision, erase_paragraph
from tests.audit.entries import write
from tests.builders import Begun, a_picture, a_signed_picture, sign
from tests.cast import BESIDE, HERE, NOW, Cast
from tests.cli.commands import Done, samsyn, typed
from tests.cli.installations import empty_database, running


@pytest.fixture
def backup(own_cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """Sign a picture, seal the trail and make a backup; return its folder."""
    a_signed_picture(own_cast, texts=["Belysningen är trasig vid torget."])
    seal()
    folder = tmp_path / "copy"
    assert typed(capsys, "backup", str(folder)).status == 0
    return folder


def _restored(folder: Path, into: Path, database: str) -> Done:
    return samsyn("restore", folder, "--into", into, home=into.parent / "unused", database=database)


@pytest.mark.live
def test_a_running_installation_is_copied_while_written_to_and_opened_elsewhere(
    own_cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture = a_picture(own_cast, texts=["Belysningen är trasig vid torget."])
    sign(picture)
    with _written_to(picture):
        copied = typed(capsys, "backup", str(tmp_path / "copy"))
    assert copied.status == 0
    with empty_database() as database:
        done = _restored(tmp_path / "copy", tmp_path / "home", database)
        assert done.status == 0, done.complained
        assert "Allt stämmer." in done.said
        token = samsyn(
            "token", "farid", "--label", "x", "--purpose", "planering", home=tmp_path / "home", database=database
        )
        with running("serve", home=tmp_path / "home", database=database) as server:
            told = server.read(f"api/v1/pictures/{HERE}/versions/1", token.said.splitlines()[-1])
    texts = [item["text"] for chapter in told["chapters"] for item in chapter["paragraphs"]]
    assert "Belysningen är trasig vid torget." in texts


@contextmanager
def _written_to(picture: Begun) -> Iterator[None]:
    """Let several threads write, sign and seal until the block is done; each must have written something."""
    begun, done = [Event() for _ in range(3)], Event()

    def keep(started: Event, number: int) -> None:
        try:
            while not done.is_set():
                if number == 0:
                    picture.write("Mer text.", now=NOW + timedelta(hours=1))
                    sign(picture, now=NOW + timedelta(hours=1))
                else:
                    write(20)
                    seal()
                started.set()
                done.wait(0.05)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(begun)) as pool:
        writing = [pool.submit(keep, started, number) for number, started in enumerate(begun)]
        assert all(started.wait(30) for started in begun)
        yield
        done.set()
        for one in writing:
            one.result()


def test_a_backup_is_for_its_owner_alone_and_lists_what_it_holds(backup: Path) -> None:
    assert stat.S_IMODE(backup.stat().st_mode) == 0o700
    told = json.loads((backup / "manifest.json").read_text(encoding="utf-8"))
    names = {path.name for path in backup.iterdir()}
    assert names == {file["path"] for file in told["files"]} | {"manifest.json"}
    assert "secret-key" in names
    assert {stat.S_IMODE((backup / file["path"]).stat().st_mode) for file in told["files"]} == {0o600}
    assert told["trail"]["sequence"] > 0


def test_what_was_erased_before_is_counted_and_what_comes_after_is_called_for(
    own_cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture, _ = a_signed_picture(own_cast, texts=["Ska bort.", "Står kvar."])
    decision = Decision(reference="A123.456/2026", reason_code="dataskydd")
    erase_paragraph(by=own_cast.karin, now=NOW, paragraph_id=picture.written[0], decision=decision)
    assert typed(capsys, "backup", str(tmp_path / "copy")).status == 0
    copies = b"".join(path.read_bytes() for path in (tmp_path / "copy").iterdir())
    assert b"Ska bort." not in copies
    with empty_database() as database:
        done = _restored(tmp_path / "copy", tmp_path / "home", database)
    assert done.status == 0, done.complained
    assert "måste göras om" in done.said
    assert "redan finns i säkerhetskopian: 1." in done.said


def test_nothing_is_written_where_something_stands(
    backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = typed(capsys, "backup", str(backup))
    assert (again.status, "cli.folder-not-empty" in again.complained) == (2, True)
    occupied = tmp_path / "occupied"
    occupied.mkdir()
    (occupied / "theirs").write_text("untouched", encoding="utf-8")
    before = {path.name for path in tmp_path.iterdir()}
    with empty_database() as database:
        done = _restored(backup, occupied, database)
    assert (done.status, "cli.folder-not-empty" in done.complained) == (2, True)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in occupied.iterdir()] == [("theirs", "untouched")]
    assert {path.name for path in tmp_path.iterdir()} == before, "no building site is left"


@pytest.mark.postgres_only
def test_a_database_that_is_not_empty_is_left_alone(backup: Path, tmp_path: Path) -> None:
    taken = f"{os.environ['SAMSYN_DATABASE'].rpartition('/')[0]}/{connection.settings_dict['NAME']}"
    done = _restored(backup, tmp_path / "home", taken)
    assert (done.status, "cli.folder-not-empty" in done.complained) == (2, True)
    assert not (tmp_path / "home").exists()


def _broken(backup: Path, how: str) -> str:
    """Break the backup in some way and return the code of the refusal."""
    told = json.loads((backup / "manifest.json").read_text(encoding="utf-8"))
    copy = next(backup / file["path"] for file in told["files"] if file["path"].startswith("samsyn."))
    match how:
        case "changed":
            content = copy.read_bytes()
            copy.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        case "short":
            copy.write_bytes(copy.read_bytes()[:1000])
        case "gone":
            copy.unlink()
        case "unfinished":
            (backup / "manifest.json").unlink()
        case "unreadable":
            (backup / "manifest.json").write_text("{", encoding="utf-8")
        case _:
            changed = {
                "unknown": {"format": 2},
                "escaping": {"files": [{**told["files"][0], "path": "../secret-key"}]},
                "other store": {"store": "oracle"},
            }[how]
            (backup / "manifest.json").write_text(json.dumps(told | changed), encoding="utf-8")
    damaged = {"changed", "short", "gone", "escaping"}
    return "cli.backup-damaged" if how in damaged else "cli.other-store" if how == "other store" else "cli.not-a-backup"


def test_a_broken_backup_is_refused_and_nothing_comes_of_it(
    backup: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for how in ("changed", "short", "gone", "unfinished", "unreadable", "unknown", "escaping", "other store"):
        folder = tmp_path / how
        folder.mkdir()
        for path in backup.iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
        code = _broken(folder, how)
        done = typed(capsys, "restore", str(folder), "--into", str(tmp_path / "home"))
        assert (done.status, code in done.complained) == (2, True), (how, done.complained)
        assert not (tmp_path / "home").exists()


def test_a_restored_trail_that_lacks_its_head_is_told(backup: Path, tmp_path: Path) -> None:
    told = json.loads((backup / "manifest.json").read_text(encoding="utf-8"))
    told["trail"]["digest"] = "f" * 64
    (backup / "manifest.json").write_text(json.dumps(told), encoding="utf-8")
    with empty_database() as database:
        done = _restored(backup, tmp_path / "home", database)
    assert done.status == 3
    assert "FEL" in done.said


def test_a_home_without_files_of_its_own_is_copied_all_the_same(
    own_cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "home" / "media" / "deep").mkdir(parents=True)
    (tmp_path / "home" / "media" / "deep" / "file").write_bytes(b"kept")
    monkeypatch.setattr(settings, "HOME", tmp_path / "home")
    a_signed_picture(own_cast, unit=BESIDE)
    assert typed(capsys, "backup", str(tmp_path / "copy")).status == 0
    assert (tmp_path / "copy" / "media" / "deep" / "file").read_bytes() == b"kept"
    assert not (tmp_path / "copy" / "secret-key").exists()
