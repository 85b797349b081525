"""Writing the lists of areas: one list at a time, all or nothing, twice the same as once.

A list already known (from the published facts, say) is never overwritten: what it lacks is filled
in, boundaries above all. Boundaries hold from the list's day.
"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from samsyn.areas.actions import lock_nation
from samsyn.areas.facts import AreaEntry, Boundary, LinkEntry, ListEntry, Loaded
from samsyn.areas.models import Area, AreaGeometry, AreaLink, AreaSpan, ListEdition, Listing, Unit
from samsyn.audit import actions as audit
from samsyn.core.access import Actor, Permission, require
from samsyn.core.areas.names import tidy
from samsyn.core.errors import DomainError, NotFound
from samsyn.core.text import sort_key


class ListOlderThanLatest(DomainError):
    """A list nobody knew of would begin on or before one that is already loaded."""

    code = "areas.list-older-than-latest"


class NotOnList(DomainError):
    """An area is said to be on a known list, but that list does not hold it."""

    code = "areas.not-on-list"


class KeyTaken(DomainError):
    """The key belongs to an area of another nation."""

    code = "areas.key-taken"


class UnitUnknown(DomainError):
    """An area is placed in a unit that the nation does not have."""

    code = "areas.unit-unknown"


@transaction.atomic
def load_list(*, by: Actor, now: datetime, nation_id: int, entry: ListEntry) -> Loaded:
    """Load a list, or fill in what a known list of that day lacks; doing it again changes nothing."""
    require(by, Permission.AREAS_KEEP, unit_id=nation_id)
    return write_list(by=by, now=now, nation_id=nation_id, entry=entry)


def write_list(*, by: Actor, now: datetime, nation_id: int, entry: ListEntry) -> Loaded:
    """Write a list; for actions of this room that have asked for the permission themselves."""
    lock_nation(nation_id)
    edition = ListEdition.objects.filter(nation_id=nation_id, start=entry.start).first()
    event = "areas.list-loaded" if edition is None else "areas.list-filled"
    loaded = _create(nation_id, entry) if edition is None else _fill(nation_id, edition, entry)
    if loaded.areas or loaded.boundaries or loaded.links:
        target = f"list:{entry.start.isoformat()}"
        facts = {"areas": loaded.areas, "boundaries": loaded.boundaries, "links": loaded.links}
        audit.record(event, actor=by, target=target, at=now, unit_id=nation_id, facts=facts)
    return loaded


def _create(nation_id: int, entry: ListEntry) -> Loaded:
    latest = ListEdition.objects.filter(nation_id=nation_id).order_by("-start").first()
    if latest is not None and latest.start >= entry.start:
        raise ListOlderThanLatest(start=entry.start.isoformat(), latest=latest.start.isoformat())
    edition = ListEdition.objects.create(
        nation_id=nation_id,
        start=entry.start,
        precision=entry.precision,
        title=entry.title,
        source=entry.source,
        decided_by=entry.decided_by,
        reason=entry.reason,
        snapshot_id=entry.snapshot_id,
    )
    AreaSpan.objects.filter(area__nation_id=nation_id, end=None).update(end=entry.start)
    areas = _areas(nation_id, [one.key for one in entry.areas])
    units = _units(nation_id, entry)
    spans = [_span(edition, areas[one.key], one, units.get(one.unit_code)) for one in entry.areas]
    AreaSpan.objects.bulk_create(spans)
    Listing.objects.bulk_create(
        Listing(edition=edition, area=areas[one.key], category=one.category, trend=one.trend, reason=one.reason)
        for one in entry.areas
    )
    links = _link(nation_id, edition, entry.links)
    boundaries = sum(1 for span in spans if span.geometry_id)
    return Loaded(edition_id=edition.pk, areas=len(spans), boundaries=boundaries, links=links)


def _fill(nation_id: int, edition: ListEdition, entry: ListEntry) -> Loaded:
    """Fill in what the known list lacks; an area that it does not hold is refused."""
    spans = AreaSpan.objects.filter(edition=edition, start=edition.start).select_related("area")
    known = {span.area.key: span for span in spans}
    units = _units(nation_id, entry)
    touched = boundaries = 0
    for one in entry.areas:
        span = known.get(one.key)
        if span is None:
            raise NotOnList(area=one.key, start=entry.start.isoformat())
        had_boundary = span.geometry_id is not None
        if _filled(span, one, units.get(one.unit_code)):
            span.save()
            touched += 1
            boundaries += not had_boundary and span.geometry_id is not None
    if entry.snapshot_id and not edition.snapshot_id:
        ListEdition.objects.filter(pk=edition.pk).update(snapshot_id=entry.snapshot_id)
    links = _link(nation_id, edition, entry.links)
    return Loaded(edition_id=edition.pk, areas=touched, boundaries=boundaries, links=links)


def _filled(span: AreaSpan, one: AreaEntry, unit: Unit | None) -> bool:
    before = (span.special_id, span.unit_id, span.municipality, span.place, span.geometry_id)
    span.special_id = span.special_id if span.special_id is not None else one.special_id
    span.unit = span.unit or unit
    span.municipality = span.municipality or one.municipality
    span.municipality_code = span.municipality_code or one.municipality_code
    span.place = span.place or one.place
    if span.geometry_id is None:
        span.geometry_id = _geometry(one)
        if span.geometry_id is not None and one.position is not None:
            span.lon, span.lat = one.position
    return before != (span.special_id, span.unit_id, span.municipality, span.place, span.geometry_id)


def _span(edition: ListEdition, area: Area, one: AreaEntry, unit: Unit | None) -> AreaSpan:
    lon, lat = one.position if one.position is not None else (None, None)
    return AreaSpan(
        area=area,
        edition=edition,
        start=edition.start,
        name=tidy(one.name),
        sort_key=sort_key(one.name),
        special_id=one.special_id,
        unit=unit,
        municipality=one.municipality,
        municipality_code=one.municipality_code,
        place=one.place,
        lon=lon,
        lat=lat,
        geometry_id=_geometry(one),
    )


def _geometry(one: AreaEntry) -> int | None:
    if one.same_boundary:
        return int(one.same_boundary)
    return None if one.boundary is None else _store(one.boundary)


def _store(boundary: Boundary) -> int:
    west, south, east, north = boundary.box
    row = AreaGeometry.objects.create(
        geojson=boundary.geojson,
        original=boundary.original,
        repaired=boundary.repaired,
        min_lon=west,
        min_lat=south,
        max_lon=east,
        max_lat=north,
        area_m2=boundary.area_m2,
    )
    return row.pk


def _areas(nation_id: int, keys: list[str]) -> Mapping[str, Area]:
    known = {row.key: row for row in Area.objects.filter(key__in=keys)}
    taken = [key for key, row in known.items() if row.nation_id != nation_id]
    if taken:
        raise KeyTaken(key=min(taken))
    fresh = [Area(nation_id=nation_id, key=key) for key in keys if key not in known]
    Area.objects.bulk_create(fresh)
    return {row.key: row for row in Area.objects.filter(key__in=keys)}


def _units(nation_id: int, entry: ListEntry) -> Mapping[str, Unit]:
    wanted = {one.unit_code for one in entry.areas if one.unit_code}
    known = {row.code: row for row in Unit.objects.filter(nation_id=nation_id, code__in=wanted)}
    missing = wanted - known.keys()
    if missing:
        raise UnitUnknown(unit=min(missing))
    return known


def _link(nation_id: int, edition: ListEdition, links: tuple[LinkEntry, ...]) -> int:
    keys = {link.before for link in links} | {link.after for link in links}
    ids = dict(Area.objects.filter(nation_id=nation_id, key__in=keys).values_list("key", "pk"))
    if keys - ids.keys():
        raise NotFound(what="area", key=min(keys - ids.keys()))
    there = set(AreaLink.objects.filter(edition=edition).values_list("before_id", "after_id"))
    fresh = [link for link in links if (ids[link.before], ids[link.after]) not in there]
    AreaLink.objects.bulk_create(
        AreaLink(edition=edition, before_id=ids[link.before], after_id=ids[link.after], fate=link.fate)
        for link in fresh
    )
    return len(fresh)
