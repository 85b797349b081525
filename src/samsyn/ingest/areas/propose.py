"""From checked rows and what is known to a proposal: fates, doubts, keys, boundaries, units."""

from collections.abc import Mapping, Sequence

from samsyn.areas.facts import AreaAt, AreaEntry, LinkEntry, ListEntry
from samsyn.core.areas.evidence import UNMOVED, Seen
from samsyn.core.areas.fates import Event, Fate, Outcome, fates
from samsyn.ingest.areas import geometry
from samsyn.ingest.areas.basis import Basis
from samsyn.ingest.areas.identity import (
    Named,
    identified,
    on_record,
    question,
    recorded_otherwise,
    recorded_pairs,
)
from samsyn.ingest.areas.proposal import Line, Proposal, Question, Share
from samsyn.ingest.areas.read import Layer
from samsyn.ingest.areas.rows import Row
from samsyn.ingest.areas.units import organisation
from samsyn.ingest.areas.validate import Checked


def propose(basis: Basis, layer: Layer, checked: Checked, *, answers: Mapping[str, bool], snapshot_id: int) -> Proposal:
    """Return what loading the rows would mean, with the answers given so far."""
    matched = on_record(basis, checked.rows)
    outcome = _outcome(basis, checked.rows, recorded_pairs(basis, matched), answers)
    named = identified(basis, checked.rows, outcome, matched)
    units = organisation(checked.rows, basis.units, list_on=basis.list_on, answers=answers)
    doubts = (question(doubt, named, basis, answers) for doubt in outcome.doubts)
    known = {area.key: area for area in (*basis.before, *basis.earlier)}
    return Proposal(
        list_on=basis.list_on,
        layout=layer.layout,
        system=layer.system,
        fills=basis.is_recorded,
        delivered=len(layer.rows),
        lines=(
            *(_line(one, known) for one in named),
            *(_left(known[event.before[0]]) for event in outcome.events if event.fate is Fate.LEFT),
        ),
        questions=(*doubts, *units.questions, *(_refused_row(row, answers) for row in checked.refused)),
        findings=(*checked.findings, *recorded_otherwise(named, basis)),
        account=outcome.account,
        organisation=units.entries,
        entry=ListEntry(
            start=basis.list_on,
            title=f"Lista {basis.list_on.year}",
            areas=tuple(_entry(one, basis, known) for one in named if one.recorded or not basis.is_recorded),
            links=() if basis.is_recorded else _links(named, outcome),
            snapshot_id=snapshot_id,
        ),
    )


def _outcome(
    basis: Basis, rows: Sequence[Row], recorded: frozenset[tuple[str, str]], answers: Mapping[str, bool]
) -> Outcome:
    new = {row.key: row.shape for row in rows if row.shape is not None}
    old = {area.key: shape for area in (*basis.before, *basis.earlier) if (shape := basis.shape(area)) is not None}
    return fates(
        [basis.seen(area) for area in basis.before],
        [Seen(row.key, row.name, row.special_id, row.place, bounded=True) for row in rows],
        geometry.overlaps(old, new) if old and new else (),
        known=[basis.seen(area) for area in basis.earlier],
        recorded=recorded,
        answers=answers,
    )


def _line(one: Named, known: Mapping[str, AreaAt]) -> Line:
    pairs = [pair for pair in one.event.pairs if pair.after.key == one.row.key]
    shares = (pair.overlap for pair in pairs if pair.overlap is not None)
    return Line(
        row=one.row.number,
        key=one.key,
        name=one.row.name,
        category=one.row.category,
        fate=one.event.fate.value,
        before=tuple(known[key].name for key in dict.fromkeys(pair.before.key for pair in pairs)),
        flags=tuple(sorted(flag.value for flag in one.event.flags)),
        shares=tuple(Share(known[two.before].name, round(two.of_before, 3), round(two.of_after, 3)) for two in shares),
        special_id=one.row.special_id,
        unit=one.row.units["local_area"].code,
        m2=None if one.row.shape is None else round(one.row.shape.area),
    )


def _left(area: AreaAt) -> Line:
    return Line(
        row=0,
        key=area.key,
        name=area.name,
        category=area.category,
        fate=Fate.LEFT.value,
        special_id=area.special_id,
        unit=area.unit_code,
        m2=None if area.area_m2 is None else round(area.area_m2),
    )


def _refused_row(row: Row, answers: Mapping[str, bool]) -> Question:
    asked = f"row:{row.number}"
    return Question(asked, "row", "row-refused", {"row": row.number, "name": row.name}, answer=answers.get(asked))


def _entry(one: Named, basis: Basis, known: Mapping[str, AreaAt]) -> AreaEntry:
    row = one.row
    was = known.get(one.key)
    same = _same_boundary(one, basis)
    shape = row.shape
    return AreaEntry(
        key=one.key,
        name=row.name,
        category=row.category,
        special_id=row.special_id,
        unit_code=row.units["local_area"].code or (was.unit_code if was else ""),
        municipality=was.municipality if was else "",
        municipality_code=was.municipality_code if was else "",
        place=row.place.strip(),
        position=None if shape is None else geometry.position(shape),
        boundary=None
        if shape is None or same
        else geometry.boundary(shape, row.raw.geometry or {}, repaired=row.reshaped),
        same_boundary=same,
    )


def _same_boundary(one: Named, basis: Basis) -> str:
    """Return the boundary version that this row repeats: of the list before, or of the list after."""
    for area in (*basis.before, *basis.following):
        old = basis.shape(area) if area.key == one.key else None
        if old is None or one.row.shape is None:
            continue
        found = geometry.overlaps({"old": old}, {"new": one.row.shape})
        if found and min(found[0].of_before, found[0].of_after) >= UNMOVED:
            return area.boundary
    return ""


def _links(named: Sequence[Named], outcome: Outcome) -> tuple[LinkEntry, ...]:
    keys = {one.row.key: one.key for one in named}
    return tuple(
        LinkEntry(pair.before.key, keys[pair.after.key], _link_fate(event))
        for event in outcome.events
        if event.fate in (Fate.SPLIT, Fate.MERGED)
        for pair in event.pairs
        if pair.before.key != keys[pair.after.key]
    )


def _link_fate(event: Event) -> str:
    return Fate.MERGED.value if event.fate is Fate.MERGED else Fate.SPLIT.value
