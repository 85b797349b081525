"""Loads the public facts about Sweden: units, lists and areas. Boundaries come with the published layers."""

import argparse

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.areas import queries as areas
from samsyn.areas.publication import load_published
from samsyn.cli.operator import operator
from samsyn.core.periods import day_of
from samsyn.shell import clock

SUMMARY = lazy("Läser in de offentliga uppgifterna om Sverige: polisens enheter, och listorna över områden 2015–2025.")
MORE = lazy("Gränserna kommer sedan, med samsyn import areas. En gång till ändrar inget.")


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Take nothing: the facts come with the program."""


def run(_args: argparse.Namespace) -> int:
    """Load the facts."""
    now = clock.now()
    nation_id = load_published(by=operator(), now=now)
    today, by = day_of(now), operator(nation_id)
    told = {
        "units": len(areas.units_in(nation_id, on=today, by=by)),
        "areas": len(areas.areas_in(nation_id, on=today, by=by)),
    }
    print(_("Sverige är på plats: %(units)s enheter, och %(areas)s områden på listan.") % told)
    return 0
