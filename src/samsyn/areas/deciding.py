"""Deciding a list: people say which category each area has, and why. Nothing here computes a category."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from django.db import transaction
from django.db.models import Q

from samsyn.areas.actions import lock_nation
from samsyn.areas.facts import AreaEntry, ListEntry
from samsyn.areas.lists import ListOlderThanLatest, write_list
from samsyn.areas.models import Area, AreaSpan, ListEdition, Listing, Unit
from samsyn.audit import actions as audit
from samsyn.core.access import Actor, Permission, require
from samsyn.core.areas.names import slug, tidy
from samsyn.core.errors import DomainError, NotFound
from samsyn.core.guard import FreeText
from samsyn.core.periods import day_of

OFF = "ingen"
"""The decision that an area does not stand on the list."""
CATEGORIES = ("utsatt", "sarskilt")
"""The categories a new list may use; riskområde ended with the list of 2025."""
TRENDS = ("positiv", "stabil", "negativ")

Missing = Literal["category", "trend", "reason", "name", "unit", "twice", "area"]
"""What is wrong with one row; "area": an area on the list that no row mentions."""


class ListDayPast(DomainError):
    """A list would begin before the day it is decided; facts: start, today."""

    code = "areas.list-day-past"


class ListIncomplete(DomainError):
    """Rows of the list lack something; facts: faults, as (number of the row or key of the area, what)."""

    code = "areas.list-incomplete"


@dataclass(frozen=True, slots=True)
class Decision:
    """What people decided of one area. Without a key it is an area that has never stood on a list."""

    category: str
    trend: str
    reason: FreeText
    key: str = ""
    name: str = ""
    unit_code: str = ""
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An area that the next list has to say something of, as the list in force or its last one left it."""

    key: str
    name: str
    category: str
    trend: str
    municipality: str
    unit_id: int | None
    last_on: date | None = field(default=None)
    """The last list of an area that stands on none now; None while it stands on the list in force."""


def candidates(nation_id: int, *, by: Actor) -> tuple[Candidate, ...]:
    """Return the areas of the newest list, and those once listed that did not go up in others, by name."""
    require(by, Permission.LIST_DECIDE, unit_id=nation_id)
    latest = _latest(nation_id)
    said = Listing.objects.filter(edition__nation_id=nation_id).select_related("edition").order_by("edition__start")
    last = {listing.area_id: listing for listing in said}
    return tuple(
        Candidate(
            key=span.area.key,
            name=span.name,
            category=last[span.area_id].category,
            trend=last[span.area_id].trend,
            municipality=span.municipality,
            unit_id=span.unit_id,
            last_on=None if last[span.area_id].edition == latest else last[span.area_id].edition.start,
        )
        for span in _last_spans(nation_id)
        if span.area_id in last
    )


@transaction.atomic
def decide_list(  # noqa: PLR0913 - each is a part of the decision
    *,
    by: Actor,
    now: datetime,
    nation_id: int,
    start: date,
    title: str,
    reason: FreeText,
    registry_number: str,
    rows: Sequence[Decision],
) -> int:
    """Make the next list as one dated decision and return its id; the same decision sent twice is one.

    Raises
    ------
    ListDayPast, ListOlderThanLatest
        The day has been, or a list begins on it or later already.
    ListIncomplete
        A change lacks its reason, or something else is missing in a row.
    """
    require(by, Permission.LIST_DECIDE, unit_id=nation_id)
    lock_nation(nation_id)
    source = f"Dnr {tidy(registry_number)}"
    latest = _latest(nation_id)
    if latest is not None and (latest.start, latest.source, latest.reason) == (start, source, reason.words):
        return latest.pk
    check_day(by=by, now=now, nation_id=nation_id, start=start)
    faults = faults_of(by=by, nation_id=nation_id, reason=reason, rows=rows)
    if faults:
        raise ListIncomplete(faults=faults)
    entry = ListEntry(
        start=start,
        title=tidy(title),
        source=source,
        decided_by=by.name,
        reason=reason.words,
        areas=tuple(_entries(nation_id, rows)),
    )
    written = write_list(by=by, now=now, nation_id=nation_id, entry=entry)
    changed = sum(1 for row in rows if row.reason)
    target = f"list:{start.isoformat()}"
    facts = {"areas": written.areas, "with_reason": changed}
    audit.record("areas.list-decided", actor=by, target=target, at=now, unit_id=nation_id, facts=facts)
    return written.edition_id


def check_day(*, by: Actor, now: datetime, nation_id: int, start: date) -> None:
    """Refuse a day that has been, or on which or after which a list begins already."""
    require(by, Permission.LIST_DECIDE, unit_id=nation_id)
    latest = _latest(nation_id)
    if start < day_of(now):
        raise ListDayPast(start=start.isoformat(), today=day_of(now).isoformat())
    if latest is not None and start <= latest.start:
        raise ListOlderThanLatest(start=start.isoformat(), latest=latest.start.isoformat())


def faults_of(
    *, by: Actor, nation_id: int, reason: FreeText, rows: Sequence[Decision]
) -> tuple[tuple[int | str, Missing], ...]:
    """Return everything that is missing in a list, row by row; empty when it may be decided."""
    require(by, Permission.LIST_DECIDE, unit_id=nation_id)
    latest = _latest(nation_id)
    before = {listing.area.key: (listing.category, listing.trend) for listing in _listings(latest)}
    faults: list[tuple[int | str, Missing]] = []
    seen: set[str] = set()
    for number, row in enumerate(rows):
        faults += ((number, what) for what in _lacks(row, before))
        if row.key and row.key in seen:
            faults.append((number, "twice"))
        seen.add(row.key)
    faults += ((key, "area") for key in sorted(before.keys() - seen))
    if not reason:
        faults.append(("", "reason"))
    return tuple(faults)


def _lacks(row: Decision, before: Mapping[str, tuple[str, str]]) -> Iterator[Missing]:
    category, trend = before.get(row.key, (OFF, ""))
    if row.category not in {*CATEGORIES, OFF} or (row.category == OFF and not row.key):
        yield "category"
        return
    stays = row.category != OFF and row.key in before
    if row.category != OFF and (row.trend not in TRENDS and (stays or row.trend)):
        yield "trend"
    if (row.category != category or (stays and trend and row.trend != trend)) and not row.reason:
        yield "reason"
    if not row.key:
        if not slug(row.name):
            yield "name"
        if not row.unit_code:
            yield "unit"


def _latest(nation_id: int) -> ListEdition | None:
    return ListEdition.objects.filter(nation_id=nation_id).order_by("-start").first()


def _listings(edition: ListEdition | None) -> Sequence[Listing]:
    return tuple(Listing.objects.filter(edition=edition).select_related("area")) if edition else ()


def _last_spans(nation_id: int) -> tuple[AreaSpan, ...]:
    """Return the newest span of every area that stands on the list now or has not gone up in others, by name."""
    alive = Q(end=None) | Q(area__later=None)
    spans = AreaSpan.objects.filter(alive, area__nation_id=nation_id).select_related("area")
    newest = {span.area_id: span for span in spans.order_by("start")}
    return tuple(sorted(newest.values(), key=lambda span: (span.sort_key, span.area_id)))


def _entries(nation_id: int, rows: Sequence[Decision]) -> Iterator[AreaEntry]:
    listed = [row for row in rows if row.category != OFF]
    known = {span.area.key: span for span in _last_spans(nation_id)}
    codes = dict(Unit.objects.filter(nation_id=nation_id).values_list("pk", "code"))
    taken = set(Area.objects.values_list("key", flat=True))
    for row in listed:
        if row.key:
            if row.key not in known:
                raise NotFound(what="area", key=row.key)
            yield _carried(known[row.key], row, codes)
        else:
            key = _free_key(row.name, taken)
            taken.add(key)
            yield AreaEntry(
                key=key,
                name=tidy(row.name),
                category=row.category,
                trend=row.trend,
                reason=row.reason.words,
                unit_code=row.unit_code,
                municipality=tidy(row.municipality),
            )


def _free_key(name: str, taken: set[str]) -> str:
    """Return an address for a new area; a namesake's is numbered."""
    bare = slug(name)[:70]
    return next(
        key for number in range(1, len(taken) + 2) if (key := f"{bare}-{number}" if number > 1 else bare) not in taken
    )


def _carried(span: AreaSpan, row: Decision, codes: Mapping[int, str]) -> AreaEntry:
    """Return the area as it was last known, with what is decided of it now."""
    position = None if span.lon is None or span.lat is None else (span.lon, span.lat)
    return AreaEntry(
        key=span.area.key,
        name=span.name,
        category=row.category,
        trend=row.trend,
        reason=row.reason.words,
        special_id=span.special_id,
        unit_code=codes.get(span.unit_id or 0, ""),
        municipality=span.municipality,
        municipality_code=span.municipality_code,
        place=span.place,
        position=position,
        same_boundary=str(span.geometry_id or ""),
    )
