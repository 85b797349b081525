"""Rules about the units that the rows name: codes that contradict names, local areas under another code."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from samsyn.ingest.areas.findings import Severity, Step, found
from samsyn.ingest.areas.read import Layer
from samsyn.ingest.areas.rows import Row, UnitSaid

UNIQUE_LEVELS = ("region", "police_area")
"""Levels whose names are each used once in the nation, so that one name with two codes is a fault."""
POLICE_AREA_DIGITS = 4


def codes_agree(rows: Sequence[Row], _layer: Layer, _list_on: date) -> Iterator[Step]:
    """One code has one name: a pair that most rows contradict is mended, the local area's code deciding."""
    for level in UNIQUE_LEVELS:
        pairs = Counter(row.units[level] for row in rows if row.units[level].code and row.units[level].name)
        for row in rows:
            said = row.units[level]
            usual = _usual(said, pairs, row.units["local_area"].code)
            if usual is not None:
                facts = {
                    "level": level,
                    "delivered": f"{said.name} {said.code}",
                    "mended": f"{usual.name} {usual.code}",
                }
                mended = replace(row, units={**row.units, level: usual})
                yield found(row, "code-contradicts-name", Severity.REPAIRED, facts, mended)


def local_under_its_police_area(rows: Sequence[Row], _layer: Layer, _list_on: date) -> Iterator[Step]:
    """Tell of a local area whose code does not begin with that of its police area."""
    for row in rows:
        local, above = row.units["local_area"], row.units["police_area"]
        if local.code and above.code and local.code[:POLICE_AREA_DIGITS] != above.code:
            facts = {"local_area": f"{local.name} {local.code}", "police_area": f"{above.name} {above.code}"}
            yield found(row, "local-code-under-another", Severity.NOTED, facts)


def _usual(said: UnitSaid, pairs: Counter[UnitSaid], local_code: str) -> UnitSaid | None:
    """Return the pair that shares the code or the name and is said more often, or None."""
    rivals = [
        pair
        for pair, times in pairs.items()
        if times > pairs[said] and pair != said and (pair.code == said.code or pair.name == said.name)
    ]
    if not said.code or not said.name or not rivals:
        return None
    return max(rivals, key=lambda pair: (local_code.startswith(pair.code), pair.name == said.name, pairs[pair]))
