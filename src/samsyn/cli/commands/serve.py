"""Starts the server."""

import argparse

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.cli import preparing
from samsyn.cli.serving import Place, serve

SUMMARY = lazy("Startar servern.")
MORE = lazy(
    "Spåret förseglas av servern själv var annan sekund. "
    "Sätt en omvänd proxy med TLS framför när andra än du själv ska nå den, och SAMSYN_SECURE=1."
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the place to listen and the number of hands."""
    parser.add_argument("--host", default="127.0.0.1", help=_("adress att lyssna på (127.0.0.1)"))
    parser.add_argument("--port", type=int, default=8000, help=_("port (8000)"))
    parser.add_argument("--processes", type=int, default=2, help=_("antal processer (2)"))
    parser.add_argument("--threads", type=int, default=4, help=_("trådar i varje process (4)"))


def run(args: argparse.Namespace) -> int:
    """Check that the home fits this version, collect static files, serve."""
    preparing.require_migrated()
    preparing.collect_static()
    place = Place(args.host, args.port, processes=args.processes, threads=args.threads)
    return serve(place, ready=lambda: print(_("Samsyn svarar på %s") % place.address, flush=True))
