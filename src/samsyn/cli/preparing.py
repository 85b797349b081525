"""Bringing a home in line with this version of the program, and telling whether it is."""

from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from samsyn.audit import triggers
from samsyn.core.errors import DomainError

COLLECTED = ".collected"
"""The file that says which static files were collected."""


class NotMigrated(DomainError):
    """The database was made by another version of the program; facts: waiting."""

    code = "cli.not-migrated"


class NotGuarded(DomainError):
    """The triggers that make the trail append-only are not all there; facts: triggers."""

    code = "cli.not-guarded"


def migrate() -> None:
    """Make the tables those of this version, and guard the trail anew; fail where that did not take."""
    call_command("migrate", interactive=False, verbosity=0)
    triggers.install()
    require_guarded()


def collect_static() -> None:
    """Put the static files in the home, with hashed names, unless the same files were put there before."""
    mark, now = Path(settings.STATIC_ROOT) / COLLECTED, _fingerprint()
    if mark.exists() and mark.read_text(encoding="utf-8") == now:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    mark.write_text(now, encoding="utf-8")  # last: what a kill cut short is done again


def _fingerprint() -> str:
    """Return a digest of every static file's name, size and time of change."""
    files = [(path, Path(storage.path(path)).stat()) for finder in get_finders() for path, storage in finder.list([])]
    told = sorted(f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in files)
    return sha256("\n".join(told).encode()).hexdigest()


def require_migrated() -> None:
    """Refuse a database whose tables are not those of this version, or whose trail is not guarded."""
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        raise NotMigrated(waiting=len(waiting))
    require_guarded()


def require_guarded() -> None:
    """Refuse a database in which rows of the trail could be changed."""
    lacking = triggers.missing()
    if lacking:
        raise NotGuarded(triggers=" ".join(lacking))
