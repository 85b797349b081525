"""Imports: the list of them with its form, and one of them with its doubts, proposal and findings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.areas.facts import RunFacts, UnitAt
from samsyn.core.areas.counts import ListAccount
from samsyn.shell import findings, words
from samsyn.web.areas.forms import Answers, Typed
from samsyn.web.components.parts import Fact, FieldError, Link, Option, line
from samsyn.web.nation import terms
from samsyn.web.nation.chart import sum_words

ORDER = ("new", "returned", "split", "merged", "left")
"""What a person looks at first; what goes on comes after, what is unchanged last."""


@dataclass(frozen=True, slots=True)
class RunRow:
    """One import in the list of them."""

    name: str
    url: str
    list_day: str
    nation: str
    state: str
    when: str


@dataclass(frozen=True, slots=True)
class ImportsPage:
    """The imports and the form for the next file."""

    title: str
    lead: str
    nations: tuple[Option, ...]
    typed: Typed
    problems: tuple[FieldError, ...]
    errors: Mapping[str, str]
    rows: tuple[RunRow, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One question with its evidence, and what has been answered or typed."""

    place: int
    question: str
    why: str
    evidence: str
    recorded: str
    said: str
    reason: str
    answered: str
    errors: Mapping[str, str]
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class AreaRow:
    """What one area of the file, or one that left, would become."""

    name: str
    url: str
    category: str
    category_word: str
    before: str
    shares: str
    flags: str
    unit: str
    size: str


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One thing found, with its rule."""

    where: str
    name: str
    severity: str
    severity_word: str
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class ImportPage:
    """One import: what may be done now, the doubts, the proposal by fate, and the report."""

    title: str
    lead: str
    crumbs: tuple[Link, ...]
    state: str
    facts: tuple[Fact, ...]
    sum: str
    sum_words: str
    doubts: tuple[Doubt, ...]
    open: int
    open_words: str
    problems: tuple[FieldError, ...]
    groups: tuple[tuple[str, tuple[AreaRow, ...]], ...]
    units: tuple[str, ...]
    findings: tuple[FindingRow, ...]
    answer_url: str
    load_url: str
    original_url: str


def imports_page(
    nations: Sequence[UnitAt], found: Sequence[RunFacts], *, typed: Typed, problems: tuple[FieldError, ...]
) -> ImportsPage:
    """Return the list of imports with its form."""
    names = {nation.id: nation.name for nation in nations}
    return ImportsPage(
        title=_("Läs in en lista"),
        lead=_("Filen sparas som den är. Du får först ett förslag, och inget läses in så länge en fråga är öppen."),
        nations=tuple(Option(one.code, one.name, one.code == typed.nation) for one in nations),
        typed=typed,
        problems=problems,
        errors={problem.field_id: problem.text for problem in problems},
        rows=tuple(
            RunRow(
                name=run.snapshot.name,
                url=reverse("areas:import", args=[run.id]),
                list_day=words.day(run.list_on),
                nation=names[run.nation_id],
                state=_state(run),
                when=words.moment(run.loaded_at or run.created_at),
            )
            for run in found
        ),
    )


def import_page(run: RunFacts, nation: UnitAt, read: Answers | None) -> ImportPage:
    """Return the page of one import; ``read`` holds answers that could not be kept."""
    asked = run.proposal.get("questions", [])
    still_open = sum(1 for one in asked if one["answer"] is None)
    loadable = run.state == "proposed" and still_open == 0
    day = words.day(run.list_on)
    return ImportPage(
        title=_("Lista som gäller från %(day)s") % {"day": day},
        lead=_lead(run, still_open),
        crumbs=(
            Link(_("Organisation och områden"), reverse("areas:register")),
            Link(_("Läs in en lista"), reverse("areas:imports")),
            Link(day, ""),
        ),
        state=run.state,
        facts=_facts(run, nation),
        sum=_sum(run),
        sum_words=_sum_words(run),
        doubts=tuple(_doubt(place, one, run, read) for place, one in enumerate(asked, 1)),
        open=still_open,
        open_words=_open_words(still_open),
        problems=read.problems if read else (),
        groups=tuple(_groups(run)),
        units=tuple(_unit(one) for one in run.proposal.get("organisation", [])),
        findings=tuple(_finding(one) for one in run.report),
        answer_url=reverse("areas:answer", args=[run.id]) if run.state == "proposed" else "",
        load_url=reverse("areas:load", args=[run.id]) if loadable else "",
        original_url=reverse("areas:original", args=[run.id]),
    )


def _state(run: RunFacts) -> str:
    if run.state == "proposed":
        still_open = sum(1 for one in run.proposal.get("questions", []) if one["answer"] is None)
        return _("väntar på svar") if still_open else _("kan läsas in")
    return _("inläst") if run.state == "loaded" else _("avvisad")


def _lead(run: RunFacts, still_open: int) -> str:
    if run.state == "refused":
        return _("Filen är avvisad. Inget har lästs in. Filen är sparad som den kom.")
    if run.state == "loaded" and run.loaded_at is not None:
        return _("Inläst %(moment)s. Gränserna gäller från listans dag.") % {"moment": words.moment(run.loaded_at)}
    if still_open:
        return _("Ett förslag. Inget är inläst, och inget läses in så länge en fråga är öppen.")
    return _("Ett förslag utan öppna frågor. Inget är inläst än.")


def _open_words(still_open: int) -> str:
    if not still_open:
        return _("Alla är besvarade.")
    return ngettext("%(count)s fråga är öppen.", "%(count)s frågor är öppna.", still_open) % {"count": still_open}


def _facts(run: RunFacts, nation: UnitAt) -> tuple[Fact, ...]:
    said = [
        (_("Fil"), run.snapshot.name),
        (_("Land"), nation.name),
        (_("Skickad av"), f"{run.snapshot.sender}, {words.moment(run.snapshot.received_at)}"),
        (_("Storlek"), _("%(size)s byte") % {"size": words.number(run.snapshot.size)}),
        (_("Kontrollsumma (SHA-256)"), f"{run.snapshot.sha256[:16]}…"),
    ]
    if run.proposal:
        layer = {"layout": run.proposal["layout"], "system": run.proposal["system"], "rows": run.proposal["delivered"]}
        said.append((_("Skikt"), _("%(rows)s rader, fält som %(layout)s, EPSG:%(system)s") % layer))
        known = _("ja: bara det som saknas fylls i") if run.proposal["fills"] else _("nej: hela listan läses in")
        said.append((_("Listan känd sedan förut"), known))
    return tuple(Fact(name, line(text)) for name, text in said)


def _sum(run: RunFacts) -> str:
    account = run.proposal.get("account")
    return sum_words(ListAccount(**account)) if account else ""


def _sum_words(run: RunFacts) -> str:
    account: dict[str, int] | None = run.proposal.get("account")
    if not account:
        return ""
    technical = terms.signed(account["technical"])
    return _(
        "Före %(before)s, lämnade %(left)s, nya %(new)s, åter %(returned)s, tekniskt %(technical)s, efter %(after)s."
    ) % {**account, "technical": technical}


def _doubt(place: int, asked: Mapping[str, Any], run: RunFacts, read: Answers | None) -> Doubt:
    kept = next((one for one in run.decisions if one["doubt"] == asked["id"]), None)
    said, reason = ("ja" if kept["yes"] else "nej", str(kept["reason"])) if kept else ("", "")
    if read is not None and read.typed.get(asked["id"], ("", "")) != ("", ""):
        said, reason = read.typed[asked["id"]]
    errors = {problem.field_id: problem.text for problem in read.problems} if read else {}
    answered = ""
    if kept:
        yes = _("Ja") if kept["yes"] else _("Nej")
        answered = _("%(yes)s, enligt %(name)s") % {"yes": yes, "name": kept["by"]}
    return Doubt(
        place=place,
        question=findings.question(asked["about"], asked["facts"]),
        why=str(findings.WHY[asked["why"]]),
        evidence=_evidence(asked["facts"]) if asked["about"] == "area" else "",
        recorded="" if asked["recorded"] is None else _recorded(yes=asked["recorded"]),
        said=said,
        reason=reason,
        answered=answered,
        errors=errors,
        options=(Option("ja", _("Ja"), said == "ja"), Option("nej", _("Nej"), said == "nej")),
    )


def _evidence(facts: Mapping[str, Any]) -> str:
    parts = []
    if facts["of_before"] is not None:
        shares = {"before": _percent(facts["of_before"]), "after": _percent(facts["of_after"])}
        parts.append(_("Gemensam mark: %(before)s av det gamla, %(after)s av det nya.") % shares)
    if facts["before_id"] is not None and facts["after_id"] is not None:
        parts.append(_("Nummer: %(before_id)s före, %(after_id)s efter.") % facts)
    return " ".join(parts)


def _recorded(*, yes: bool) -> str:
    return _("Den kända listan säger ja.") if yes else _("Den kända listan säger nej.")


def _groups(run: RunFacts) -> Iterator[tuple[str, tuple[AreaRow, ...]]]:
    lines = run.proposal.get("lines", [])
    stays = [one for one in lines if one["fate"] == "continues"]
    groups = [(str(findings.FATES[fate]).capitalize(), [one for one in lines if one["fate"] == fate]) for fate in ORDER]
    groups.append((_("Fortsätter, ändrade"), [one for one in stays if one["flags"]]))
    groups.append((_("Fortsätter oförändrade"), [one for one in stays if not one["flags"]]))
    for title, group in groups:
        if group:
            yield f"{title}: {len(group)}", tuple(_area(one, run) for one in group)


def _area(one: Mapping[str, Any], run: RunFacts) -> AreaRow:
    shares = (f"{_percent(two['of_before'])} / {_percent(two['of_after'])}" for two in one["shares"])
    return AreaRow(
        name=one["name"],
        url=reverse("areas:area", args=[one["key"]]) if run.state == "loaded" else "",
        category=one["category"],
        category_word=terms.category(one["category"]),
        before=", ".join(one["before"]),
        shares=", ".join(shares),
        flags=", ".join(str(findings.FLAGS[flag]) for flag in one["flags"]),
        unit=one["unit"],
        size="" if one["m2"] is None else f"{one['m2'] / 1_000_000:.3f}".replace(".", ","),
    )


def _unit(one: Mapping[str, Any]) -> str:
    kind = words.unit_kind(one["kind"])
    return _("%(kind)s %(name)s (%(code)s) under %(parent_code)s") % {**one, "kind": kind}


def _finding(one: Mapping[str, Any]) -> FindingRow:
    return FindingRow(
        where=_("rad %(row)s") % {"row": one["row"]} if one["row"] else _("hela filen"),
        name=one["name"],
        severity=one["severity"],
        severity_word=str(findings.SEVERITIES[one["severity"]]),
        text=findings.finding(one["rule"], one["facts"]),
        rule=one["rule"],
    )


def _percent(share: float) -> str:
    return f"{share * 100:.0f}\N{NO-BREAK SPACE}%"
