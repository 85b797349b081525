"""The table of all areas: one row each, grouped by region, in the order of names or of the map, never of a figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.areas.facts import AreaAt, Kin, UnitAt
from samsyn.areas.panel import AreaThrough
from samsyn.web.components.parts import Category, YearMark
from samsyn.web.nation import terms
from samsyn.web.nation.forms import PLACE, Chosen
from samsyn.web.nation.gather import Gathered, Land

GIVEN = {"utsatt": Category.VULNERABLE, "risk": Category.RISK, "sarskilt": Category.PARTICULAR}


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area as a row. ``notes`` tell what it came from; ``history`` has one mark for each list."""

    key: str
    name: str
    url: str
    municipality: str
    unit: str
    category: str
    category_word: str
    trend: str
    trend_word: str
    notes: tuple[str, ...]
    history: tuple[YearMark, ...]


@dataclass(frozen=True, slots=True)
class RegionGroup:
    """The areas of one region, under a heading with their number."""

    title: str
    rows: tuple[AreaRow, ...]


def trend_key(area: AreaAt, *, known: bool) -> str:
    """Return the trend of an area, "ny" where the list gives trends but not to this one, and "" where it gives none."""
    return area.trend or ("ny" if known else "")


def gives_trends(areas: Iterable[AreaAt]) -> bool:
    """Tell whether the list states trends at all; the lists before 2025 do not."""
    return any(area.trend for area in areas)


def shown(found: Gathered, chosen: Chosen) -> tuple[AreaAt, ...]:
    """Return the areas that pass the filters."""
    known = gives_trends(found.areas)
    return tuple(
        area
        for area in found.areas
        if (not chosen.region or _code(found.land.region_of(area.unit_id)) == chosen.region)
        and chosen.category in {"", area.category}
        and chosen.trend in {"", trend_key(area, known=known)}
    )


def groups(found: Gathered, chosen: Chosen) -> tuple[RegionGroup, ...]:
    """Return the rows that pass the filters, region by region."""
    known = gives_trends(found.areas)
    by_place = chosen.order == PLACE
    kept = in_order(found.land, shown(found, chosen), by_place=by_place)
    return tuple(
        RegionGroup(
            title=terms.region_count(name, len(members)),
            rows=tuple(_row(area, found, known=known) for area in members),
        )
        for name, members in (
            (name, tuple(group)) for name, group in groupby(kept, key=lambda area: region_name(found.land, area))
        )
    )


def in_order(land: Land, areas: Sequence[AreaAt], *, by_place: bool) -> tuple[AreaAt, ...]:
    """Order areas by region and name, or from north to south; areas without a known region or place come last."""
    norths: dict[str, list[float]] = {}
    for area in areas:
        norths.setdefault(region_name(land, area), []).append(-90 if area.lat is None else area.lat)
    north = {name: -sum(found) / len(found) for name, found in norths.items()}

    def key(area: AreaAt) -> tuple[object, ...]:
        region = land.region_of(area.unit_id)
        name = region_name(land, area)
        known = (region is None, region.sort_key if region else "", name)
        if by_place:
            return (region is None, north[name], name, 90 if area.lat is None else -area.lat, area.sort_key, area.key)
        return (*known, area.sort_key, area.key)

    return tuple(sorted(areas, key=key))


def region_name(land: Land, area: AreaAt) -> str:
    """Return the name of the region of an area with the word region in it, or a word for none known."""
    region = land.region_of(area.unit_id)
    return terms.region(region.name) if region else _("Okänd region")


def kin_words(earlier: Sequence[Kin]) -> tuple[str, ...]:
    """Tell what an area came from: one that was split, or several that were merged."""
    split = [kin.name for kin in earlier if kin.fate == "split"]
    merged = [kin.name for kin in earlier if kin.fate == "merged"]
    told = [_("delad från %(name)s") % {"name": name} for name in split]
    if merged:
        told.append(_("sammanslagen av %(names)s") % {"names": ", ".join(merged)})
    return tuple(told)


def history(area: AreaThrough | None, found: Gathered) -> tuple[YearMark, ...]:
    """Return one mark for each list, oldest first."""
    given = {mark.list_on: mark.category for mark in area.marks} if area else {}
    return tuple(
        YearMark(day.year, GIVEN.get(given.get(day, ""), Category.NONE), terms.category(given.get(day, "none")))
        for day in found.panel.lists
    )


def _row(area: AreaAt, found: Gathered, *, known: bool) -> AreaRow:
    through = found.panel.areas.get(area.key)
    trend = trend_key(area, known=known)
    return AreaRow(
        key=area.key,
        name=area.name,
        url=reverse("areas:area", args=[area.key]),
        municipality=area.municipality,
        unit=area.unit_name,
        category=area.category,
        category_word=terms.category(area.category),
        trend=trend,
        trend_word=terms.trend(trend),
        notes=kin_words(through.earlier) if through else (),
        history=history(through, found),
    )


def _code(unit: UnitAt | None) -> str:
    return unit.code if unit else ""
