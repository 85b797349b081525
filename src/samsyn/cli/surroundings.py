"""What must stand before the settings are read, for the few commands that decide it themselves."""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def of(command: str, words: Sequence[str]) -> Iterator[None]:
    """Set the environment that the settings will be read from, for as long as the command runs."""
    before = dict(os.environ)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.config.settings")
    try:
        if command == "demo":
            os.environ["SAMSYN_DEMO"] = "1"
        if not command:
            with tempfile.TemporaryDirectory() as home:  # a list of commands needs settings, and leaves nothing behind
                os.environ["SAMSYN_HOME"] = home
                yield
        elif command == "restore" and (into := _into(words)):
            with _building_site(into) as site:
                os.environ["SAMSYN_HOME"] = str(site)
                yield
        else:
            yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _building_site(into: Path) -> Iterator[Path]:
    """Yield a folder beside ``into`` where the restored home is built; whatever is left there goes afterwards.

    Nothing stands at ``into`` until all of it is in place, and a refusal leaves it untouched.
    """
    into.parent.mkdir(parents=True, exist_ok=True)
    home = Path(tempfile.mkdtemp(prefix=f".{into.name}-", dir=into.parent))
    try:
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _into(words: Sequence[str]) -> Path | None:
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--into", type=Path)
    into: Path | None = parser.parse_known_args(list(words))[0].into
    return into.resolve() if into else None
