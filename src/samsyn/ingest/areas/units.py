"""The units that a layer names, against those the nation has: new ones, and changes for a person to confirm."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samsyn.areas.facts import UnitAt, UnitEntry
from samsyn.core.areas.names import tidy
from samsyn.ingest.areas.proposal import Question
from samsyn.ingest.areas.rows import LEVELS, Row, UnitSaid


@dataclass(frozen=True, slots=True)
class Organisation:
    """What a load would write of units, and what a person must confirm first."""

    entries: tuple[UnitEntry, ...]
    questions: tuple[Question, ...]


def organisation(
    rows: Sequence[Row], known: Sequence[UnitAt], *, list_on: date, answers: Mapping[str, bool]
) -> Organisation:
    """Return the units to be made or changed from the list's day.

    A unit that the layer does not name is left alone: a layer only names units that have areas.
    """
    by_id = {unit.id: unit for unit in known}
    by_code = {unit.code: unit for unit in known}
    nation = next(unit for unit in known if unit.kind == "nation")
    entries: list[UnitEntry] = []
    questions: list[Question] = []
    for place, level in enumerate(LEVELS):
        above = LEVELS[place - 1] if place else ""
        for said, parent_code in _said(rows, level, above, nation.code).items():
            entry = UnitEntry(said.code, tidy(said.name), level, parent_code, list_on)
            unit = by_code.get(said.code)
            if unit is None:
                entries.append(entry)
                continue
            parent = by_id[unit.parent_id].code if unit.parent_id in by_id else ""
            question = _change(unit, parent, entry, answers)
            if question is not None:
                questions.append(question)
                if question.answer is not False:
                    entries.append(entry)
    return Organisation(tuple(entries), tuple(questions))


def _said(rows: Sequence[Row], level: str, above: str, nation_code: str) -> Mapping[UnitSaid, str]:
    """Return each unit of a level once, with the parent that most rows give it."""
    votes: dict[UnitSaid, Counter[str]] = {}
    for row in rows:
        said = row.units[level]
        if said.code and tidy(said.name):
            parent = row.units[above].code if above else ""
            votes.setdefault(said, Counter())[parent or nation_code] += 1
    return {said: votes[said].most_common(1)[0][0] for said in sorted(votes, key=lambda one: one.code)}


def _change(unit: UnitAt, parent: str, entry: UnitEntry, answers: Mapping[str, bool]) -> Question | None:
    facts: dict[str, object] = {"code": unit.code, "name": unit.name}
    if unit.name.casefold() != entry.name.casefold():
        facts["new_name"] = entry.name
    if parent != entry.parent_code:
        facts |= {"parent": parent, "new_parent": entry.parent_code}
    if "new_name" not in facts and "new_parent" not in facts:
        return None
    asked = f"unit:{unit.code}"
    why = "unit-moved" if "new_parent" in facts else "unit-renamed"
    return Question(asked, "unit", why, facts, answer=answers.get(asked))
