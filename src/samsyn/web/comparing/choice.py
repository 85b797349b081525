"""Which two versions are compared: from the address, by number or by day; or a sentence that says what to mend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samsyn.core.periods import end_of_day
from samsyn.pictures.facts import VersionFacts
from samsyn.shell import words


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions, the older first, with all between them; ``turned`` tells that they came the other way round."""

    steps: tuple[VersionFacts, ...]
    turned: bool

    @property
    def before(self) -> VersionFacts:
        """Return the older version."""
        return self.steps[0]

    @property
    def after(self) -> VersionFacts:
        """Return the newer version."""
        return self.steps[-1]


class Unclear(Exception):
    """The address does not name two versions; ``sentence`` says what to do, ``status`` how it is answered."""

    def __init__(self, sentence: str, status: int) -> None:
        """Keep the ready sentence; it may hold what was typed."""
        super().__init__(status)
        self.sentence, self.status = sentence, status


def choose(asked: Mapping[str, str], found: Sequence[VersionFacts]) -> Pair:
    """Return the two versions that the address asks for; ``found`` is newest first and not empty.

    Without any question the version in force is compared with the one before it.
    """
    if len(found) == 1:
        raise Unclear(_("Det finns bara en version att läsa. När nästa är fastställd går det att jämföra."), 200)
    by_number = {one.number: one for one in found}
    after = _one(asked, "efter", found, by_number) or found[0]
    earlier = [one for one in found if one.number < after.number]
    before = _one(asked, "fore", found, by_number) or (earlier[0] if earlier else found[-1])
    if before.number == after.number:
        raise Unclear(_same(asked, before), 200)
    first, last = sorted((before.number, after.number))
    steps = tuple(one for one in reversed(found) if first <= one.number <= last)
    return Pair(steps, turned=before.number > after.number)


def _one(
    asked: Mapping[str, str], side: str, found: Sequence[VersionFacts], by_number: Mapping[int, VersionFacts]
) -> VersionFacts | None:
    number, day = asked.get(side, "").strip(), asked.get(f"{side}_dag", "").strip()
    if number:
        chosen = by_number.get(int(number)) if number.isascii() and number.isdigit() else None
        if chosen is None:
            raise Unclear(
                _("Version %(number)s finns inte, eller så får du inte läsa den. Välj två i listan.")
                % {"number": number[:20]},
                404,
            )
        return chosen
    return _as_of(day, found) if day else None


def _as_of(text: str, found: Sequence[VersionFacts]) -> VersionFacts:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Unclear(_("Dagen går inte att läsa. Skriv den som 2026-11-02."), 422) from None
    chosen = next((one for one in found if one.signed_at < end_of_day(day)), None)
    if chosen is None:
        first = words.moment(found[-1].signed_at)
        told = _("Ingen version var fastställd den %(day)s. Den första fastställdes %(first)s.")
        raise Unclear(told % {"day": words.day(day), "first": first}, 422)
    return chosen


def _same(asked: Mapping[str, str], chosen: VersionFacts) -> str:
    if asked.get("fore_dag") or asked.get("efter_dag"):
        return _("Version %(number)s gällde båda dagarna. Inget är annorlunda.") % {"number": chosen.number}
    return _("Du har valt version %(number)s på båda sidor. Välj två olika.") % {"number": chosen.number}
