"""The list of versions and the receipts of one, as ready strings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.areas.facts import UnitAt
from samsyn.pictures.facts import Coverage, VersionFacts
from samsyn.shell import words
from samsyn.web.components import parts

LEVELS = {"local_area": 1, "police_area": 2, "region": 3, "nation": 4}


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One version in the list."""

    name: str
    url: str
    signed: str
    signed_by: str
    state: str
    noted: str
    compare: parts.Link | None
    pdf_url: str


@dataclass(frozen=True, slots=True)
class VersionsView:
    """All versions of a unit's picture, newest first."""

    title: str
    code: str
    rows: tuple[VersionRow, ...]
    older_url: str


@dataclass(frozen=True, slots=True)
class ReceiptsView:
    """How many at each level have taken note."""

    title: str
    lead: str
    version_url: str
    rows: tuple[parts.Receipt, ...]


def versions(
    unit: UnitAt,
    found: Sequence[VersionFacts],
    *,
    names: Mapping[str, str],
    noted: Mapping[int, datetime],
    more: bool,
) -> VersionsView:
    """Write out a page of the list; ``more`` tells that there are older ones."""
    older = reverse("reading:versions", args=[unit.code], query={"fore": found[-1].number}) if more else ""
    return VersionsView(
        title=_("Alla versioner av lägesbild %(unit)s") % {"unit": unit.name},
        code=unit.code,
        rows=tuple(_row(unit, one, names, noted.get(one.number)) for one in found),
        older_url=older,
    )


def receipts(
    unit: UnitAt, facts: VersionFacts, coverage: Iterable[Coverage], *, units: Mapping[int, UnitAt]
) -> ReceiptsView:
    """Write out the receipts of one version, level by level."""
    return ReceiptsView(
        title=_("Vilka har tagit del?"),
        lead=_("Lägesbild %(unit)s, version %(number)s, fastställd %(moment)s. Listan räknar, den namnger ingen.")
        % {"unit": unit.name, "number": facts.number, "moment": words.moment(facts.signed_at)},
        version_url=reverse("reading:version", args=[unit.code, facts.number]),
        rows=receipt_rows(coverage, units),
    )


def receipt_rows(coverage: Iterable[Coverage], units: Mapping[int, UnitAt]) -> tuple[parts.Receipt, ...]:
    """Return how many have taken note, from the unit that signed up to the nation."""
    return tuple(
        parts.Receipt(
            level=LEVELS[unit.kind],
            name=unit.name,
            done=min(one.confirmed, one.expected),
            total=one.expected,
            note=_("senast %(moment)s") % {"moment": words.moment(one.latest_at)} if one.latest_at else _("ingen ännu"),
        )
        for one in coverage
        if (unit := units.get(one.unit_id)) is not None and unit.kind in LEVELS
    )


def signed_by(version: VersionFacts, name: str) -> str:
    """Return who signed, and whether as a substitute."""
    return _("%(name)s, ersättare") % {"name": name} if version.substitute else name


def _row(unit: UnitAt, one: VersionFacts, names: Mapping[str, str], noted: datetime | None) -> VersionRow:
    return VersionRow(
        name=_("Version %(number)s") % {"number": one.number},
        url=reverse("reading:version", args=[unit.code, one.number]),
        signed=words.moment(one.signed_at),
        signed_by=signed_by(one, names.get(one.signed_by, one.signed_by)),
        state=_state(one),
        noted=words.day(words.local_day(noted)) if noted else _("nej"),
        compare=_compare(unit, one),
        pdf_url=reverse("reading:pdf", args=[unit.code, one.number]),
    )


def _state(one: VersionFacts) -> str:
    told = []
    if one.corrects is not None:
        told.append(_("rättar version %(number)s") % {"number": one.corrects})
    if one.corrected_by is not None:
        told.append(_("rättad i version %(number)s") % {"number": one.corrected_by})
    if one.in_force:
        told.append(_("i kraft"))
    elif one.superseded_at is not None:
        told.append(_("gällde till %(day)s") % {"day": words.day(words.local_day(one.superseded_at))})
    text = ", ".join(told)
    return text[:1].upper() + text[1:]


def _compare(unit: UnitAt, one: VersionFacts) -> parts.Link | None:
    if one.number == 1:
        return None
    query = {"fore": one.number - 1, "efter": one.number}
    return parts.Link(
        _("Med version %(number)s") % {"number": one.number - 1},
        reverse("comparing:compare", args=[unit.code], query=query),
    )
