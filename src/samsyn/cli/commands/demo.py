"""Starts Samsyn on this machine with the training nation, and prints the address and the logins."""

import argparse
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.accounts import queries as accounts
from samsyn.areas import queries as areas
from samsyn.cli import preparing
from samsyn.cli.seed.run import seed
from samsyn.cli.serving import Place, serve
from samsyn.core.errors import DomainError
from samsyn.core.periods import day_of
from samsyn.shell import clock, words
from samsyn.shell.demo import CAST, PASSWORD

SUMMARY = lazy("Startar Samsyn på den här datorn med övningsriket, och skriver ut adress och inloggningar.")
MORE = lazy("Allt som behövs görs i ordning: databas, övningsdata, statiska filer, server. En gång till ändrar inget.")


class PeopleThere(DomainError):
    """The database has people and no training nation: logins that everybody knows do not belong in it."""

    code = "cli.people-there"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the port, the day to stand on, and whether to stop before serving."""
    parser.add_argument("--port", type=int, default=8000, help=_("port (8000)"))
    parser.add_argument(
        "--today", type=date.fromisoformat, metavar=_("ÅÅÅÅ-MM-DD"), help=_("låtsas att det är den dagen")
    )
    parser.add_argument("--prepare", action="store_true", help=_("gör allt utom att starta servern"))


def run(args: argparse.Namespace) -> int:
    """Prepare a home with the training nation and serve it."""
    if args.today:
        settings.CLOCK_SHIFT_S += (args.today - day_of(clock.now())).total_seconds()
    preparing.migrate()
    _seed()
    preparing.collect_static()
    if args.prepare:
        print(_("Övningsriket är på plats."))
        return 0
    place = Place("127.0.0.1", args.port)
    return serve(place, ready=lambda: print(_welcome(place), flush=True))


def _seed() -> None:
    now = clock.now()
    trained = any(nation.training for nation in areas.nations(on=day_of(now)))
    if not trained and accounts.anybody():
        raise PeopleThere
    seed(now=now)


def _welcome(place: Place) -> str:
    lines = ["", _("Samsyn med övningsriket"), "", f"  {place.address}", ""]
    lines += [_("Logga in som någon av dem. Lösenordet är %s för alla.") % PASSWORD, ""]
    for member in CAST:
        role = words.role(member.role) if member.role else _("Ingen roll")
        lines.append(f"  {member.username:<9} {member.name:<17} {role}")
    return "\n".join([*lines, "", _("Avsluta med Ctrl+C."), ""])
