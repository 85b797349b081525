"""Writing the organisation: nations founded, units placed, renamed, moved and ended, each from a day.

The lists of areas are written by ``lists.py``, delivered files and imports by ``imports.py``.
Every change of the tree rebuilds the dated closure of its nation, and is refused as a whole when
the result would be no tree.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from samsyn.areas.facts import UnitEntry
from samsyn.areas.models import Unit, UnitClosure, UnitSpan
from samsyn.areas.queries import holds
from samsyn.audit import actions as audit
from samsyn.core.access import Actor, Permission, require
from samsyn.core.areas.names import tidy
from samsyn.core.areas.spans import DatesTurned, Span
from samsyn.core.areas.tree import OwnAncestor, Placement, closure
from samsyn.core.errors import DomainError, NotFound
from samsyn.core.text import sort_key

INSTALLATION = 0
"""Where ``units.keep`` must be held to found a nation: no role is ever given there, only the command line is."""


class CodeTaken(DomainError):
    """The code belongs to a unit of another nation, or to one of another kind."""

    code = "units.code-taken"


class ParentUnknown(DomainError):
    """A unit is placed under a code that nobody has."""

    code = "units.parent-unknown"


@transaction.atomic
def found_nation(  # noqa: PLR0913 - each is a fact of the nation
    *, by: Actor, now: datetime, code: str, name: str, start: date, training: bool = False
) -> int:
    """Found a nation, the root of a tree of its own, and return its id; founding it again changes nothing."""
    require(by, Permission.UNITS_KEEP, unit_id=INSTALLATION)
    known = Unit.objects.filter(code=code).first()
    if known is not None:
        if known.kind != "nation" or known.training != training:
            raise CodeTaken(code=code)
        return known.pk
    nation = Unit.objects.create(kind="nation", code=code, training=training, official_code=False)
    UnitSpan.objects.create(unit=nation, name=tidy(name), sort_key=sort_key(name), start=start)
    _rebuild(nation.pk)
    audit.record("units.nation-founded", actor=by, target=f"unit:{code}", at=now, unit_id=nation.pk)
    return nation.pk


@transaction.atomic
def load_organisation(*, by: Actor, now: datetime, nation_id: int, units: Sequence[UnitEntry]) -> int:
    """Make every entry hold from its day; return how many spans were written, 0 when all were there."""
    require(by, Permission.UNITS_KEEP, unit_id=nation_id)
    return write_organisation(by=by, now=now, nation_id=nation_id, units=units)


def write_organisation(*, by: Actor, now: datetime, nation_id: int, units: Sequence[UnitEntry]) -> int:
    """Write the entries; for actions of this room that have asked for the permission themselves."""
    nation = lock_nation(nation_id)
    known = {row.code: row for row in Unit.objects.filter(code__in={entry.code for entry in units})}
    for entry in units:
        known[entry.code] = _unit_of(entry, nation, known.get(entry.code))
    ids = _ids_by_code(nation, units)
    written = [entry.code for entry in sorted(units, key=lambda one: one.start) if _hold(entry, known, ids)]
    if written:
        _rebuild(nation_id)
        facts = {"codes": sorted(set(written))}
        audit.record("units.loaded", actor=by, target=f"unit:{nation.code}", at=now, unit_id=nation_id, facts=facts)
    return len(written)


@transaction.atomic
def rename_unit(*, by: Actor, now: datetime, unit_id: int, name: str, start: date) -> None:
    """Give a unit another name from a day."""
    unit = _guarded(by, unit_id)
    _change(unit, start, name=tidy(name))
    _note(by, now, unit, "units.renamed", start)


@transaction.atomic
def move_unit(*, by: Actor, now: datetime, unit_id: int, parent_id: int, start: date) -> None:
    """Place a unit under another from a day; under itself or something below it is refused."""
    unit = _guarded(by, unit_id)
    if not Unit.objects.filter(Q(pk=unit.nation_id) | Q(nation_id=unit.nation_id), pk=parent_id).exists():
        raise ParentUnknown(parent=parent_id)
    _check_parent(unit, parent_id)
    _change(unit, start, parent_id=parent_id)
    _rebuild(unit.nation_id or unit.pk)
    _note(by, now, unit, "units.moved", start)


@transaction.atomic
def end_unit(*, by: Actor, now: datetime, unit_id: int, end: date) -> None:
    """Let a unit cease on a day; refused while something still stands under it."""
    unit = _guarded(by, unit_id)
    span = UnitSpan.objects.filter(unit=unit).latest("start")
    _check_span(span.start, end)
    UnitSpan.objects.filter(pk=span.pk).update(end=end)
    _rebuild(unit.nation_id or unit.pk)
    _note(by, now, unit, "units.ended", end)


def _guarded(by: Actor, unit_id: int) -> Unit:
    row = Unit.objects.filter(pk=unit_id).first()
    if row is None:
        raise NotFound(what="unit")
    require(by, Permission.UNITS_KEEP, unit_id=row.nation_id or row.pk)
    lock_nation(row.nation_id or row.pk)
    return row


def lock_nation(nation_id: int) -> Unit:
    """Return the nation's row, locked: one writer of a tree or list at a time."""
    row = Unit.objects.select_for_update().filter(pk=nation_id, kind="nation").first()
    if row is None:
        raise NotFound(what="unit")
    return row


def _note(by: Actor, now: datetime, unit: Unit, event: str, start: date) -> None:
    facts = {"from": start.isoformat()}
    audit.record(event, actor=by, target=f"unit:{unit.code}", at=now, unit_id=unit.pk, facts=facts)


def _unit_of(entry: UnitEntry, nation: Unit, known: Unit | None) -> Unit:
    if known is None:
        return Unit.objects.create(
            nation=nation,
            kind=entry.kind,
            code=entry.code,
            official_code=entry.official_code,
            training=nation.training,
            note=entry.note,
        )
    if known.nation_id != nation.pk or known.kind != entry.kind:
        raise CodeTaken(code=entry.code)
    return known


def _ids_by_code(nation: Unit, units: Sequence[UnitEntry]) -> Mapping[str, int]:
    wanted = {entry.parent_code for entry in units}
    rows = Unit.objects.filter(Q(pk=nation.pk) | Q(nation=nation), code__in=wanted).values_list("code", "pk")
    ids = dict(rows)
    missing = wanted - ids.keys()
    if missing:
        raise ParentUnknown(parent=min(missing))
    return ids


def _hold(entry: UnitEntry, known: Mapping[str, Unit], ids: Mapping[str, int]) -> bool:
    """Make the entry hold from its day; tell whether anything was written."""
    unit, parent_id, name = known[entry.code], ids[entry.parent_code], tidy(entry.name)
    _check_span(entry.start, entry.end)
    _check_parent(unit, parent_id)
    then = UnitSpan.objects.filter(holds(entry.start), unit=unit).first()
    if then is None:
        UnitSpan.objects.create(
            unit=unit, name=name, sort_key=sort_key(name), parent_id=parent_id, start=entry.start, end=entry.end
        )
        return True
    if (then.name, then.parent_id) == (name, parent_id):
        if entry.end is None or entry.end == then.end:
            return False
        UnitSpan.objects.filter(pk=then.pk).update(end=entry.end)
        return True
    _change(unit, entry.start, name=name, parent_id=parent_id, end=entry.end)
    return True


def _change(unit: Unit, start: date, *, name: str = "", parent_id: int | None = None, end: date | None = None) -> None:
    """Close the span in force and open one that differs; on its own first day it is rewritten."""
    span = _span_on(unit, start)
    name = name or span.name
    values = {"name": name, "sort_key": sort_key(name), "parent_id": parent_id or span.parent_id}
    if span.start == start:
        UnitSpan.objects.filter(pk=span.pk).update(**values)
        return
    UnitSpan.objects.filter(pk=span.pk).update(end=start)
    UnitSpan.objects.create(unit=unit, start=start, end=end or span.end, **values)


def _span_on(unit: Unit, on: date) -> UnitSpan:
    span = UnitSpan.objects.filter(holds(on), unit=unit).first()
    if span is None:
        first = UnitSpan.objects.filter(unit=unit).order_by("start").first()
        if first is not None and on < first.start:
            raise DatesTurned(start=first.start.isoformat(), end=on.isoformat())
        raise NotFound(what="unit")
    return span


def _check_span(start: date, end: date | None) -> None:
    Span(start, end)


def _check_parent(unit: Unit, parent_id: int) -> None:
    # The tree finds longer circles; this one the database would refuse first, without a word.
    if unit.pk == parent_id:
        raise OwnAncestor(unit=unit.pk)


def _rebuild(nation_id: int) -> None:
    spans = UnitSpan.objects.filter(Q(unit_id=nation_id) | Q(unit__nation_id=nation_id))
    rows = closure(Placement(row.unit_id, row.parent_id, Span(row.start, row.end)) for row in spans)
    UnitClosure.objects.filter(Q(descendant_id=nation_id) | Q(descendant__nation_id=nation_id)).delete()
    UnitClosure.objects.bulk_create(
        UnitClosure(
            ancestor_id=row.ancestor,
            descendant_id=row.descendant,
            depth=row.depth,
            start=row.span.start,
            end=row.span.end,
        )
        for row in rows
    )
