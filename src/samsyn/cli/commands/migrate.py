"""Makes the database fit this version of the program, and guards the trail anew."""

import argparse

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.cli import preparing

SUMMARY = lazy("Gör databasen redo för den här versionen av programmet.")
MORE = lazy(
    "Kör en gång vid installation och efter varje uppgradering. "
    "Spårets skydd mot ändring läggs på plats igen och kontrolleras; kommandot misslyckas om det inte håller."
)


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(_args: argparse.Namespace) -> int:
    """Migrate and guard."""
    preparing.migrate()
    print(_("Databasen är redo. Spåret är skyddat mot ändring."))
    return 0
