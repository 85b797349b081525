"""Reading units and areas as of a day. Every function costs the same number of queries however much it returns.

Names and places of units and areas are public facts, so the small look-ups that other rooms need
take no actor; what a page lists asks for ``areas.read``. Boundaries and history: see the modules beside.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.db.models import F, Q, QuerySet

from samsyn.areas.facts import AreaAt, UnitAt
from samsyn.areas.models import Area, AreaLink, AreaSpan, ListEdition, Listing, Unit, UnitClosure, UnitSpan
from samsyn.core.access import Actor, Permission
from samsyn.core.errors import NotAllowed, NotFound


def holds(on: date, prefix: str = "") -> Q:
    """Return the condition that a dated row is in force on the day."""
    start, end = f"{prefix}start__lte", f"{prefix}end"
    return Q(**{start: on}) & (Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": on}))


def require_reader(by: Actor) -> None:
    """Raise :class:`NotAllowed` unless the actor may read areas somewhere: the facts are public."""
    if not by.has(Permission.AREAS_READ):
        raise NotAllowed(permission=Permission.AREAS_READ.value)


def nations(*, on: date) -> tuple[UnitAt, ...]:
    """Return every nation, the real before the invented."""
    rows = _unit_rows(UnitSpan.objects.filter(holds(on), unit__kind="nation"))
    return tuple(sorted(map(_unit, rows), key=lambda one: (one.training, _by_name(one))))


def unit(unit_id: int, *, on: date) -> UnitAt:
    """Return a unit as it was on a day."""
    return _one_unit(Q(unit_id=unit_id), on)


def unit_by_code(code: str, *, on: date) -> UnitAt:
    """Return the unit with a code as it was on a day."""
    return _one_unit(Q(unit__code=code), on)


def units(unit_ids: Iterable[int], *, on: date) -> Mapping[int, UnitAt]:
    """Return several units by id as of a day; one that did not exist then is left out."""
    rows = _unit_rows(UnitSpan.objects.filter(holds(on), unit_id__in=set(unit_ids)))
    return {row.id: row for row in map(_unit, rows)}


def units_in(nation_id: int, *, on: date, by: Actor) -> tuple[UnitAt, ...]:
    """Return every unit of a nation, the nation itself included, in tree order by name."""
    require_reader(by)
    spans = UnitSpan.objects.filter(holds(on)).filter(Q(unit_id=nation_id) | Q(unit__nation_id=nation_id))
    return _in_tree_order(sorted(map(_unit, _unit_rows(spans)), key=_by_name))


def unit_history(unit_id: int) -> tuple[UnitAt, ...]:
    """Return the spans of a unit, oldest first: its renames and moves."""
    return tuple(map(_unit, _unit_rows(UnitSpan.objects.filter(unit_id=unit_id)).order_by("start")))


def nation_of(unit_id: int) -> int:
    """Return the id of the nation that is the unit's root; a nation is its own."""
    row = Unit.objects.filter(pk=unit_id).first()
    if row is None:
        raise NotFound(what="unit")
    return row.nation_id or row.pk


def ancestor_ids(unit_id: int, *, on: date) -> tuple[int, ...]:
    """Return the units over a unit on a day, nearest first, itself left out."""
    rows = UnitClosure.objects.filter(holds(on), descendant_id=unit_id, depth__gt=0).order_by("depth")
    return tuple(rows.values_list("ancestor_id", flat=True))


def descendant_ids(unit_id: int, *, on: date) -> frozenset[int]:
    """Return the units under a unit on a day, itself left out."""
    rows = UnitClosure.objects.filter(holds(on), ancestor_id=unit_id, depth__gt=0)
    return frozenset(rows.values_list("descendant_id", flat=True))


def child_ids(unit_id: int, *, on: date) -> frozenset[int]:
    """Return the units directly under a unit on a day."""
    return frozenset(UnitSpan.objects.filter(holds(on), parent_id=unit_id).values_list("unit_id", flat=True))


def areas_in(nation_id: int, *, on: date, by: Actor) -> tuple[AreaAt, ...]:
    """Return the areas on the nation's list in force on a day, by name."""
    require_reader(by)
    return _areas(Q(area__nation_id=nation_id), nation_id, on)


def areas_of(unit_id: int, *, on: date) -> tuple[AreaAt, ...]:
    """Return the listed areas of a unit and of everything under it on a day, by name."""
    below = UnitClosure.objects.filter(holds(on), ancestor_id=unit_id).values("descendant_id")
    return _areas(Q(unit_id__in=below), nation_of(unit_id), on)


def area_by_key(key: str, *, on: date) -> AreaAt:
    """Return an area on the list in force on a day."""
    found = areas_by_keys([key], on=on)
    if key not in found:
        raise NotFound(what="area")
    return found[key]


def areas_by_keys(keys: Collection[str], *, on: date) -> Mapping[str, AreaAt]:
    """Return several areas by key as of a day; one not on the list then is left out."""
    result: dict[str, AreaAt] = {}
    for nation_id in set(Area.objects.filter(key__in=set(keys)).values_list("nation_id", flat=True)):
        result |= {area.key: area for area in _areas(Q(area__key__in=set(keys)), nation_id, on)}
    return result


def edition_on(nation_id: int, *, on: date) -> int | None:
    """Return the id of the nation's list in force on a day, or None before the first."""
    lists = ListEdition.objects.filter(nation_id=nation_id, start__lte=on).order_by("-start")
    return lists.values_list("pk", flat=True).first()


def list_days(nation_id: int) -> tuple[date, ...]:
    """Return the days on which the nation's lists begin, oldest first."""
    return tuple(ListEdition.objects.filter(nation_id=nation_id).order_by("start").values_list("start", flat=True))


def links_at(nation_id: int, *, start: date) -> frozenset[tuple[str, str]]:
    """Return the keys of the areas that went up in others at the list of a day, as (before, after)."""
    rows = AreaLink.objects.filter(edition__nation_id=nation_id, edition__start=start)
    return frozenset(rows.values_list("before__key", "after__key"))


def area_keys() -> frozenset[str]:
    """Return the keys of every area of every nation: a new area gets another."""
    return frozenset(Area.objects.values_list("key", flat=True))


def areas_known(nation_id: int, *, before: date, by: Actor) -> tuple[AreaAt, ...]:
    """Return every area that any list before a day held, as it last was then, by name."""
    require_reader(by)
    spans = AreaSpan.objects.filter(area__nation_id=nation_id, start__lt=before).order_by("start")
    last = {span.area_id: span for span in _with_size(spans)}
    listings = Listing.objects.filter(area__nation_id=nation_id, edition__start__lt=before).order_by("edition__start")
    listed = {row.area_id: row for row in listings}
    return tuple(sorted((_area(span, listed[key], None) for key, span in last.items()), key=_by_name))


def _one_unit(condition: Q, on: date) -> UnitAt:
    row = _unit_rows(UnitSpan.objects.filter(condition, holds(on))).first()
    if row is None:
        raise NotFound(what="unit")
    return _unit(row)


def _unit_rows(spans: QuerySet[UnitSpan]) -> QuerySet[UnitSpan]:
    return spans.select_related("unit")


def _unit(span: UnitSpan) -> UnitAt:
    one = span.unit
    return UnitAt(
        id=one.pk,
        code=one.code,
        name=span.name,
        kind=one.kind,
        nation_id=one.nation_id or one.pk,
        parent_id=span.parent_id,
        training=one.training,
        official_code=one.official_code,
        note=one.note,
        sort_key=span.sort_key,
        start=span.start,
        end=span.end,
    )


def _by_name(one: UnitAt | AreaAt) -> tuple[str, str, int]:
    # Sorted here and not by the database, whose collations differ.
    return one.sort_key, one.name, one.id


def _in_tree_order(rows: list[UnitAt]) -> tuple[UnitAt, ...]:
    children: dict[int | None, list[UnitAt]] = {}
    for row in rows:
        children.setdefault(row.parent_id, []).append(row)
    ordered: list[UnitAt] = []
    waiting = list(reversed(children.get(None, [])))
    while waiting:
        row = waiting.pop()
        ordered.append(row)
        waiting.extend(reversed(children.get(row.id, [])))
    return tuple(ordered)


def _areas(condition: Q, nation_id: int, on: date) -> tuple[AreaAt, ...]:
    listed = {row.area_id: row for row in Listing.objects.filter(edition_id=edition_on(nation_id, on=on))}
    spans = _with_size(AreaSpan.objects.filter(condition, holds(on), area_id__in=listed.keys()))
    units_then = units({span.unit_id for span in spans if span.unit_id}, on=on)
    areas = (_area(span, listed[span.area_id], units_then.get(span.unit_id or 0)) for span in spans)
    return tuple(sorted(areas, key=_by_name))


def _with_size(spans: QuerySet[AreaSpan]) -> QuerySet[AreaSpan]:
    """Bring the size along and leave the geometry where it is."""
    return spans.annotate(area_m2=F("geometry__area_m2")).select_related("area")


def _area(span: AreaSpan, listing: Listing, local: UnitAt | None) -> AreaAt:
    return AreaAt(
        id=span.area_id,
        key=span.area.key,
        name=span.name,
        sort_key=span.sort_key,
        category=listing.category,
        trend=listing.trend,
        special_id=span.special_id,
        unit_id=span.unit_id,
        unit_code=local.code if local else "",
        unit_name=local.name if local else "",
        municipality=span.municipality,
        municipality_code=span.municipality_code,
        place=span.place,
        lon=span.lon,
        lat=span.lat,
        boundary=str(span.geometry_id or ""),
        area_m2=getattr(span, "area_m2", None),
        start=span.start,
        end=span.end,
    )
