"""Collection rounds as ready strings: who has signed, who has not yet, who is late and by how much."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.areas.facts import UnitAt
from samsyn.core.access import Actor, Permission
from samsyn.pictures.facts import RoundFacts
from samsyn.pictures.queries.standing import RoundAnswer
from samsyn.shell import words
from samsyn.web.components.parts import FieldError, Link, Option
from samsyn.web.nation import present, terms
from samsyn.web.nation.gather import Land

SIGNED, SIGNED_LATE, WAITING, LATE = "signed", "signed-late", "waiting", "late"


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One local area in a round."""

    region: str
    above: str
    name: str
    code: str
    state: str
    text: str
    late: str
    url: str


@dataclass(frozen=True, slots=True)
class UnitGroup:
    """The local areas of one region."""

    title: str
    rows: tuple[UnitRow, ...]


@dataclass(frozen=True, slots=True)
class RoundView:
    """One round with its local areas, as far as the reader's rights go."""

    id: int
    title: str
    when: str
    summary: str
    open: bool
    groups: tuple[UnitGroup, ...]
    outside: str
    csv_url: str


@dataclass(frozen=True, slots=True)
class RoundForm:
    """What was typed when a round was to be opened."""

    title: str = ""
    due: str = ""
    errors: Mapping[str, str] | None = None

    def error(self, name: str) -> str:
        """Return what is wrong with a field."""
        return (self.errors or {}).get(name, "")


@dataclass(frozen=True, slots=True)
class RoundsPage:
    """Everything on the page of rounds."""

    title: str
    lead: str
    tabs: tuple[Link, ...]
    nations: tuple[Link, ...]
    page_url: str
    close_url: str
    problems: tuple[FieldError, ...]
    rounds: tuple[Link, ...]
    filters: tuple[tuple[str, str, tuple[Option, ...]], ...]
    round: RoundView | None
    may_open: bool
    form: RoundForm


def rounds_page(  # noqa: PLR0913 - each is a part of the page
    land: Land,
    found: Sequence[RoundFacts],
    shown: RoundView | None,
    *,
    by: Actor,
    region: str,
    form: RoundForm,
    problems: tuple[FieldError, ...],
) -> RoundsPage:
    """Return the page with one round in full and the others as links."""
    url = reverse("nation:rounds", args=[land.nation.code])
    regions = [(unit.code, unit.name) for unit in land.of_kind("region")]
    return RoundsPage(
        title=_("Insamling"),
        lead=_("Nationen ber varje lokalpolisområde att fastställa sin lägesbild senast en viss dag."),
        tabs=present.tabs(land, by=by, current="rounds"),
        nations=present.nations(land, "nation:rounds"),
        page_url=url,
        close_url=reverse("nation:close-round", args=[land.nation.code]),
        problems=problems,
        rounds=tuple(
            Link(
                one.title if one.closed_at is None else _("%(title)s (stängd)") % {"title": one.title},
                reverse("nation:rounds", args=[land.nation.code], query={"omgang": one.id}),
                current=shown is not None and shown.id == one.id,
            )
            for one in found
        ),
        filters=(("region", _("Region"), present.options(regions, region)),),
        round=shown,
        may_open=by.may(Permission.ROUND_OPEN, land.nation.id),
        form=form,
    )


def unit_rows(
    land: Land,
    units: Iterable[UnitAt],
    answers: Mapping[int, RoundAnswer],
    *,
    due_on: date,
    today: date,
) -> tuple[UnitRow, ...]:
    """Return the local areas with how far each has come, in the order of the tree."""
    return tuple(_row(unit, land, answers.get(unit.id), due_on=due_on, today=today) for unit in units)


def round_view(  # noqa: PLR0913 - each is a part of the view
    land: Land, one: RoundFacts, rows: Sequence[UnitRow], *, today: date, region: str, outside: int
) -> RoundView:
    """Return a round in full."""
    counted = Counter(row.state for row in rows)
    query = {"omgang": str(one.id)} | ({"region": region} if region else {})
    return RoundView(
        id=one.id,
        title=one.title,
        when=_when(one, today),
        summary=_summary(counted, len(rows)),
        open=one.closed_at is None,
        groups=tuple(
            UnitGroup(title=name, rows=tuple(row for row in rows if row.region == name))
            for name in dict.fromkeys(row.region for row in rows)
        ),
        outside=ngettext(
            "%(count)s lokalpolisområde ligger utanför det du får läsa och visas inte.",
            "%(count)s lokalpolisområden ligger utanför det du får läsa och visas inte.",
            outside,
        )
        % {"count": outside}
        if outside
        else "",
        csv_url=reverse("nation:rounds-csv", args=[land.nation.code], query=query),
    )


def _row(unit: UnitAt, land: Land, answer: RoundAnswer | None, *, due_on: date, today: date) -> UnitRow:
    region, above = land.region_of(unit.id), land.units.get(unit.parent_id or 0)
    over = (answer.on if answer else today) - due_on
    late = over.days > 0
    state = (SIGNED_LATE if late else SIGNED) if answer else (LATE if late else WAITING)
    url = reverse("reading:version", args=[unit.code, answer.number]) if answer else ""
    return UnitRow(
        region=terms.region(region.name) if region else _("Okänd region"),
        above=above.name if above else "",
        name=unit.name,
        code=unit.code,
        state=state,
        text=_state_words(answer),
        late=days_late(over.days) if late else "",
        url=url,
    )


def days_late(days: int) -> str:
    """Return "3 dagar sent"."""
    return ngettext("%(days)s dag sent", "%(days)s dagar sent", days) % {"days": days}


def _state_words(answer: RoundAnswer | None) -> str:
    if answer is None:
        return _("Inte fastställd än")
    return _("Version %(number)s, %(day)s") % {"number": answer.number, "day": words.day(answer.on)}


def _when(one: RoundFacts, today: date) -> str:
    told = {"opened": words.day(words.local_day(one.opened_at)), "due": words.day(one.due_on)}
    if one.closed_at is not None:
        told["closed"] = words.day(words.local_day(one.closed_at))
        return _("Öppnad %(opened)s, sista dag %(due)s, stängd %(closed)s.") % told
    days = (one.due_on - today).days
    if days < 0:
        return _("Öppnad %(opened)s. Sista dag var %(due)s.") % told
    left = ngettext("%(days)s dag kvar", "%(days)s dagar kvar", days) % {"days": days} if days else _("i dag")
    return _("Öppnad %(opened)s. Sista dag %(due)s, %(left)s.") % {**told, "left": left}


def _summary(counted: Counter[str], all_units: int) -> str:
    done = counted[SIGNED] + counted[SIGNED_LATE]
    told = [_("%(done)s av %(all)s har fastställt.") % {"done": done, "all": all_units}]
    if counted[LATE]:
        told.append(ngettext("%(count)s är sen.", "%(count)s är sena.", counted[LATE]) % {"count": counted[LATE]})
    return " ".join(told)
