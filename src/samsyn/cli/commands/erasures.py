"""Visar raderingar som beslutats med stöd av lag, enligt spåret.

De som beslutats efter en säkerhetskopia finns inte i den: gör om dem efter en återläsning.
"""

import argparse
from datetime import datetime

from samsyn.audit import queries as audit
from samsyn.audit.facts import LogRow
from samsyn.cli.operator import operator


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the moment from which to tell."""
    parser.add_argument(
        "--since",
        type=datetime.fromisoformat,
        metavar="TIDPUNKT",
        help="från denna tidpunkt, som återläsningen visar den",
    )


def decided(*, since: datetime | None = None) -> list[LogRow]:
    """Return every erasure in the trail from a moment, oldest first."""
    by = operator()
    told = (row for event in ERASED for row in audit.told_of(event, by=by, since=since))
    return sorted(told, key=lambda row: row.id)


def run(args: argparse.Namespace) -> int:
    """Print one line per decision."""
    for row in decided(since=args.since):
        print(row.at.isoformat(), row.target, row.facts.get("reference", ""), row.facts.get("reason", ""), sep="  ")
    return 0


ERASED = ("paragraph.erased", "chapter.erased", "remark.erased")
