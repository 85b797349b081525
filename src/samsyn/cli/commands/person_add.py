"""Adds somebody who may sign in; rights come from roles."""

import argparse
import sys

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.accounts.actions import add_person
from samsyn.areas import queries as areas
from samsyn.cli.operator import operator
from samsyn.core.periods import day_of
from samsyn.shell import chance, clock

SUMMARY = lazy("Lägger till någon som får logga in. Rättigheter ges sedan med `samsyn role give`.")
MORE = lazy("Ett första lösenord skrivs ut en gång, eller läses från standard in med --password-stdin.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take who it is and under which nation."""
    parser.add_argument("username", metavar=_("ANVÄNDARE"))
    parser.add_argument("--name", required=True, metavar=_("NAMN"))
    parser.add_argument("--organisation", default="Polismyndigheten", help=_("(Polismyndigheten)"))
    parser.add_argument("--nation", required=True, metavar=_("KOD"), help=_("riket som personen hör till"))
    parser.add_argument("--password-stdin", action="store_true", help=_("läs lösenordet från standard in"))


def run(args: argparse.Namespace) -> int:
    """Add the person."""
    now = clock.now()
    nation_id = areas.unit_by_code(args.nation, on=day_of(now)).id
    password = sys.stdin.readline().rstrip("\n") if args.password_stdin else chance.new_id()
    add_person(
        by=operator(nation_id),
        now=now,
        nation_id=nation_id,
        username=args.username,
        name=args.name,
        organisation=args.organisation,
        password=password,
    )
    print(_("%s är tillagd.") % args.username)
    if not args.password_stdin:
        print(_("Lösenordet visas bara nu:"))
        print(password)
    return 0
