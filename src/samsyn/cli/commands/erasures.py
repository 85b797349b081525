"""Lists what was erased by legal decision, from the trail: what a restore must do again."""

import argparse
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.audit import queries as audit
from samsyn.audit.facts import LogRow
from samsyn.cli.operator import operator
from samsyn.core.periods import SWEDEN

SUMMARY = lazy("Visar raderingar som beslutats med stöd av lag, enligt spåret.")
MORE = lazy("De som beslutats efter en säkerhetskopia finns inte i den: gör om dem efter en återläsning.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the moment from which to tell."""
    parser.add_argument(
        "--since",
        type=_moment,
        metavar=_("TIDPUNKT"),
        help=_("från denna tidpunkt, som återläsningen visar den"),
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


def _moment(text: str) -> datetime:
    """Return the moment; one without a zone is Swedish time."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=SWEDEN)


ERASED = ("paragraph.erased", "chapter.erased", "remark.erased")
