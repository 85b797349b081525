"""One area: what it is on a day, its boundary drawn, what every list has said, and its kin both ways."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.areas.facts import AreaAt, AreaHistory, AreaLine, Kin
from samsyn.shell import words
from samsyn.web.areas.drawing import Drawing
from samsyn.web.components.parts import Fact, FieldError, Line, Link, Run, line
from samsyn.web.nation import terms

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ListLine:
    """What one list said of the area, and what had changed."""

    day: str
    url: str
    category: str
    category_word: str
    trend: str
    trend_word: str
    name: str
    unit: str
    size: str
    changes: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class AreaPage:
    """Everything on the page of an area."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    day: str
    problems: tuple[FieldError, ...]
    facts: tuple[Fact, ...]
    drawing: Drawing | None
    drawing_label: str
    drawing_words: str
    no_drawing: str
    lines: tuple[ListLine, ...]
    kin: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page of an area is made from: the day, the area then (None off the list), its history."""

    on: date
    typed_day: str
    problems: tuple[FieldError, ...]
    area: AreaAt | None
    history: AreaHistory
    line: AreaLine | None
    drawing: Drawing | None


def area_page(shown: Shown) -> AreaPage:
    """Return the page of an area as of a day."""
    history = shown.history
    name = shown.line.name if shown.line else history.name
    return AreaPage(
        title=name,
        lead=_lead(shown),
        crumbs=(Link(_("Organisation och områden"), reverse("areas:register")), Link(name, "")),
        day=shown.on.isoformat(),
        problems=shown.problems,
        facts=_facts(shown),
        drawing=shown.drawing,
        drawing_label=_("Gränsen för %(name)s den %(day)s") % {"name": name, "day": words.day(shown.on)},
        drawing_words=_drawing_words(shown.drawing),
        no_drawing=_no_drawing(shown),
        lines=tuple(_line(one, history, shown.line) for one in history.lines),
        kin=tuple(_kin(history)),
    )


def _lead(shown: Shown) -> str:
    if shown.line is None or shown.area is None:
        return _("Står inte på listan den %(day)s.") % {"day": words.day(shown.on)}
    parts = [words.category(shown.line.category).capitalize()]
    if shown.line.trend:
        parts.append(_("trend %(trend)s") % {"trend": words.trend(shown.line.trend)})
    since = terms.list_day(shown.line.list_on, shown.line.list_precision)
    parts.append(_("enligt listan från %(day)s") % {"day": since})
    return ", ".join(parts) + "."


def _facts(shown: Shown) -> tuple[Fact, ...]:
    area = shown.area
    if area is None:
        return ()
    unit = f"{area.unit_name} ({area.unit_code})" if area.unit_name else _("inte känt")
    said = [
        (_("Lokalpolisområde"), unit),
        (_("Kommun"), area.municipality or _("inte känd")),
        (_("Ort enligt listan"), area.place),
        (_("Nummer"), str(area.special_id) if area.special_id is not None else ""),
        (_("Yta"), _size(area.area_m2)),
        (_("Läge på kartan"), _position(area)),
    ]
    return tuple(Fact(name, line(text)) for name, text in said if text)


def _line(one: AreaLine, history: AreaHistory, chosen: AreaLine | None) -> ListLine:
    return ListLine(
        day=terms.list_day(one.list_on, one.list_precision),
        url=reverse("areas:area", args=[history.key], query={"dag": one.list_on.isoformat()}),
        category=one.category,
        category_word=words.category(one.category),
        trend=one.trend,
        trend_word=words.trend(one.trend) if one.trend else "",
        name=one.name,
        unit=one.unit_name or _("inte känt"),
        size=_size(one.area_m2) or _("gränsen är inte känd"),
        changes=_changes(one, history.lines),
        chosen=one is chosen,
    )


def _changes(one: AreaLine, lines: Sequence[AreaLine]) -> str:
    older = [line for line in lines if line.list_on < one.list_on]
    said = []
    if one.renamed:
        said.append(_("nytt namn"))
    if one.boundary_moved:
        said.append(_("ny gräns"))
    if older and _numbers_differ(one, older[0]):
        said.append(_("nytt nummer"))
    if older and older[0].category != one.category:
        said.append(_("ny kategori"))
    return ", ".join(said)


def _numbers_differ(one: AreaLine, before: AreaLine) -> bool:
    return None not in (one.special_id, before.special_id) and one.special_id != before.special_id


def _kin(history: AreaHistory) -> list[tuple[str, Line]]:
    found = []
    if history.earlier:
        found.append((_("Kommer av"), _kin_line(history.earlier, shown=-ONE_DAY)))
    if history.later:
        found.append((_("Har blivit"), _kin_line(history.later, shown=timedelta())))
    return found


def _kin_line(kin: Sequence[Kin], *, shown: timedelta) -> Line:
    runs: list[Run] = []
    for one in kin:
        if runs:
            runs.append(Run(", "))
        # An area that was split stands on the list until the day before.
        query = {"dag": (one.list_on + shown).isoformat()}
        runs.append(Run(one.name, url=reverse("areas:area", args=[one.key], query=query)))
    how = _("genom sammanslagning") if kin[0].fate == "merged" else _("genom delning")
    day = words.day(kin[0].list_on)
    runs.append(Run(_(" (%(how)s, listan från den %(day)s)") % {"how": how, "day": day}))
    return tuple(runs)


def _drawing_words(drawing: Drawing | None) -> str:
    if drawing is None:
        return ""
    bar = _("Norr är uppåt. Strecket är %(metres)s meter.") % {"metres": words.number(drawing.bar_m)}
    if len(drawing.outlines) > 1:
        return bar + " " + _("Den streckade linjen är gränsen på listan före.")
    return bar


def _no_drawing(shown: Shown) -> str:
    if shown.drawing is not None:
        return ""
    if shown.line is None or shown.area is None:
        return _("Området står inte på listan den dagen, så ingen gräns gäller. Välj en dag i tabellen.")
    return _("Gränsen för den här listan är inte inläst. Läget är känt ungefär.")


def _size(m2: float | None) -> str:
    return "" if m2 is None else _("%(size)s km²") % {"size": f"{m2 / 1_000_000:.2f}".replace(".", ",")}


def _position(area: AreaAt) -> str:
    if area.lon is None or area.lat is None:
        return ""
    lat, lon = (f"{value:.3f}".replace(".", ",") for value in (area.lat, area.lon))
    return _("%(lat)s nord, %(lon)s öst") % {"lat": lat, "lon": lon}
