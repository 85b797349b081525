"""The form of a list, and the decision before it is taken, as ready strings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.areas.deciding import CATEGORIES, OFF, TRENDS, Candidate, Decision
from samsyn.areas.facts import UnitAt
from samsyn.core.access import Actor
from samsyn.core.areas.counts import account
from samsyn.pictures.queries.standing import Statement
from samsyn.shell import words
from samsyn.web.components.parts import FieldError, Link, Option
from samsyn.web.nation import present, terms
from samsyn.web.nation.answers import signed_words, version_url
from samsyn.web.nation.chart import sum_words
from samsyn.web.nation.gather import Land
from samsyn.web.nation.listing import ReadList, TypedList, TypedRow


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a signed picture proposes, beside the decision and never in it."""

    category: str
    category_word: str
    trend: str
    trend_word: str
    reason: str
    signed: str
    url: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """One area in the form; ``number`` is its place there."""

    number: int
    key: str
    name: str
    unit: str
    unit_code: str
    municipality: str
    url: str
    category: str
    now: str
    trend: str
    now_trend: str
    proposals: tuple[Proposed, ...]
    categories: tuple[Option, ...]
    trends: tuple[Option, ...]
    units: tuple[Option, ...]
    reason: str
    errors: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a heading."""

    title: str
    rows: tuple[DecisionRow, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a signed picture proposes for the list, to be typed in as a new area by whoever decides."""

    name: str
    unit: str
    proposed: Proposed


@dataclass(frozen=True, slots=True)
class DecisionPage:
    """Everything in the form of a list."""

    title: str
    lead: str
    tabs: tuple[Link, ...]
    nations: tuple[Link, ...]
    page_url: str
    typed: TypedList
    errors: Mapping[str, str]
    summary: tuple[FieldError, ...]
    listed: tuple[RowGroup, ...]
    former: tuple[DecisionRow, ...]
    fresh: tuple[DecisionRow, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One area that the decision changes."""

    name: str
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """The decision before it is taken: what changes, the sum, and everything typed as hidden fields."""

    title: str
    lead: str
    page_url: str
    facts: tuple[tuple[str, str], ...]
    reason: str
    sum: str
    changes: tuple[Change, ...]
    unchanged: str
    fields: tuple[tuple[str, str], ...]


def decision_page(  # noqa: PLR0913 - each is a part of the page
    land: Land,
    candidates: Sequence[Candidate],
    typed: TypedList,
    said: Mapping[str, tuple[Statement, ...]],
    places: Sequence[Statement],
    *,
    by: Actor,
    errors: Mapping[str, str],
) -> DecisionPage:
    """Return the form with what was typed, and what is wrong beside each field."""
    by_key = {one.key: one for one in candidates}
    rows = [
        _row(number, row, by_key.get(row.key), land, said.get(row.key, ()), errors)
        for number, row in enumerate(typed.rows)
    ]
    listed = [row for row in rows if row.key in by_key and by_key[row.key].last_on is None]
    return DecisionPage(
        title=_("Besluta lista"),
        lead=_(
            "Listan är ett daterat beslut av människor. Varje rad står som den senast beslutades tills du ändrar den."
        ),
        tabs=present.tabs(land, by=by, current="list"),
        nations=(),
        page_url=reverse("nation:decide", args=[land.nation.code]),
        typed=typed,
        errors=errors,
        summary=tuple(
            FieldError(field, _named(field, text, rows)) for field, text in sorted(errors.items(), key=_form_order)
        ),
        listed=tuple(
            RowGroup(title, tuple(group))
            for title, group in groupby(
                sorted(listed, key=lambda row: _region_order(by_key[row.key], land)),
                key=lambda row: _region_order(by_key[row.key], land)[1],
            )
        ),
        former=tuple(row for row in rows if row.key in by_key and by_key[row.key].last_on is not None),
        fresh=tuple(row for row in rows if row.key not in by_key),
        places=tuple(
            Place(one.chapter_title, _unit_name(land, one.unit_id), _proposed(one, land))
            for one in places
            if one.paragraph.facts.get("category") in CATEGORIES
        ),
    )


def review_page(  # noqa: PLR0913 - what the page stands on
    land: Land, candidates: Sequence[Candidate], typed: TypedList, read: ReadList, *, by: Actor, start: date
) -> ReviewPage:
    """Return the decision as it would be taken."""
    before = {one.key: one for one in candidates if one.last_on is None}
    known = {one.key: one for one in candidates}
    after = [one.key or f"?{number}" for number, one in enumerate(read.decisions) if one.category != OFF]
    changed = [one for one in read.decisions if _change(one, known)]
    counted = account(tuple(before), after, earlier=tuple(known.keys() - before.keys()))
    return ReviewPage(
        title=_("Granska beslutet"),
        lead=_("Inget är beslutat än. Läs igenom, och besluta eller ändra."),
        page_url=reverse("nation:decide", args=[land.nation.code]),
        facts=(
            (_("Lista"), read.title),
            (_("Gäller från"), words.day(start)),
            (_("Diarienummer"), read.registry_number),
            (_("Beslutas av"), by.name),
        ),
        reason=read.reason.words,
        sum=sum_words(counted),
        changes=tuple(change for one in changed if (change := _change(one, known))),
        unchanged=_unchanged(len(before) - sum(1 for one in changed if one.key in before)),
        fields=_fields(typed),
    )


def _unchanged(count: int) -> str:
    told = ngettext("%(count)s område står kvar som det är.", "%(count)s områden står kvar som de är.", count)
    return told % {"count": count}


def _change(one: Decision, known: Mapping[str, Candidate]) -> Change | None:
    candidate = known.get(one.key)
    listed = candidate is not None and candidate.last_on is None
    before = _words(candidate.category, candidate.trend) if candidate and listed else terms.category(OFF)
    after = _words(one.category, one.trend)
    if before == after:
        return None
    return Change(candidate.name if candidate else one.name, before, after, one.reason.words)


def _words(category: str, trend: str) -> str:
    if category == OFF:
        return terms.category(OFF)
    return f"{terms.category(category)}, {terms.trend(trend or 'ny')}"


def _row(  # noqa: PLR0913, PLR0917 - each is a part of the row
    number: int,
    row: TypedRow,
    candidate: Candidate | None,
    land: Land,
    said: Sequence[Statement],
    errors: Mapping[str, str],
) -> DecisionRow:
    listed = candidate is not None and candidate.last_on is None
    own = {field.partition("-")[0]: text for field, text in errors.items() if field.endswith(f"-{number}")}
    now = ""
    if candidate is not None:
        now = terms.category(candidate.category)
        if candidate.last_on is not None:
            now = _("%(category)s till och med listan %(year)s") % {"category": now, "year": candidate.last_on.year}
    return DecisionRow(
        number=number,
        key=row.key if candidate else "",
        name=candidate.name if candidate else row.name,
        unit=_unit_name(land, candidate.unit_id if candidate else None),
        unit_code=row.unit_code,
        municipality=row.municipality,
        url=reverse("areas:area", args=[candidate.key]) if candidate else "",
        category=candidate.category if candidate else OFF,
        now=now,
        trend=(candidate.trend or "ny") if candidate and listed else "",
        now_trend=terms.trend(candidate.trend or "ny") if candidate and listed else "",
        proposals=tuple(_proposed(one, land) for one in said),
        categories=_categories(row, listed=listed),
        trends=_trends(row, listed=listed),
        units=_units(land.of_kind("local_area"), row.unit_code) if candidate is None else (),
        reason=row.reason,
        errors=own,
    )


def _categories(row: TypedRow, *, listed: bool) -> tuple[Option, ...]:
    off = _("lämnar listan") if listed else _("inte på listan")
    known = [(key, terms.category(key)) for key in CATEGORIES]
    if row.category not in {*CATEGORIES, OFF} and row.category in terms.CATEGORIES:
        known.insert(
            0, (row.category, _("%(category)s (används inte längre)") % {"category": terms.category(row.category)})
        )
    return tuple(Option(key, text, chosen=key == row.category) for key, text in [*known, (OFF, off)])


def _trends(row: TypedRow, *, listed: bool) -> tuple[Option, ...]:
    empty = _("välj trend") if listed else terms.trend("ny")
    return (
        Option("", empty, chosen=not row.trend),
        *(Option(key, terms.trend(key), chosen=key == row.trend) for key in TRENDS),
    )


def _units(units: Sequence[UnitAt], chosen: str) -> tuple[Option, ...]:
    return (
        Option("", _("välj lokalpolisområde"), chosen=not chosen),
        *(Option(unit.code, unit.name, chosen=unit.code == chosen) for unit in units),
    )


def _proposed(one: Statement, land: Land) -> Proposed:
    category, trend = one.paragraph.facts.get("category", OFF), one.paragraph.facts.get("trend", "")
    return Proposed(
        category=category,
        category_word=terms.category(category),
        trend=trend,
        trend_word=terms.trend(trend),
        reason=one.paragraph.text,
        signed=signed_words(one, land),
        url=version_url(one, land),
    )


def _region_order(one: Candidate, land: Land) -> tuple[str, str]:
    region = land.region_of(one.unit_id)
    return (region.sort_key, terms.region(region.name)) if region else ("~", _("Okänd region"))


def _unit_name(land: Land, unit_id: int | None) -> str:
    unit = land.units.get(unit_id or 0)
    return unit.name if unit else ""


def _form_order(error: tuple[str, str]) -> tuple[int, str]:
    """Order errors as the fields stand in the form: the head, then the rows."""
    head = ("start", "titel", "diarienummer", "skal", "omraden")
    name, _dash, number = error[0].rpartition("-")
    return (head.index(error[0]), "") if error[0] in head else (len(head) + int(number), name)


def _named(field: str, text: str, rows: Sequence[DecisionRow]) -> str:
    """Name the area that an error stands at, so that the summary is understood on its own."""
    number = field.rpartition("-")[2]
    if number.isdecimal() and rows[int(number)].name:
        return f"{rows[int(number)].name}: {text}"
    return text


def _fields(typed: TypedList) -> tuple[tuple[str, str], ...]:
    whole = [
        ("start", typed.start),
        ("titel", typed.title),
        ("diarienummer", typed.registry_number),
        ("skal", typed.reason),
    ]
    for number, row in enumerate(typed.rows):
        names = {
            "nyckel": row.key,
            "namn": row.name,
            "enhet": row.unit_code,
            "kommun": row.municipality,
            "kategori": row.category,
            "trend": row.trend,
            "skal": row.reason,
        }
        whole += [(f"{name}-{number}", value) for name, value in names.items() if value or name == "kategori"]
    return tuple(whole)
