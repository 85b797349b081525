"""Reading lists and areas through time: editions with their sums, an area's lines, kin both ways."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from django.db.models import F

from samsyn.areas.facts import AreaHistory, AreaLine, EditionFacts, Kin
from samsyn.areas.models import Area, AreaLink, AreaSpan, ListEdition, Listing, UnitSpan
from samsyn.areas.queries import require_reader
from samsyn.core.access import Actor
from samsyn.core.areas.counts import account
from samsyn.core.errors import NotFound


def list_editions(nation_id: int, *, by: Actor) -> tuple[EditionFacts, ...]:
    """Return the nation's lists, newest first, with counts by category and the sum from the list before."""
    require_reader(by)
    listed, links = _listed(nation_id), _links(nation_id)
    editions = list(ListEdition.objects.filter(nation_id=nation_id).order_by("start"))
    facts: list[EditionFacts] = []
    earlier: set[str] = set()
    for place, edition in enumerate(editions):
        before = listed[editions[place - 1].pk] if place else None
        now = listed[edition.pk]
        facts.append(
            EditionFacts(
                id=edition.pk,
                start=edition.start,
                end=editions[place + 1].start if place + 1 < len(editions) else None,
                precision=edition.precision,
                title=edition.title,
                source=edition.source,
                decided_by=edition.decided_by,
                reason=edition.reason,
                counts=Counter(now.values()),
                account=None if before is None else account(before, now, links=links[edition.pk], earlier=earlier),
            )
        )
        earlier |= now.keys()
    return tuple(reversed(facts))


def area_history(key: str, *, by: Actor) -> AreaHistory:
    """Return an area through all lists, with its predecessors and successors."""
    require_reader(by)
    area = Area.objects.filter(key=key).first()
    if area is None:
        raise NotFound(what="area")
    spans = list(AreaSpan.objects.filter(area=area).annotate(m2=F("geometry__area_m2")).select_related("unit"))
    listings = Listing.objects.filter(area=area).select_related("edition").order_by("edition__start")
    names = _unit_names({span.unit_id for span in spans if span.unit_id})
    lines: list[AreaLine] = []
    for listing in listings:
        span = next(one for one in spans if _holds(one.start, one.end, listing.edition.start))
        lines.append(_marked(_line(listing, span, names), lines[-1] if lines else None))
    earlier, later = _kin(area)
    return AreaHistory(
        id=area.pk,
        key=area.key,
        nation_id=area.nation_id,
        name=lines[-1].name if lines else area.key,
        lines=tuple(reversed(lines)),
        earlier=earlier,
        later=later,
    )


def lineage(key: str) -> frozenset[str]:
    """Return the keys of an area and of all its kin, followed both ways to the end."""
    pairs = AreaLink.objects.filter(edition__nation__in=Area.objects.filter(key=key).values("nation"))
    edges: dict[str, set[str]] = defaultdict(set)
    for before, after in pairs.values_list("before__key", "after__key"):
        edges[before].add(after)
        edges[after].add(before)
    found, waiting = {key}, [key]
    while waiting:
        fresh = edges[waiting.pop()] - found
        found |= fresh
        waiting.extend(fresh)
    return frozenset(found)


def _listed(nation_id: int) -> Mapping[int, dict[str, str]]:
    listed: dict[int, dict[str, str]] = defaultdict(dict)
    rows = Listing.objects.filter(edition__nation_id=nation_id)
    for edition_id, key, category in rows.values_list("edition_id", "area__key", "category"):
        listed[edition_id][key] = category
    return listed


def _links(nation_id: int) -> Mapping[int, list[tuple[str, str]]]:
    links: dict[int, list[tuple[str, str]]] = defaultdict(list)
    pairs = AreaLink.objects.filter(edition__nation_id=nation_id)
    for edition_id, before, after in pairs.values_list("edition_id", "before__key", "after__key"):
        links[edition_id].append((before, after))
    return links


def _line(listing: Listing, span: AreaSpan, names: Mapping[int, list[UnitSpan]]) -> AreaLine:
    on = listing.edition.start
    then = (one.name for one in names.get(span.unit_id or 0, ()) if _holds(one.start, one.end, on))
    return AreaLine(
        edition_id=listing.edition_id,
        list_on=on,
        list_precision=listing.edition.precision,
        category=listing.category,
        trend=listing.trend,
        reason=listing.reason,
        name=span.name,
        special_id=span.special_id,
        unit_code=span.unit.code if span.unit else "",
        unit_name=next(then, ""),
        boundary=str(span.geometry_id or ""),
        area_m2=getattr(span, "m2", None),
        boundary_moved=False,
        renamed=False,
    )


def _marked(line: AreaLine, before: AreaLine | None) -> AreaLine:
    if before is None:
        return line
    known = line.boundary and before.boundary
    return replace(
        line,
        boundary_moved=bool(known and line.boundary != before.boundary),
        renamed=line.name != before.name,
    )


def _kin(area: Area) -> tuple[tuple[Kin, ...], tuple[Kin, ...]]:
    earlier, later = [], []
    links = AreaLink.objects.filter(before=area) | AreaLink.objects.filter(after=area)
    rows = list(links.select_related("edition", "before", "after").order_by("edition__start"))
    names = _last_names({row.before_id for row in rows} | {row.after_id for row in rows})
    for row in rows:
        if row.after_id == area.pk:
            earlier.append(Kin(row.before.key, names[row.before_id], row.fate, row.edition.start))
        else:
            later.append(Kin(row.after.key, names[row.after_id], row.fate, row.edition.start))
    return tuple(earlier), tuple(later)


def _last_names(area_ids: Collection[int]) -> Mapping[int, str]:
    rows = AreaSpan.objects.filter(area_id__in=area_ids).order_by("start")
    return dict(rows.values_list("area_id", "name"))


def _unit_names(unit_ids: Collection[int]) -> Mapping[int, list[UnitSpan]]:
    names: dict[int, list[UnitSpan]] = defaultdict(list)
    for span in UnitSpan.objects.filter(unit_id__in=unit_ids).order_by("start"):
        names[span.unit_id].append(span)
    return names


def _holds(start: date, end: date | None, on: date) -> bool:
    return start <= on and (end is None or on < end)
