"""The page of a unit that has no signed picture: what that may mean, and the next step."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.areas.facts import UnitAt
from samsyn.core.access import Actor, Permission
from samsyn.pictures.facts import VersionFacts
from samsyn.shell import words
from samsyn.web.components import parts


@dataclass(frozen=True, slots=True)
class NothingView:
    """An empty page with one way on."""

    title: str
    heading: str
    text: parts.Line


def nothing_signed(actor: Actor, unit: UnitAt, *, chosen: date | None, first: VersionFacts | None) -> NothingView:
    """Say what an empty page means for this reader."""
    title = _("Lägesbild %(unit)s") % {"unit": unit.name}
    if chosen is not None and first is not None:
        return NothingView(
            title,
            _("Ingen lägesbild var fastställd den %(day)s.") % {"day": words.day(chosen)},
            (
                parts.Run(_("Den första fastställdes %(moment)s.") % {"moment": words.moment(first.signed_at)}),
                parts.Run(" "),
                parts.Run(_("Läs version %(number)s") % {"number": first.number}, url=_version(unit, first)),
            ),
        )
    return NothingView(
        title, _("Ingen lägesbild är fastställd för %(unit)s.") % {"unit": unit.name}, _next_step(actor, unit)
    )


def _version(unit: UnitAt, facts: VersionFacts) -> str:
    return reverse("reading:version", args=[unit.code, facts.number])


def _next_step(actor: Actor, unit: UnitAt) -> parts.Line:
    draft = reverse("writing:draft", args=[unit.code])
    if actor.may(Permission.PICTURE_SIGN, unit.id):
        return (
            parts.Run(_("Ett utkast visas för andra först när du har fastställt det.")),
            parts.Run(" "),
            parts.Run(_("Till utkastet"), url=draft),
        )
    if actor.may(Permission.DRAFT_WRITE, unit.id):
        return (
            parts.Run(_("Skriv i utkastet, så kan chefen fastställa det.")),
            parts.Run(" "),
            parts.Run(_("Till utkastet"), url=draft),
        )
    return parts.line(_("Det betyder inte att läget är lugnt. När enheten har fastställt sin lägesbild står den här."))
