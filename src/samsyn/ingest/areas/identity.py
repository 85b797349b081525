"""Which area each row is: the key it gets, and whether a list already known says the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from samsyn.areas.facts import AreaAt
from samsyn.core.areas.fates import Doubt, Event, Fate, Outcome
from samsyn.core.areas.names import parts, same_name, slug
from samsyn.ingest.areas.basis import Basis
from samsyn.ingest.areas.findings import WHOLE_FILE, Finding, Severity
from samsyn.ingest.areas.proposal import Question
from samsyn.ingest.areas.rows import Row

KEEPS_IDENTITY = (Fate.CONTINUES, Fate.RETURNED)


@dataclass(frozen=True, slots=True)
class Named:
    """A row with the key it gets, the event it stands in, and the area of the known list that it is."""

    row: Row
    key: str
    event: Event
    recorded: AreaAt | None


def on_record(basis: Basis, rows: Sequence[Row]) -> Mapping[str, AreaAt]:
    """Return, by row, the area of the list already known that has the row's name, or else its number."""
    found: dict[str, AreaAt] = {}
    free = {area.key: area for area in basis.recorded or ()}
    for agrees in (_called_alike, _numbered_alike):
        for row in rows:
            area = None if row.key in found else next((one for one in free.values() if agrees(one, row)), None)
            if area is not None:
                found[row.key] = free.pop(area.key)
    return found


def recorded_pairs(basis: Basis, matched: Mapping[str, AreaAt]) -> frozenset[tuple[str, str]]:
    """Return what the list already known says of each row: which earlier areas it is or came from."""
    came_from: dict[str, set[str]] = {}
    for before, after in basis.links:
        came_from.setdefault(after, set()).add(before)
    return frozenset(
        (before, row) for row, area in matched.items() for before in (area.key, *came_from.get(area.key, ()))
    )


def identified(basis: Basis, rows: Sequence[Row], outcome: Outcome, matched: Mapping[str, AreaAt]) -> tuple[Named, ...]:
    """Return every row with its key: that of the area it is, or a new one."""
    events = {key: event for event in outcome.events for key in event.after}
    taken = set(basis.keys)
    used = {area.key for area in matched.values()}
    named: list[Named] = []
    for row in rows:
        event = events[row.key]
        recorded = matched.get(row.key) or _by_fate(basis, event, used)
        key = recorded.key if recorded is not None else _own_key(row, event) or _fresh(row, taken)
        taken.add(key)
        named.append(Named(row, key, event, recorded))
    return tuple(named)


def question(doubt: Doubt, named: Sequence[Named], basis: Basis, answers: Mapping[str, bool]) -> Question:
    """Return a doubt about ground as a question, with what the known list says of it."""
    one = next(one for one in named if one.row.key == doubt.after)
    recorded = None
    if one.recorded is not None:
        same = one.recorded.key == doubt.before
        recorded = same or (doubt.before, one.recorded.key) in basis.links
    overlap = doubt.pair.overlap
    facts: dict[str, object] = {
        "before": doubt.pair.before.name,
        "after": doubt.pair.after.name,
        "as_fate": doubt.as_fate.value,
        "of_before": round(overlap.of_before, 3) if overlap else None,
        "of_after": round(overlap.of_after, 3) if overlap else None,
        "before_id": doubt.pair.before.special_id,
        "after_id": doubt.pair.after.special_id,
    }
    return Question(doubt.id, "area", doubt.why.value, facts, recorded, answers.get(doubt.id))


def recorded_otherwise(named: Sequence[Named], basis: Basis) -> Iterator[Finding]:
    """Tell where a row differs from what is known of its area: place, and the list already recorded."""
    before = {area.key: area for area in (*basis.before, *basis.earlier)}
    for one in named:
        yield from _elsewhere(one, before)
        if basis.is_recorded:
            yield from _against_record(one, before)
    there = {one.recorded.key for one in named if one.recorded}
    absent = [area.name for area in basis.recorded or () if area.key not in there]
    if absent:
        facts = {"names": absent[:20], "count": len(absent)}
        yield Finding(WHOLE_FILE, "recorded-without-row", Severity.NOTED, "", facts)


def _called_alike(area: AreaAt, row: Row) -> bool:
    return same_name(area.name, row.name)


def _numbered_alike(area: AreaAt, row: Row) -> bool:
    return row.special_id is not None and area.special_id == row.special_id


def _by_fate(basis: Basis, event: Event, used: set[str]) -> AreaAt | None:
    keys = set(event.before) - used if event.fate in KEEPS_IDENTITY else set[str]()
    return next((area for area in basis.recorded or () if area.key in keys), None)


def _own_key(row: Row, event: Event) -> str:
    """Return the key of the area that the row still is, or nothing when it is a new one."""
    if event.fate in KEEPS_IDENTITY:
        return event.before[0]
    anchored = (pair.before.key for pair in event.pairs if pair.after.key == row.key and pair.anchored)
    return next(anchored, "")


def _fresh(row: Row, taken: set[str]) -> str:
    tries = [row.key, slug(f"{row.name} {row.place}"), *(f"{row.key}-{number}" for number in range(2, len(taken) + 3))]
    return next(key for key in tries if key and key not in taken)


def _elsewhere(one: Named, before: Mapping[str, AreaAt]) -> Iterator[Finding]:
    """Tell of a place that is not the municipality known, or not the place of the area it came from."""
    place = one.row.place
    known = one.recorded or before.get(one.key)
    if known is not None and known.municipality:
        rule, other = "place-not-municipality", known.municipality
    else:
        rule = "place-not-as-before"
        origins = (before[pair.before.key] for pair in one.event.pairs if pair.after.key == one.row.key)
        other = next((origin.place or origin.municipality for origin in origins), "")
    if place and other and parts(place) != parts(other):
        facts = {"delivered": place, "known": other, "local_area": one.row.units["local_area"].name}
        yield Finding(one.row.number, rule, Severity.NOTED, one.row.name, facts)


def _against_record(one: Named, before: Mapping[str, AreaAt]) -> Iterator[Finding]:
    row, recorded = one.row, one.recorded
    if recorded is None:
        yield Finding(row.number, "not-on-recorded-list", Severity.REFUSED, row.name)
        return
    was = recorded.key if recorded.key in before else ""
    said = {
        "identity": (was or "new", _own_key(row, one.event) or "new"),
        "category": (recorded.category, row.category),
        "special_id": (recorded.special_id, row.special_id),
        "unit": (recorded.unit_code, row.units["local_area"].code),
        "name": (recorded.name, row.name),
    }
    for field, (known, delivered) in said.items():
        if known and delivered and known != delivered:
            facts = {"field": field, "recorded": known, "delivered": delivered}
            yield Finding(row.number, "recorded-otherwise", Severity.NOTED, row.name, facts)
