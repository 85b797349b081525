"""Rules about the ground of the rows: shapes made valid, measured, and told apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from samsyn.core.areas.evidence import UNMOVED
from samsyn.core.areas.names import same_name
from samsyn.ingest.areas import geometry
from samsyn.ingest.areas.findings import Severity, Step, found
from samsyn.ingest.areas.geometry import NoShape, Shape
from samsyn.ingest.areas.read import Layer
from samsyn.ingest.areas.rows import Row, text

SMALLEST_M2, LARGEST_M2 = 10_000, 20_000_000
"""Sizes outside these are noted: the published areas hold 0.09–3.4 km²."""
STATED_TOLERANCE = 0.01
TOUCHING = 0.001
"""Share of the smaller area from which two areas of one list overlap more than a drawn line would."""


def shaped(rows: Sequence[Row], layer: Layer, _list_on: date) -> Iterator[Step]:
    """Ask for a polygon in Sweden; make one that crosses itself valid, and leave slivers out."""
    for row in rows:
        try:
            shape = geometry.metric_shape(row.raw.geometry, layer.system)
        except NoShape as missing:
            yield found(row, missing.rule, Severity.REFUSED, missing.facts)
            continue
        yield from _mended(row, shape)


def _mended(row: Row, shape: Shape) -> Iterator[Step]:
    whole = shape if shape.is_valid else geometry.made_valid(shape)
    if whole is None:
        yield found(row, "geometry-empty", Severity.REFUSED)
        return
    if whole is not shape:
        facts = {"delivered_m2": round(shape.area), "mended_m2": round(whole.area)}
        row = replace(row, shape=whole, reshaped=True)
        yield found(row, "crosses-itself", Severity.REPAIRED, facts, row)
    kept, slivers = geometry.without_slivers(whole)
    row = replace(row, shape=kept, reshaped=row.reshaped or bool(slivers))
    if slivers:
        sizes = [round(size, 1) for size in slivers]
        yield found(row, "sliver", Severity.REPAIRED, {"slivers_m2": sizes}, row)
    else:
        yield Step(row.number, mended=row)


def sized(rows: Sequence[Row], _layer: Layer, _list_on: date) -> Iterator[Step]:
    """Tell of a size no area has had, and of one that differs from what the file itself states."""
    for row in rows:
        if row.shape is None:
            continue
        m2 = float(row.shape.area)
        if not SMALLEST_M2 <= m2 <= LARGEST_M2:
            yield found(row, "size-unusual", Severity.NOTED, {"m2": round(m2)})
        stated = _number(text(row.raw, "stated_m2"))
        if stated and abs(m2 - stated) > STATED_TOLERANCE * stated:
            yield found(row, "size-not-as-stated", Severity.NOTED, {"m2": round(m2), "stated_m2": round(stated)})


def told_apart(rows: Sequence[Row], _layer: Layer, _list_on: date) -> Iterator[Step]:
    """No two rows have one name or number: the same row twice is read once, otherwise the later is refused."""
    kept: list[Row] = []
    for row in rows:
        twin = next((one for one in kept if _same_called(one, row) or _same_number(one, row)), None)
        if twin is None:
            kept.append(row)
        elif _same_called(twin, row) and twin.category == row.category and _same_ground(twin, row):
            yield found(row, "row-twice", Severity.REPAIRED, {"first": twin.number}, drop=True)
        else:
            rule = "name-twice" if _same_called(twin, row) else "number-twice"
            yield found(row, rule, Severity.REFUSED, {"first": twin.number, "first_name": twin.name})


def beside_each_other(rows: Sequence[Row], _layer: Layer, _list_on: date) -> Iterator[Step]:
    """Tell of two areas of the list that share ground."""
    shapes = {row.number: row.shape for row in rows if row.shape is not None}
    by_number = {row.number: row for row in rows}
    keyed = {str(number): shape for number, shape in shapes.items()}
    shared = {(int(one.before), int(one.after)): one for one in geometry.overlaps(keyed, keyed)}
    for first, second in combinations(sorted(shapes), 2):
        overlap = shared.get((first, second))
        if overlap is not None and max(overlap.of_before, overlap.of_after) > TOUCHING:
            facts = {
                "other": by_number[second].name,
                "share": round(overlap.of_before, 4),
                "share_of_other": round(overlap.of_after, 4),
            }
            yield found(by_number[first], "overlaps-another", Severity.NOTED, facts)


def _same_called(one: Row, other: Row) -> bool:
    return same_name(one.name, other.name) or one.key == other.key


def _same_number(one: Row, other: Row) -> bool:
    return one.special_id is not None and one.special_id == other.special_id


def _same_ground(one: Row, other: Row) -> bool:
    if one.shape is None or other.shape is None:
        return one.raw.geometry == other.raw.geometry
    overlap = geometry.overlaps({"one": one.shape}, {"other": other.shape})
    return bool(overlap) and min(overlap[0].of_before, overlap[0].of_after) >= UNMOVED


def _number(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return 0.0
