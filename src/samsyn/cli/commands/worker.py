"""Förseglar spåret, vid sidan av en annan server än `samsyn serve`.

Går tills det avbryts. Flera kan gå samtidigt.
"""

import argparse
import signal
from threading import Event

from samsyn.cli.sealing import EVERY_S, keep_sealing


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the pause between two sweeps."""
    parser.add_argument("--every", type=float, default=EVERY_S, help="sekunder mellan två svep (2)")


def run(args: argparse.Namespace) -> int:
    """Seal until told to stop."""
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    keep_sealing(stop, every_s=args.every)
    return 0
