"""Gör databasen redo för den här versionen av programmet.

Kör en gång vid installation och efter varje uppgradering. Spårets skydd mot ändring läggs på plats igen
och kontrolleras; kommandot misslyckas om det inte håller.
"""

import argparse

from django.utils.translation import gettext as _

from samsyn.cli import preparing


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(_args: argparse.Namespace) -> int:
    """Migrate and guard."""
    preparing.migrate()
    print(_("Databasen är redo. Spåret är skyddat mot ändring."))
    return 0
