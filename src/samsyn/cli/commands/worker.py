"""Seals the trail beside a server that is not ``samsyn serve``."""

import argparse
import signal
from threading import Event

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.cli.sealing import EVERY_S, keep_sealing

SUMMARY = lazy("Förseglar spåret, vid sidan av en annan server än `samsyn serve`.")
MORE = lazy("Går tills det avbryts. Flera kan gå samtidigt.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the pause between two sweeps."""
    parser.add_argument("--every", type=float, default=EVERY_S, help=_("sekunder mellan två svep (2)"))


def run(args: argparse.Namespace) -> int:
    """Seal until told to stop."""
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    keep_sealing(stop, every_s=args.every)
    return 0
