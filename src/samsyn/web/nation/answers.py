"""The answers to the criteria as ready strings: decided and proposed kept apart, and what nobody has answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from samsyn.areas.facts import AreaAt, UnitAt
from samsyn.core.access import Actor, InfoClass, Permission
from samsyn.core.pictures.document import ParagraphKind
from samsyn.core.pictures.method import Method
from samsyn.pictures import definitions
from samsyn.pictures.actions.surveying import Survey
from samsyn.pictures.queries.standing import Statement
from samsyn.shell import words
from samsyn.web.components.parts import FieldError, Link, Option
from samsyn.web.nation import present, rows, terms
from samsyn.web.nation.forms import Chosen
from samsyn.web.nation.gather import Land
from samsyn.web.reading.paragraphs import anchor


@dataclass(frozen=True, slots=True)
class Answer:
    """One criterion answered: its step in a word, the reason in people's words, where it is signed."""

    code: str
    statement: str
    step_word: str
    reason: str
    url: str


@dataclass(frozen=True, slots=True)
class Signed:
    """The answers that one version gives, with those of the same step named together, the gravest first."""

    title: str
    url: str
    summary: tuple[tuple[str, str], ...]
    answers: tuple[Answer, ...]
    lacking: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a signed picture proposes, and in words how that differs from what is decided."""

    category: str
    category_word: str
    trend: str
    trend_word: str
    difference: str
    differs: bool
    reason: str
    signed: str
    url: str


@dataclass(frozen=True, slots=True)
class AreaAnswers:
    """One area with what is decided of it and what a picture in force says."""

    key: str
    name: str
    url: str
    note: str
    category: str
    category_word: str
    trend: str
    trend_word: str
    proposals: tuple[Proposal, ...]
    versions: tuple[Signed, ...]


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Areas without an answer that the reader reads, for one and the same reason; and who can answer."""

    how: str
    areas: tuple[tuple[Link, Link | None], ...]
    """Each area with its unit as a note, and the way to the draft for those who write there."""


@dataclass(frozen=True, slots=True)
class RegionAnswers:
    """The areas of one region."""

    title: str
    answered: tuple[AreaAnswers, ...]
    unanswered: tuple[Unanswered, ...]


@dataclass(frozen=True, slots=True)
class AnswersPage:
    """Everything on the page of obstacles."""

    title: str
    lead: str
    tabs: tuple[Link, ...]
    nations: tuple[Link, ...]
    problems: tuple[FieldError, ...]
    page_url: str
    filters: tuple[tuple[str, str, tuple[Option, ...]], ...]
    method: str
    regions: tuple[RegionAnswers, ...]
    counted: str


@dataclass(frozen=True, slots=True)
class ClosedPage:
    """What is said to a reader whose role reads no pictures."""

    title: str
    tabs: tuple[Link, ...]
    nations: tuple[Link, ...]
    register_url: str


def closed_page(land: Land, *, by: Actor) -> ClosedPage:
    """Return the page without any answer."""
    return ClosedPage(
        title=_title(),
        tabs=present.tabs(land, by=by, current="obstacles"),
        nations=present.nations(land, "nation:obstacles"),
        register_url=reverse("nation:page", args=[land.nation.code]),
    )


def clearance_note(clearance: InfoClass) -> str:
    """Say how high the reader reads, so that nothing left out looks like nothing there."""
    return _("Du läser upp till klass %(level)s.") % {"level": int(clearance)}


def answers_page(  # noqa: PLR0913 - each is a part of the page
    land: Land, areas: Sequence[AreaAt], said: Survey, chosen: Chosen, *, by: Actor, reach: frozenset[int]
) -> AnswersPage:
    """Return the page, region by region, in the order of names."""
    method = definitions.method(definitions.current_method())
    kept = [
        area
        for area in areas
        if chosen.category in {"", area.category}
        and (not chosen.region or chosen.region == getattr(land.region_of(area.unit_id), "code", ""))
    ]
    answered = {area.key for area in kept if any(_is_answer(one) for one in said.said.get(area.key, ()))}
    order = rows.in_order(land, kept, by_place=False)
    return AnswersPage(
        title=_title(),
        lead=_("Kriterium för kriterium, där en fastställd lägesbild i kraft säger det. Ingen kategori räknas fram."),
        tabs=present.tabs(land, by=by, current="obstacles"),
        nations=present.nations(land, "nation:obstacles"),
        problems=chosen.problems,
        page_url=reverse("nation:obstacles", args=[land.nation.code]),
        filters=_filters(land, areas, chosen),
        method=f"{method.title.spoken(_language())}. {method.assumption.spoken(_language())}",
        regions=tuple(
            _region(name, tuple(group), land, said, by=by, reach=reach)
            for name, group in groupby(order, key=lambda area: rows.region_name(land, area))
        ),
        counted=ngettext(
            "%(answered)s av %(all)s område har svar som du får läsa.",
            "%(answered)s av %(all)s områden har svar som du får läsa.",
            len(kept),
        )
        % {"answered": len(answered), "all": len(kept)},
    )


def _title() -> str:
    return _("Vad som står mellan området och målet")


def _language() -> str:
    return get_language() or "sv"


def _is_answer(one: Statement) -> bool:
    return one.paragraph.kind is ParagraphKind.ANSWER


def _filters(land: Land, areas: Sequence[AreaAt], chosen: Chosen) -> tuple[tuple[str, str, tuple[Option, ...]], ...]:
    regions = [(unit.code, unit.name) for unit in land.of_kind("region")]
    used = {area.category for area in areas}
    categories = [(key, terms.category(key)) for key in terms.CATEGORIES if key in used]
    return (
        ("region", _("Region"), present.options(regions, chosen.region)),
        ("kategori", _("Kategori"), present.options(categories, chosen.category)),
    )


def _region(  # noqa: PLR0913 - each is a part of the heading or the rows
    name: str, areas: tuple[AreaAt, ...], land: Land, said: Survey, *, by: Actor, reach: frozenset[int]
) -> RegionAnswers:
    known = rows.gives_trends(areas)
    with_words = [area for area in areas if said.said.get(area.key)]
    return RegionAnswers(
        title=terms.region_count(name, len(areas)),
        answered=tuple(_area(area, said.said[area.key], land, known=known) for area in with_words),
        unanswered=_unanswered([area for area in areas if not said.said.get(area.key)], land, by=by, reach=reach),
    )


def _area(area: AreaAt, said: Sequence[Statement], land: Land, *, known: bool) -> AreaAnswers:
    trend = rows.trend_key(area, known=known)
    given = [one for one in said if _is_answer(one)]
    return AreaAnswers(
        key=area.key,
        name=area.name,
        url=reverse("areas:area", args=[area.key]),
        note=", ".join(filter(None, (area.municipality, area.unit_name))),
        category=area.category,
        category_word=terms.category(area.category),
        trend=trend,
        trend_word=terms.trend(trend),
        proposals=tuple(_proposal(one, area, land) for one in said if not _is_answer(one)),
        versions=tuple(_version(tuple(group), land) for _id, group in groupby(given, key=lambda one: one.version_id)),
    )


def _version(given: Sequence[Statement], land: Land) -> Signed:
    method = definitions.method(given[0].method)
    codes = [criterion.code for criterion in method.criteria]
    known = [one for one in given if _code(one) in codes]
    ordered = sorted(known, key=lambda one: codes.index(_code(one)))
    missing = [code for code in codes if code not in {_code(one) for one in known}]
    labels = [(str(step.value), step.label.spoken(_language())) for step in reversed(method.steps)]
    return Signed(
        title=signed_words(given[0], land),
        url=version_url(given[0], land).partition("#")[0],
        summary=tuple(
            (label, ", ".join(found))
            for value, label in (*labels, ("", method.unknown.spoken(_language())))
            if (found := dict.fromkeys(_code(one) for one in ordered if _step(one) == value))
        ),
        answers=tuple(_answer(one, method, land) for one in ordered),
        lacking=_("Inget svar som du läser: %(codes)s.") % {"codes": ", ".join(missing)} if missing else "",
    )


def _code(one: Statement) -> str:
    return one.paragraph.facts.get("criterion", "")


def _step(one: Statement) -> str:
    return one.paragraph.facts.get("step", "")


def _answer(one: Statement, method: Method, land: Land) -> Answer:
    statement = next(item.statement for item in method.criteria if item.code == _code(one))
    label = next((item.label for item in method.steps if str(item.value) == _step(one)), method.unknown)
    return Answer(
        code=_code(one),
        statement=statement.spoken(_language()),
        step_word=label.spoken(_language()),
        reason=one.paragraph.text,
        url=version_url(one, land),
    )


def _proposal(one: Statement, area: AreaAt, land: Land) -> Proposal:
    category, trend = one.paragraph.facts.get("category", "ingen"), one.paragraph.facts.get("trend", "")
    differs = category != area.category
    told = {"proposed": terms.category(category), "decided": terms.category(area.category)}
    if differs:
        difference = _("Lägesbilden föreslår %(proposed)s. Listan säger %(decided)s.") % told
    elif trend != area.trend:
        told = {"proposed": terms.trend(trend), "decided": terms.trend(area.trend or "ny")}
        difference = _("Samma kategori. Lägesbilden föreslår trenden %(proposed)s, listan säger %(decided)s.") % told
    else:
        difference = _("Förslaget och listan säger samma sak.")
    return Proposal(
        category=category,
        category_word=terms.category(category),
        trend=trend,
        trend_word=terms.trend(trend),
        difference=difference,
        differs=differs or trend != area.trend,
        reason=one.paragraph.text,
        signed=signed_words(one, land),
        url=version_url(one, land),
    )


def signed_words(one: Statement, land: Land) -> str:
    """Say where a statement is signed: unit, version, day."""
    unit = land.units.get(one.unit_id)
    told = {
        "unit": unit.name if unit else _("enhet som inte längre finns"),
        "number": one.number,
        "day": words.day(words.local_day(one.signed_at)),
    }
    return _("%(unit)s, version %(number)s, %(day)s") % told


def version_url(one: Statement, land: Land) -> str:
    """Return the address of the statement in its version; empty when the unit is no more."""
    unit = land.units.get(one.unit_id)
    if unit is None:
        return ""
    return f"{reverse('reading:version', args=[unit.code, one.number])}#{anchor(one.paragraph.id)}"


def _unanswered(areas: Sequence[AreaAt], land: Land, *, by: Actor, reach: frozenset[int]) -> tuple[Unanswered, ...]:
    found: dict[str, list[tuple[Link, Link | None]]] = {}
    for area in areas:
        unit = land.units.get(area.unit_id or 0)
        name = Link(area.name, reverse("areas:area", args=[area.key]), note=unit.name if unit else "")
        draft = None
        if unit is not None and by.may(Permission.DRAFT_WRITE, unit.id):
            draft = Link(_("Skriv svaren i utkastet"), reverse("writing:draft", args=[unit.code]))
        found.setdefault(_how(unit, reach), []).append((name, draft))
    return tuple(Unanswered(how, tuple(named)) for how, named in found.items())


def _how(unit: UnitAt | None, reach: frozenset[int]) -> str:
    if unit is None:
        return _("Inget lokalpolisområde är känt här, så ingen kan svara än. Förvaltaren kan rätta det.")
    if unit.id not in reach:
        return _("Lägesbilden ligger utanför det du får läsa. Sidan kan därför inte säga om det finns svar.")
    return _(
        "Ingen fastställd lägesbild har svar som du läser. De skrivs i kapitlet om området, under ”Svar U1–U8, S1–S8”."
    )
