"""Brings in a list of areas: shows the proposal, asks what is doubtful, loads when nothing is open."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.areas import queries as areas
from samsyn.areas.facts import RunFacts, UnitAt
from samsyn.cli.operator import operator
from samsyn.core.errors import DomainError
from samsyn.core.periods import day_of
from samsyn.ingest.areas import load as steps
from samsyn.ingest.areas.decisions import read_decisions
from samsyn.shell import clock, findings

SUMMARY = lazy("Läser in en lista över områden: visar förslaget, ställer frågorna, läser in när inget är öppet.")
MORE = lazy(
    "Filen sparas som den är. "
    "Frågor besvaras i en beslutsfil (--decisions); utan den skrivs en mall ut och inget läses in. "
    "Samma fil två gånger ändrar inget. "
    "Status 2 när en fråga är öppen eller filen är avvisad."
)

REFUSED = 2
FATES = ("new", "returned", "split", "merged", "left", "continues")


class NationMissing(DomainError):
    """No nation has that code, so there is nothing to load a list into; facts: nation."""

    code = "cli.nation-missing"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take the file, the list's day, the nation and the decisions."""
    parser.add_argument("file", type=_file, metavar=_("FIL"), help=_("GeoJSON som den levererades"))
    parser.add_argument(
        "--list-date", dest="list_on", type=date.fromisoformat, required=True, metavar=_("ÅÅÅÅ-MM-DD"),
        help=_("dagen som listan gäller från"),
    )  # fmt: skip
    parser.add_argument("--nation", default="se", metavar=_("KOD"), help=_("landets kod (se)"))
    parser.add_argument("--decisions", type=_file, metavar=_("FIL"), help=_("svar på frågorna, i TOML"))


def run(args: argparse.Namespace) -> int:
    """Propose, answer and load."""
    now = clock.now()
    nation = _nation(args.nation, on=day_of(now))
    by = operator(nation.id)
    delivered = steps.bring_in(
        by=by,
        now=now,
        nation_id=nation.id,
        name=args.file.name,
        content=args.file.read_bytes(),
        list_on=args.list_on,
    )
    if delivered.state == "loaded":
        print(_("Filen är redan inläst. Inget har ändrats."))
        return 0
    if args.decisions is not None and delivered.state == "proposed":
        decisions = read_decisions(args.decisions.read_bytes())
        delivered = steps.answer(by=by, now=now, run_id=delivered.id, decisions=decisions)
    print("\n".join(_report(delivered)))
    if delivered.state == "refused":
        print(_("Filen är avvisad. Inget har lästs in. Den är sparad som den kom."), file=sys.stderr)
        return REFUSED
    waiting = [one for one in delivered.proposal["questions"] if one["answer"] is None]
    if waiting:
        print("\n".join(_template(waiting)), file=sys.stderr)
        return REFUSED
    steps.load(by=by, now=now, run_id=delivered.id)
    print(_("Listan är inläst."))
    return 0


def _nation(code: str, *, on: date) -> UnitAt:
    found = next((one for one in areas.nations(on=on) if one.code == code), None)
    if found is None:
        raise NationMissing(nation=code)
    return found


def _file(name: str) -> Path:
    path = Path(name)
    if not path.is_file():
        raise argparse.ArgumentTypeError(_("filen finns inte: %(name)s") % {"name": name})
    return path


def _report(delivered: RunFacts) -> Iterator[str]:
    """Yield the sum, the fates with the areas that changed, and every finding with its rule."""
    account = delivered.proposal.get("account")
    if account:
        yield (
            _(
                "Före %(before)s, lämnade %(left)s, nya %(new)s, åter %(returned)s, tekniskt %(technical)s, efter %(after)s."
            )
            % account
        )
    lines = delivered.proposal.get("lines", [])
    counts = Counter(line["fate"] for line in lines)
    for fate in FATES:
        names = [line["name"] for line in lines if line["fate"] == fate and (fate != "continues" or line["flags"])]
        if counts[fate]:
            yield f"  {findings.FATES[fate]}: {counts[fate]}{_flagged(fate)}{', '.join(names)}"
    for unit in delivered.proposal.get("organisation", []):
        yield _("  enhet: %(code)s %(name)s under %(parent_code)s") % unit
    for one in delivered.report:
        where = _("rad %(row)s %(name)s") % one if one["row"] else _("filen")
        said = findings.finding(one["rule"], one["facts"])
        yield f"  {findings.SEVERITIES[one['severity']]}: {where}: {said} [{one['rule']}]"


def _flagged(fate: str) -> str:
    return _(", ändrade: ") if fate == "continues" else ": "


def _template(waiting: list[dict[str, object]]) -> Iterator[str]:
    """Yield a decisions file to fill in, one entry for each open question."""
    yield _("# Öppna frågor. Svara med yes = true eller false och ett skäl, och kör igen med --decisions FIL.")
    for one in waiting:
        facts = one["facts"]
        asked = findings.question(str(one["about"]), facts if isinstance(facts, dict) else {})
        yield f"\n# {asked}\n# {findings.WHY[str(one['why'])]}"
        yield f'[[decision]]\ndoubt = {json.dumps(one["id"], ensure_ascii=False)}\n# yes = \nreason = ""'
