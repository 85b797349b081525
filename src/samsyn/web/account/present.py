"""Rows of the own log and the demo's logins as ready strings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.areas.facts import UnitAt
from samsyn.audit.facts import LogRow
from samsyn.shell import words
from samsyn.shell.demo import CAST, PASSWORD
from samsyn.web.components import parts

EVENTS = {
    "picture.read": lazy("Läste märkt text i en lägesbild"),
    "picture.noted": lazy("Tog del av en lägesbild"),
    "picture.signed": lazy("Fastställde en lägesbild"),
    "picture.corrected": lazy("Rättade en lägesbild"),
    "picture.started": lazy("Började på en lägesbild"),
    "picture.question": lazy("Ställde en fråga"),
    "picture.reply": lazy("Svarade på en fråga"),
    "picture.dissent": lazy("Lämnade en avvikande mening"),
    "picture.answer": lazy("Svarade på ett behov"),
    "picture.searched": lazy("Sökte i lägesbilder"),
    "picture.printed": lazy("Skrev ut en lägesbild"),
    "draft.paragraph-written": lazy("Skrev ett stycke"),
    "draft.paragraph-edited": lazy("Ändrade ett stycke"),
    "draft.paragraph-removed": lazy("Tog bort ett stycke"),
    "draft.paragraph-restored": lazy("Ångrade borttagning av ett stycke"),
    "draft.conflict": lazy("Skrev samtidigt som någon annan"),
    "draft.text-chosen": lazy("Valde text efter samtidig ändring"),
    "draft.chapter-added": lazy("La till en plats"),
    "draft.chapter-removed": lazy("Tog bort en plats"),
    "draft.boundaries-followed": lazy("Hämtade dagens gränser"),
    "draft.read": lazy("Läste märkt text i ett utkast"),
    "purpose.chosen": lazy("Valde ändamål"),
    "paragraph.erased": lazy("Raderade ett stycke enligt beslut"),
    "round.opened": lazy("Öppnade en insamling"),
    "round.closed": lazy("Stängde en insamling"),
    "person.added": lazy("La till en person"),
    "role.given": lazy("Gav en roll"),
    "role.ended": lazy("Avslutade en roll"),
    "token.made": lazy("Skapade en nyckel för ett program"),
    "remark.erased": lazy("Raderade en fråga, ett svar eller en avvikande mening enligt beslut"),
    "chapter.erased": lazy("Raderade namnet på en plats enligt beslut"),
    "areas.file-kept": lazy("Tog emot en fil med områden"),
    "areas.import-proposed": lazy("Fick ett förslag till en lista"),
    "areas.import-decided": lazy("Svarade på frågor om en lista"),
    "areas.import-loaded": lazy("Läste in en fil med områden"),
    "areas.list-loaded": lazy("Lade in en lista"),
    "areas.list-filled": lazy("Fyllde i det som saknades på en lista"),
    "areas.list-decided": lazy("Beslutade en lista"),
    "units.nation-founded": lazy("Lade upp ett land"),
    "units.loaded": lazy("Läste in enheter"),
    "units.renamed": lazy("Bytte namn på en enhet"),
    "units.moved": lazy("Flyttade en enhet"),
    "units.ended": lazy("Avslutade en enhet"),
}
"""What the trail's events are called. A test holds that none lacks words."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of the own log."""

    at: str
    what: str
    where: str
    target: str
    purpose: str


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One login of the demo."""

    username: str
    name: str
    role: str
    password: str


def log_rows(rows: Iterable[LogRow], units: Mapping[int, UnitAt]) -> tuple[LogLine, ...]:
    """Write the rows out; ``units`` are those that they concern."""
    return tuple(
        LogLine(
            at=words.moment(row.at),
            what=str(EVENTS.get(row.event, row.event)),
            where=_where(row, units.get(row.unit_id or 0)),
            target=row.target,
            purpose=words.purpose(row.purpose) if row.purpose else "",
        )
        for row in rows
    )


def _where(row: LogRow, unit: UnitAt | None) -> str:
    """Say which unit it concerns, and which version where it concerns one."""
    if unit is None:
        return ""
    number = row.facts.get("number")
    return _("%(unit)s version %(n)s") % {"unit": unit.name, "n": number} if number else unit.name


def demo_people() -> tuple[DemoPerson, ...]:
    """Return the printed logins of the training nation."""
    return tuple(
        DemoPerson(person.username, person.name, words.role(person.role) if person.role else "", PASSWORD)
        for person in CAST
    )


def wrong_password() -> tuple[parts.FieldError, ...]:
    """Say that name and password do not belong together, and lead to the name."""
    return (parts.FieldError("username", _("Namnet och lösenordet hör inte ihop. Kontrollera båda och försök igen.")),)


def older(row_id: int) -> parts.Link:
    """Return the link to the rows before one."""
    return parts.Link(_("Visa äldre"), reverse("account:log", query={"fore": row_id}))
