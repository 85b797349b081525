"""A nation with its keeper, and the steps of an import in one call."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samsyn.areas import actions, publication
from samsyn.areas.facts import RunFacts
from samsyn.core.access import Actor, Permission
from samsyn.ingest.areas import load
from samsyn.ingest.areas.decisions import Decision
from tests.areas.land import FOUNDED, NOW, actor
from tests.ingest.layers import LISTS, published

KEEPS = (Permission.AREAS_READ, Permission.AREAS_KEEP, Permission.UNITS_KEEP)


@dataclass(frozen=True, slots=True)
class Nation:
    """A nation and the one who keeps its areas."""

    id: int
    keeper: Actor

    def bring_in(self, content: bytes, list_on: date, name: str = "lista.geojson") -> RunFacts:
        """Keep a file and propose."""
        return load.bring_in(by=self.keeper, now=NOW, nation_id=self.id, name=name, content=content, list_on=list_on)

    def answer(self, run: RunFacts, answers: Mapping[str, bool]) -> RunFacts:
        """Answer doubts, each with the same reason."""
        decisions = {doubt: Decision(doubt, yes, "Så är det.") for doubt, yes in answers.items()}
        return load.answer(by=self.keeper, now=NOW, run_id=run.id, decisions=decisions)

    def load(self, run: RunFacts) -> RunFacts:
        """Load."""
        return load.load(by=self.keeper, now=NOW, run_id=run.id)

    def bring_year(self, year: int) -> RunFacts:
        """Bring in the published layer of a year."""
        name, list_on = LISTS[year]
        return self.bring_in(published(name), list_on, name)

    def load_year(self, year: int) -> RunFacts:
        """Bring in the published layer of a year, answer yes to every doubt, and load it."""
        run = self.bring_year(year)
        return self.load(self.answer(run, dict.fromkeys(asked(run), True)))


def asked(run: RunFacts) -> list[str]:
    """Return the ids of the doubts of an import."""
    return [str(one["id"]) for one in run.proposal["questions"]]


def rules(run: RunFacts) -> dict[str, list[str]]:
    """Return the rules that found something, with the names of the areas."""
    found: dict[str, list[str]] = {}
    for one in run.report:
        found.setdefault(str(one["rule"]), []).append(str(one["name"]))
    return found


def fates(run: RunFacts) -> dict[str, list[dict[str, Any]]]:
    """Return the lines of a proposal by fate."""
    found: dict[str, list[dict[str, Any]]] = {}
    for line in run.proposal["lines"]:
        found.setdefault(line["fate"], []).append(line)
    return found


def empty() -> Nation:
    """Found a nation that knows nothing."""
    nation_id = actions.found_nation(
        by=actor(Permission.UNITS_KEEP), now=NOW, code="tom", name="Tomlandet", start=FOUNDED
    )
    return Nation(nation_id, actor(*KEEPS, unit_id=nation_id))


def known() -> Nation:
    """Load the published facts."""
    nation_id = publication.load_published(by=actor(Permission.UNITS_KEEP), now=NOW)
    return Nation(nation_id, actor(*KEEPS, unit_id=nation_id))


def with_lists(nation: Nation, *years: int) -> Nation:
    """Load the published layers of some years."""
    for year in years:
        nation.load_year(year)
    return nation
