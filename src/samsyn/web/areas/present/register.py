"""The register: the tree of units as of a day with the areas each one holds, and the lists with their sums."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.areas.facts import AreaAt, EditionFacts, UnitAt
from samsyn.shell import words
from samsyn.web.areas.forms import Chosen
from samsyn.web.components.parts import FieldError, Option
from samsyn.web.nation import terms
from samsyn.web.nation.chart import sum_words

DEEPEST = 3
"""Rows further down are indented no more."""


@dataclass(frozen=True, slots=True)
class AreaLink:
    """An area in the row of its unit."""

    name: str
    url: str
    category: str
    word: str


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One unit: how deep it stands, what it is, and its areas."""

    depth: int
    name: str
    kind: str
    code: str
    note: str
    areas: tuple[AreaLink, ...]


@dataclass(frozen=True, slots=True)
class ListRow:
    """One list with its counts and the sum from the list before."""

    title: str
    day: str
    url: str
    counts: tuple[tuple[str, str], ...]
    total: str
    sum: str
    source: str


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """Everything on the register."""

    title: str
    lead: str
    nations: tuple[Option, ...]
    regions: tuple[Option, ...]
    day: str
    units: tuple[UnitRow, ...]
    lists: tuple[ListRow, ...]
    list_columns: tuple[tuple[str, str], ...]
    problems: tuple[FieldError, ...]
    file_url: str
    import_url: str
    invented: bool


def register_page(  # noqa: PLR0913 - what the page shows
    chosen: Chosen,
    *,
    nations: Sequence[UnitAt],
    units: Sequence[UnitAt],
    areas: Sequence[AreaAt],
    lists: Sequence[EditionFacts],
    keeper: bool,
) -> RegisterPage:
    """Return the register as of the chosen day."""
    regions = [unit for unit in units if unit.kind == "region"]
    query = {"land": chosen.nation.code, "dag": chosen.on.isoformat(), "region": chosen.region}
    return RegisterPage(
        title=_("Organisation och områden"),
        lead=_("%(nation)s den %(day)s: %(units)s och %(areas)s.")
        % {
            "nation": chosen.nation.name,
            "day": words.day(chosen.on),
            "units": _counted_units(len(units) - 1),
            "areas": _counted_areas(len(areas)),
        },
        nations=tuple(Option(one.code, one.name, one.code == chosen.nation.code) for one in nations),
        regions=(
            Option("", _("Hela landet"), not chosen.region),
            *(Option(one.code, one.name, one.code == chosen.region) for one in regions),
        ),
        day=chosen.on.isoformat(),
        units=tuple(unit_rows(chosen, units, areas)),
        lists=tuple(_list_row(one, chosen) for one in lists),
        list_columns=(
            (_("Gäller från"), ""),
            *((terms.category(key).capitalize(), "num") for key in terms.CATEGORIES),
            (_("Antal"), "num"),
            (_("Från listan före"), ""),
            (_("Källa"), ""),
        ),
        problems=chosen.problems,
        file_url=reverse("areas:register-file", query={name: value for name, value in query.items() if value}),
        import_url=reverse("areas:imports") if keeper else "",
        invented=chosen.nation.training,
    )


def unit_rows(chosen: Chosen, units: Sequence[UnitAt], areas: Sequence[AreaAt]) -> Iterator[UnitRow]:
    """Yield the units of the chosen region in tree order; areas without a known unit come last."""
    depths = {chosen.nation.id: 0}
    inside = False
    for unit in units:
        depth = depths[unit.id] = depths.get(unit.parent_id or 0, -1) + 1
        if depth == 1:
            inside = chosen.region in ("", unit.code)
        if depth and inside:
            yield UnitRow(
                depth=min(depth, DEEPEST),
                name=unit.name,
                kind=words.unit_kind(unit.kind),
                code=unit.code if unit.official_code or unit.training else _("inte offentlig"),
                note=unit.note,
                areas=tuple(_links(area for area in areas if area.unit_id == unit.id)),
            )
    homeless = tuple(_links(area for area in areas if area.unit_id is None))
    if homeless and not chosen.region:
        yield UnitRow(1, _("Lokalpolisområdet är inte känt"), "", "", "", homeless)


def _links(areas: Iterable[AreaAt]) -> Iterator[AreaLink]:
    return (
        AreaLink(area.name, reverse("areas:area", args=[area.key]), area.category, terms.category(area.category))
        for area in areas
    )


def _list_row(one: EditionFacts, chosen: Chosen) -> ListRow:
    query = {"land": chosen.nation.code, "dag": one.start.isoformat()}
    return ListRow(
        title=one.title,
        day=terms.list_day(one.start, one.precision),
        url=reverse("areas:register", query=query),
        counts=tuple((terms.category(key).capitalize(), str(one.counts.get(key, 0))) for key in terms.CATEGORIES),
        total=str(sum(one.counts.values())),
        sum=sum_words(one.account) if one.account else "",
        source=one.source,
    )


def _counted_units(count: int) -> str:
    return ngettext("%(count)s enhet", "%(count)s enheter", count) % {"count": count}


def _counted_areas(count: int) -> str:
    return ngettext("%(count)s område på listan", "%(count)s områden på listan", count) % {"count": count}
