"""The nation page as ready strings: head, map, chart, trends, and the table of all areas."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.areas.facts import EditionFacts
from samsyn.core.access import Actor, Permission
from samsyn.web.components import parts
from samsyn.web.components.parts import FieldError, Link, Option
from samsyn.web.nation import rows, terms
from samsyn.web.nation.bars import TrendBar, trend_bars
from samsyn.web.nation.chart import Chart, chart
from samsyn.web.nation.forms import NAME, PLACE, Chosen
from samsyn.web.nation.gather import Gathered, Land
from samsyn.web.nation.rows import RegionGroup
from samsyn.web.nation.sheet import Sheet, sheet


@dataclass(frozen=True, slots=True)
class Obstacles:
    """The corner that leads to what stands between the areas and the goal."""

    text: str
    url: str
    url_text: str


@dataclass(frozen=True, slots=True)
class NationPage:
    """Everything on the nation page."""

    title: str
    lead: str
    list_note: str
    day: str
    day_text: str
    coming: Link | None
    problems: tuple[FieldError, ...]
    tabs: tuple[Link, ...]
    nations: tuple[Link, ...]
    page_url: str
    csv_url: str
    sheet: Sheet | None
    chart: Chart | None
    bars: tuple[TrendBar, ...]
    trend_columns: tuple[tuple[str, str], ...]
    number_columns: tuple[tuple[str, str], ...]
    trend_title: str
    obstacles: Obstacles
    year: str
    kept: tuple[tuple[str, str], ...]
    filters: tuple[tuple[str, str, tuple[Option, ...]], ...]
    orders: tuple[Link, ...]
    groups: tuple[RegionGroup, ...]
    columns: tuple[tuple[str, str], ...]
    strip_legend: tuple[tuple[str, str], ...]
    counted: str
    absent: str
    all_url: str
    nothing: parts.Line


def nation_page(found: Gathered, chosen: Chosen, *, by: Actor) -> NationPage:
    """Return the nation page as of the chosen day, with the chosen rows."""
    land, newest = found.land, found.editions[0] if found.editions else None
    kept = rows.shown(found, chosen)
    year = str(newest.start.year) if newest else ""
    return NationPage(
        title=_("Utsatta områden i %(nation)s") % {"nation": land.nation.name},
        lead=_lead(newest, len(found.areas)),
        list_note=_list_note(newest),
        day=chosen.typed_day or chosen.on.isoformat(),
        day_text=_("Som av den %(day)s.") % {"day": terms.list_day(chosen.on, "day")} if chosen.typed_day else "",
        coming=None if chosen.typed_day else _coming(found),
        problems=chosen.problems,
        tabs=tabs(land, by=by, current="nation"),
        nations=nations(land, "nation:page"),
        page_url=reverse("nation:page", args=[land.nation.code]),
        csv_url=reverse("nation:csv", args=[land.nation.code], query=chosen.query or None),
        sheet=sheet(land.nation.code, land.nation.name, found.areas, [area.key for area in kept]),
        chart=chart(found.editions, found.panel),
        bars=trend_bars(found.areas),
        trend_columns=((_("Kategori"), ""), *((terms.trend(key), "num") for key in terms.TRENDS)),
        number_columns=_number_columns(),
        trend_title=_("Trend %(year)s inom kategorin") % {"year": year},
        obstacles=_obstacles(found),
        year=year,
        kept=tuple((name, value) for name, value in chosen.query.items() if name in {"dag", "ordning"}),
        filters=_filters(found, chosen),
        orders=_orders(land, chosen),
        groups=rows.groups(found, chosen),
        columns=_columns(found, year),
        strip_legend=tuple((key, terms.category(key)) for key in ("none", *terms.CATEGORIES)),
        counted=_("Visar %(shown)s av %(all)s.") % {"shown": len(kept), "all": len(found.areas)},
        absent="" if chosen.filtered else _absent(found),
        all_url=reverse(
            "nation:page", args=[land.nation.code], query={"dag": chosen.typed_day} if chosen.typed_day else None
        )
        if chosen.filtered
        else "",
        nothing=parts.line(nothing) if (nothing := _nothing(found, chosen)) else (),
    )


def tabs(land: Land, *, by: Actor, current: str) -> tuple[Link, ...]:
    """Return the pages about a nation that the reader may open."""
    code, nation_id = land.nation.code, land.nation.id
    found = [
        ("nation", "page", _("Områdena"), True),
        ("obstacles", "obstacles", _("Mellan området och målet"), True),
        ("rounds", "rounds", _("Insamling"), by.has(Permission.PICTURE_READ)),
        ("list", "decide", _("Besluta lista"), by.may(Permission.LIST_DECIDE, nation_id)),
    ]
    return tuple(
        Link(text, reverse(f"nation:{page}", args=[code]), current=key == current)
        for key, page, text, allowed in found
        if allowed
    )


def nations(land: Land, page: str) -> tuple[Link, ...]:
    """Return the nations to choose among, for one of their pages."""
    return tuple(
        Link(one.name, reverse(page, args=[one.code]), current=one.id == land.nation.id) for one in land.nations
    )


def _lead(newest: EditionFacts | None, count: int) -> str:
    vision = _("Visionen är att det inte ska finnas några.")
    if newest is None:
        return vision
    words = {"day": terms.list_day(newest.start, newest.precision), "count": count}
    told = ngettext("Listan från %(day)s har %(count)s område.", "Listan från %(day)s har %(count)s områden.", count)
    return f"{vision} {told % words}"


def _coming(found: Gathered) -> Link | None:
    """Lead to a list that is decided and has not begun."""
    if found.coming is None:
        return None
    day = terms.list_day(found.coming.start, found.coming.precision)
    text = _("Nästa lista gäller från %(day)s och är redan beslutad.") % {"day": day}
    query = {"dag": found.coming.start.isoformat()}
    return Link(text, reverse("nation:page", args=[found.land.nation.code], query=query))


def _list_note(newest: EditionFacts | None) -> str:
    if newest is None:
        return ""
    told = [newest.title, newest.source.rstrip(".")]
    if newest.decided_by:
        told.insert(1, _("Beslutad av %(name)s") % {"name": newest.decided_by})
    return _("Källa: %(list)s.") % {"list": ". ".join(filter(None, told))}


def _obstacles(found: Gathered) -> Obstacles:
    url = reverse("nation:obstacles", args=[found.land.nation.code])
    if found.answered is None:
        text = _("Polisens fastställda lägesbilder beskriver det, kriterium för kriterium. De lämnar inte polisen.")
        return Obstacles(text, url, _("Så tas svaren fram"))
    words = {"count": len(found.answered), "all": len(found.areas)}
    text = _(
        "Visas kriterium för kriterium när en fastställd lägesbild säger det. Just nu: %(count)s av %(all)s områden."
    )
    return Obstacles(text % words, url, _("Läs svaren"))


def _filters(found: Gathered, chosen: Chosen) -> tuple[tuple[str, str, tuple[Option, ...]], ...]:
    regions = [(unit.code, unit.name) for unit in found.land.of_kind("region")]
    used = {area.category for area in found.areas} | {chosen.category}
    categories = [(key, terms.category(key)) for key in terms.CATEGORIES if key in used]
    trends = [(key, terms.trend(key)) for key in terms.TRENDS] if rows.gives_trends(found.areas) else []
    return (
        ("region", _("Region"), options(regions, chosen.region)),
        ("kategori", _("Kategori"), options(categories, chosen.category)),
        ("trend", _("Trend"), options(trends, chosen.trend)),
    )


def options(known: list[tuple[str, str]], chosen: str) -> tuple[Option, ...]:
    """Return the options of a filter, with "alla" first."""
    return (
        Option("", _("alla"), chosen=not chosen),
        *(Option(value, name, chosen=value == chosen) for value, name in known),
    )


def _orders(land: Land, chosen: Chosen) -> tuple[Link, ...]:
    return tuple(
        Link(
            text,
            reverse("nation:page", args=[land.nation.code], query={**chosen.query, "ordning": order}) + "#omraden",
            current=chosen.order == order,
        )
        for order, text in ((NAME, _("Namn")), (PLACE, _("Norr till söder")))
    )


def _columns(found: Gathered, year: str) -> tuple[tuple[str, str], ...]:
    years = dict.fromkeys(str(one.year) for one in found.panel.lists)
    ends = [*years][:1] + ([*years][-1:] if len(years) > 1 else [])
    return (
        (_("Område"), ""),
        (_("Kommun"), ""),
        (_("Lokalpolisområde"), ""),
        (_("Kategori %(year)s") % {"year": year}, ""),
        (_("Trend %(year)s") % {"year": year}, ""),
        ("–".join(ends), ""),
    )


def _number_columns() -> tuple[tuple[str, str], ...]:
    return (
        (_("Lista"), ""),
        *((terms.category(key), "num") for key in terms.CATEGORIES),
        (_("Antal"), "num"),
        (_("Lämnade"), "num"),
        (_("Nya"), "num"),
        (_("Åter"), "num"),
        (_("Teknisk ändring"), "num"),
        (_("Verklig ändring"), "num"),
        (_("Räkningen"), ""),
    )


def _absent(found: Gathered) -> str:
    """Name the regions without areas; silence would look like a gap."""
    have = {region.id for area in found.areas if (region := found.land.region_of(area.unit_id))}
    without = [terms.region(unit.name) for unit in found.land.of_kind("region") if unit.id not in have]
    if not without or not found.areas:
        return ""
    return ngettext(
        "%(regions)s har inga områden på listan.", "%(regions)s har inga områden på listan.", len(without)
    ) % {"regions": ", ".join(without)}


def _nothing(found: Gathered, chosen: Chosen) -> str:
    if not found.editions:
        return _("Ingen lista var i kraft den dagen. Välj en senare dag.")
    if not found.areas:
        return _("Listan är tom. Det är målet.")
    return _("Inget område passar valen. Ta bort ett val för att se fler.") if chosen.filtered else ""
