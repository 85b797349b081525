"""Copies a running installation to a new, empty folder: database, key and files, with their sums."""

import argparse
import shutil
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.audit import queries as audit
from samsyn.cli.backups import manifest, stores
from samsyn.cli.commands.erasures import decided
from samsyn.shell import clock

SUMMARY = lazy("Kopierar en installation i gång till en ny, tom mapp: databas, nyckel och filer, med kontrollsummor.")
MORE = lazy("Mappen innehåller allt, även märkt text. Skydda den som servern, och förvara den någon annanstans.")

KEPT = ("secret-key", "media")
"""What of the home goes along beside the database. Static files are collected anew."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the folder."""
    parser.add_argument("folder", type=Path, metavar=_("MAPP"), help=_("en mapp som inte finns, eller är tom"))


def run(args: argparse.Namespace) -> int:
    """Copy everything, then write the list that makes it a backup."""
    folder: Path = args.folder
    manifest.require_empty(folder)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    made_at, trail = clock.now(), audit.head()
    paths = [stores.dump(folder), *_files(folder)]
    told = manifest.Manifest(
        made_at=made_at,
        program=version("samsyn"),
        store=connection.vendor,
        trail=trail,
        files=manifest.listed(folder, paths),
        erasures=tuple(
            {"at": row.at.isoformat(), "target": row.target, "reference": str(row.facts.get("reference", ""))}
            for row in decided()
        ),
    )
    manifest.write(folder, told)
    size_mb = sum(file.size for file in told.files) / 1_000_000
    print(_("Säkerhetskopian är klar: %(files)d filer, %(size).1f MB.") % {"files": len(told.files), "size": size_mb})
    print(_("Spårets huvud: %(number)d:%(digest)s") % {"number": trail.sequence, "digest": trail.digest})
    return 0


def _files(folder: Path) -> Iterator[Path]:
    """Copy the files that are kept in the home and yield the copies."""
    for name in KEPT:
        source = Path(settings.HOME) / name
        for path in (source, *source.rglob("*")):
            if path.is_file():
                copy = folder / path.relative_to(settings.HOME)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, copy)
                copy.chmod(0o600)
                yield copy
