"""The areas of a nation as a file for a spreadsheet."""

import csv
from collections.abc import Iterable

from django.http import HttpResponse
from django.utils.translation import gettext as _

from samsyn.web.nation import rows, terms
from samsyn.web.nation.forms import PLACE, Chosen
from samsyn.web.nation.gather import Gathered

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A cell that begins like this is run by a spreadsheet, so it is written as text."""


def harmless(cell: str) -> str:
    """Return the cell so that a spreadsheet shows it and never runs it."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def as_file(name: str, lines: Iterable[Iterable[object]]) -> HttpResponse:
    """Return rows as a file that a Swedish spreadsheet opens: semicolons, and a mark that it is UTF-8."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response.write("\ufeff")
    writer = csv.writer(response, delimiter=";")
    for line in lines:
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in line])
    return response


def areas_file(found: Gathered, chosen: Chosen) -> HttpResponse:
    """Return the chosen areas with what each list has said of them."""
    days = [day.isoformat() for day in found.panel.lists]
    head = (
        _("Område"),
        _("Nyckel"),
        _("Kommun"),
        _("Kommunkod"),
        _("Region"),
        _("Lokalpolisområde"),
        _("Kod för lokalpolisområde"),
        _("Kategori"),
        _("Trend"),
        _("Kommer av"),
        _("Longitud"),
        _("Latitud"),
        *(_("Lista %(day)s") % {"day": day} for day in days),
    )
    return as_file(f"omraden-{found.land.nation.code}-{chosen.on}", [head, *_lines(found, chosen)])


def _lines(found: Gathered, chosen: Chosen) -> Iterable[Iterable[object]]:
    listed = rows.shown(found, chosen)
    known = rows.gives_trends(found.areas)
    for area in rows.in_order(found.land, listed, by_place=chosen.order == PLACE):
        through = found.panel.areas.get(area.key)
        given = {mark.list_on: terms.category(mark.category) for mark in through.marks} if through else {}
        yield (
            area.name,
            area.key,
            area.municipality,
            area.municipality_code,
            rows.region_name(found.land, area),
            area.unit_name,
            area.unit_code,
            terms.category(area.category),
            terms.trend(rows.trend_key(area, known=known)),
            ", ".join(rows.kin_words(through.earlier)) if through else "",
            area.lon if area.lon is not None else "",
            area.lat if area.lat is not None else "",
            *(given.get(day, "") for day in found.panel.lists),
        )
