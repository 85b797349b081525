"""The form that chooses what to compare: two versions, or two days."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from samsyn.areas.facts import UnitAt
from samsyn.pictures.facts import VersionFacts
from samsyn.shell import words
from samsyn.web.comparing.choice import Pair
from samsyn.web.components import parts


@dataclass(frozen=True, slots=True)
class FormView:
    """Both choices with what is chosen now."""

    title: str
    lead: str
    code: str
    action: str
    before: tuple[parts.Option, ...]
    after: tuple[parts.Option, ...]
    before_day: str
    after_day: str
    changes_url: str
    removed_url: str
    all_url: str


def form(unit: UnitAt, found: tuple[VersionFacts, ...], pair: Pair | None) -> FormView:
    """Write out the form; without a pair nothing is chosen but the newest two."""
    before = pair.before if pair else found[min(1, len(found) - 1)]
    after = pair.after if pair else found[0]
    action = reverse("comparing:compare", args=[unit.code])
    chosen = {"fore": before.number, "efter": after.number}
    return FormView(
        title=_("Vad är annorlunda, och varför?"),
        lead=_("Lägesbild %(unit)s") % {"unit": unit.name},
        code=unit.code,
        action=action,
        before=tuple(_options(found, before)),
        after=tuple(_options(found, after)),
        before_day=words.local_day(before.signed_at).isoformat(),
        after_day=words.local_day(after.signed_at).isoformat(),
        changes_url=reverse("comparing:compare", args=[unit.code], query=chosen),
        removed_url=reverse("comparing:compare", args=[unit.code], query={**chosen, "visa": "borttaget"}),
        all_url=reverse("comparing:compare", args=[unit.code], query={**chosen, "visa": "alla"}),
    )


def _options(found: Iterable[VersionFacts], chosen: VersionFacts) -> Iterable[parts.Option]:
    """Yield the newest versions and the chosen one, newest first."""
    listed = {one.number: one for one in (*found, chosen)}
    for one in sorted(listed.values(), key=lambda one: -one.number):
        day = words.day(words.local_day(one.signed_at))
        name = _("Version %(number)s, %(day)s") % {"number": one.number, "day": day}
        yield parts.Option(str(one.number), name, one.number == chosen.number)
