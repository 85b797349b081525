"""Recomputes the trail and every signed version, and names what was changed afterwards."""

import argparse

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.audit.facts import Head
from samsyn.cli.checking import check, report

SUMMARY = lazy("Räknar om spåret och alla fastställda versioner och säger om något har ändrats i efterhand.")
MORE = lazy(
    "Status 3 om något inte stämmer. "
    "Skriv upp huvudet som visas och spara det utanför servern: med --head visar nästa körning att inget har klippts bort sedan dess."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a head that was noted earlier."""
    parser.add_argument("--head", type=_head, metavar=_("NUMMER:SUMMA"), help=_("ett huvud som skrevs upp tidigare"))


def run(args: argparse.Namespace) -> int:
    """Verify and report."""
    return report(check(kept=args.head))


def _head(text: str) -> Head:
    number, _colon, digest = text.partition(":")
    return Head(int(number), digest)
