"""Gives somebody a role on a unit for a time."""

import argparse
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.accounts import queries as accounts
from samsyn.accounts.actions import give_role
from samsyn.areas import queries as areas
from samsyn.cli.operator import operator
from samsyn.core.periods import day_of, start_of_day
from samsyn.shell import clock

SUMMARY = lazy("Ger någon en roll på en enhet, från nu eller en dag, tills vidare eller till en dag.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take who, which role, where and when."""
    parser.add_argument("username", metavar=_("ANVÄNDARE"))
    parser.add_argument("role", metavar=_("ROLL"), help=_("nyckel i rollförteckningen, till exempel officer"))
    parser.add_argument("unit", metavar=_("KOD"), help=_("enhetens kod"))
    parser.add_argument(
        "--from", dest="start", type=date.fromisoformat, metavar=_("ÅÅÅÅ-MM-DD"), help=_("första dagen")
    )
    parser.add_argument(
        "--to", dest="end", type=date.fromisoformat, metavar=_("ÅÅÅÅ-MM-DD"), help=_("dagen då rollen slutat")
    )
    parser.add_argument("--substitute", action="store_true", help=_("ersättare; kräver --to"))


def run(args: argparse.Namespace) -> int:
    """Give the role."""
    now = clock.now()
    unit = areas.unit_by_code(args.unit, on=day_of(now))
    give_role(
        by=operator(unit.nation_id),
        now=now,
        nation_id=unit.nation_id,
        person_id=accounts.person(args.username).id,
        role=args.role,
        unit_id=unit.id,
        start=start_of_day(args.start) if args.start else now,
        end=start_of_day(args.end) if args.end else None,
        substitute=args.substitute,
    )
    print(
        _("%(person)s har rollen %(role)s på %(unit)s.")
        % {"person": args.username, "role": args.role, "unit": unit.name}
    )
    return 0
