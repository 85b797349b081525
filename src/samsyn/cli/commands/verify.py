"""Räknar om spåret och alla fastställda versioner och säger om något har ändrats i efterhand.

Status 3 om något inte stämmer. Skriv upp huvudet som visas och spara det utanför servern: med --head visar nästa
körning att inget har klippts bort sedan dess.
"""

import argparse

from samsyn.audit.facts import Head
from samsyn.cli.checking import check, report


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a head that was noted earlier."""
    parser.add_argument("--head", type=_head, metavar="NUMMER:SUMMA", help="ett huvud som skrevs upp tidigare")


def run(args: argparse.Namespace) -> int:
    """Verify and report."""
    return report(check(kept=args.head))


def _head(text: str) -> Head:
    number, _, digest = text.partition(":")
    return Head(int(number), digest)
