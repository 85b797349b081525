"""Puts a backup back in a new home, and checks the trail and every version."""

import argparse
import shutil
from pathlib import Path

from django.conf import settings
from django.db import connection, connections
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.cli import checking, preparing
from samsyn.cli.backups import manifest, stores
from samsyn.core.errors import DomainError
from samsyn.shell import words

SUMMARY = lazy("Lägger tillbaka en säkerhetskopia i en ny hemmapp, och kontrollerar spåret och alla versioner.")
MORE = lazy(
    "Ingenting skrivs där något redan står. "
    "Databasen i PostgreSQL ska finnas, vara tom och stå i SAMSYN_DATABASE. "
    "Status 3 om något i det återlästa inte stämmer."
)


class OtherStore(DomainError):
    """The backup is of another kind of database than this installation's; facts: backup, here."""

    code = "cli.other-store"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the backup and where to put it."""
    parser.add_argument("folder", type=Path, metavar=_("MAPP"), help=_("säkerhetskopian"))
    parser.add_argument(
        "--into", type=Path, required=True, metavar=_("HEM"), help=_("en mapp som inte finns, eller är tom")
    )


def run(args: argparse.Namespace) -> int:
    """Put everything back in a folder beside the home, check it there, and let it take the home's place.

    The settings' home is that folder: see ``surroundings.py``.
    """
    into: Path = args.into.resolve()
    manifest.require_empty(into)
    told = manifest.read(args.folder)
    if told.store != connection.vendor:
        raise OtherStore(backup=told.store, here=connection.vendor)
    for file in told.files:
        if file.path not in stores.FILES.values():
            _put_back(args.folder / file.path, Path(settings.HOME) / file.path)
    stores.load(args.folder)
    preparing.migrate()
    status = checking.report(checking.check(kept=told.trail))
    connections.close_all()
    Path(settings.HOME).rename(into)
    print(_("Återläst till %s. Starta med SAMSYN_HOME satt till den mappen.") % into)
    _remind(told)
    return status


def _put_back(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target)
    target.chmod(0o600)


def _remind(told: manifest.Manifest) -> None:
    """Say what the law asks for: words destroyed after the backup was made are back, and must go again."""
    at = told.made_at.isoformat()
    print(_("Säkerhetskopian gjordes %(moment)s (%(at)s).") % {"moment": words.moment(told.made_at), "at": at})
    print(_("Raderingar som beslutats efter det finns inte i den och måste göras om nu."))
    print(_("Den gamla installationens spår visar dem: samsyn erasures --since %s") % at)
    print(_("Raderingar som redan finns i säkerhetskopian: %d.") % len(told.erasures))
