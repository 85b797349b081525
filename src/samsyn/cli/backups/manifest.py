"""What a backup folder holds: one list of files with their sums, and the head of the trail when it was made.

The list is written last, so a folder without it is a backup that was never finished.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from samsyn.audit.facts import Head
from samsyn.core.errors import DomainError

NAME = "manifest.json"
FORMAT = 1
"""Version of the list's shape; a restore refuses what it does not know."""


class NotABackup(DomainError):
    """The folder holds no finished backup of a kind known here."""

    code = "cli.not-a-backup"


class BackupDamaged(DomainError):
    """A file of the backup is gone or not what it was; facts: file."""

    code = "cli.backup-damaged"


class FolderNotEmpty(DomainError):
    """Something stands where a backup or a restored home should be put; facts: folder."""

    code = "cli.folder-not-empty"


@dataclass(frozen=True, slots=True)
class File:
    """One file of the backup, by its path in the folder."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The list. ``store`` is the kind of database; ``trail`` must be found in its place after a restore."""

    made_at: datetime
    program: str
    store: str
    trail: Head
    files: tuple[File, ...]
    erasures: tuple[Mapping[str, str], ...]


def require_empty(folder: Path) -> None:
    """Refuse a folder in which something stands."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderNotEmpty(folder=folder.name)


def write(folder: Path, manifest: Manifest) -> None:
    """Write the list, safely on disk when this returns."""
    told = {"format": FORMAT, **asdict(manifest), "made_at": manifest.made_at.isoformat()}
    path = folder / NAME
    path.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    kept(path)
    kept(folder)


def read(folder: Path) -> Manifest:
    """Return the list of a finished backup whose files are all what they were."""
    try:
        raw: dict[str, Any] = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise NotABackup(folder=folder.name) from None
    if raw.get("format") != FORMAT:
        raise NotABackup(folder=folder.name, format=raw.get("format"))
    manifest = Manifest(
        made_at=datetime.fromisoformat(raw["made_at"]),
        program=raw["program"],
        store=raw["store"],
        trail=Head(**raw["trail"]),
        files=tuple(File(**one) for one in raw["files"]),
        erasures=tuple(raw["erasures"]),
    )
    for file in manifest.files:
        _require_same(folder, file)
    return manifest


def listed(folder: Path, paths: Iterable[Path]) -> tuple[File, ...]:
    """Return files of the folder with their sums, safely on disk when this returns."""
    found = []
    for path in sorted(paths):
        kept(path)
        found.append(File(path.relative_to(folder).as_posix(), path.stat().st_size, _sum(path)))
    return tuple(found)


def kept(path: Path) -> None:
    """Wait until a file, or what a folder lists, is on disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _require_same(folder: Path, file: File) -> None:
    path = (folder / file.path).resolve()
    inside = path.is_relative_to(folder.resolve())
    if not inside or not path.is_file() or path.stat().st_size != file.size or _sum(path) != file.sha256:
        raise BackupDamaged(file=file.path)


def _sum(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
