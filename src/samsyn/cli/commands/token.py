"""Makes a token for a program that reads in somebody's place, for one purpose."""

import argparse

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.accounts import queries as accounts
from samsyn.accounts.actions import make_token
from samsyn.core.access import Purpose
from samsyn.shell import chance, clock

SUMMARY = lazy("Gör en åtkomstnyckel för ett program som läser i någons ställe, för ett ändamål.")
MORE = lazy("Nyckeln skrivs ut en gång och sparas bara som en kontrollsumma.")

LONGEST_DAYS = 366


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the person, the program's name, the purpose and the days it holds."""
    parser.add_argument("username", metavar=_("ANVÄNDARE"), help=_("personen vars rättigheter programmet får"))
    parser.add_argument("--label", required=True, metavar=_("NAMN"), help=_("vad programmet heter"))
    parser.add_argument("--purpose", required=True, choices=[one.value for one in Purpose], help=_("ändamål"))
    parser.add_argument(
        "--days", type=int, default=90, choices=range(1, LONGEST_DAYS + 1), metavar=_("DAGAR"), help=_("(90)")
    )


def run(args: argparse.Namespace) -> int:
    """Make the token and print its secret, this once."""
    now = clock.now()
    by = accounts.actor(accounts.person(args.username).id, now=now)
    secret = f"samsyn_{chance.new_id()}"
    make_token(by=by, now=now, secret=secret, label=args.label, purpose=Purpose(args.purpose), days=args.days)
    print(_("Nyckeln visas bara nu:"))
    print(secret)
    return 0
