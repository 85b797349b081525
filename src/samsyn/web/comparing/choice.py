"""Which two versions are compared: from the address, by number or by day; or a sentence that says what to mend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from samsyn.core.access import Actor
from samsyn.core.errors import NotFound
from samsyn.pictures.facts import VersionFacts
from samsyn.pictures.queries.versions import oldest_version, version, versions_of
from samsyn.shell import words

NEWEST = 24
"""How many versions the form lists; older ones are reached by day."""
LONGEST = 24
"""How many versions may lie between the two before only the ends are read."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions, the older first, with those between; ``turned`` tells that they came the other way round."""

    steps: tuple[VersionFacts, ...]
    turned: bool
    too_long: bool

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


def choose(asked: Mapping[str, str], newest: Sequence[VersionFacts], *, by: Actor) -> Pair:
    """Return the two versions that the address asks for; ``newest`` are the newest first, at least one.

    Without any question the version in force is compared with the one before it.
    """
    if len(newest) == 1:
        raise Unclear(_("Det finns bara en version att läsa. När nästa är fastställd går det att jämföra."), 200)
    unit_id = newest[0].unit_id
    after = _one(asked, "efter", by=by, unit_id=unit_id) or newest[0]
    before = _one(asked, "fore", by=by, unit_id=unit_id) or _one_before(after, by=by)
    if before.number == after.number:
        raise Unclear(_same(asked, before), 200)
    first, last = sorted((before, after), key=lambda one: one.number)
    between = versions_of(by=by, unit_id=unit_id, after=first.number, before=last.number, limit=LONGEST + 1)
    too_long = len(between) > LONGEST
    steps = (first, last) if too_long else (first, *reversed(between), last)
    return Pair(steps, turned=before.number > after.number, too_long=too_long)


def _one(asked: Mapping[str, str], side: str, *, by: Actor, unit_id: int) -> VersionFacts | None:
    number, day = asked.get(side, "").strip(), asked.get(f"{side}_dag", "").strip()
    if number:
        return _by_number(number, by=by, unit_id=unit_id)
    return _as_of(day, by=by, unit_id=unit_id) if day else None


def _by_number(text: str, *, by: Actor, unit_id: int) -> VersionFacts:
    known = text.isascii() and text.isdigit() and len(text) < 10  # noqa: PLR2004 - fits a column
    try:
        return version(by=by, unit_id=unit_id, number=int(text) if known else 0)
    except NotFound:
        told = _("Version %(number)s finns inte, eller så får du inte läsa den. Välj två i listan.")
        raise Unclear(told % {"number": text[:20]}, 404) from None


def _as_of(text: str, *, by: Actor, unit_id: int) -> VersionFacts:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Unclear(_("Dagen går inte att läsa. Skriv den som 2026-11-02."), 422) from None
    try:
        return version(by=by, unit_id=unit_id, on=day)
    except NotFound:
        first = oldest_version(by=by, unit_id=unit_id)
        told = _("Ingen version var fastställd den %(day)s. Den första fastställdes %(first)s.")
        when = words.moment(first.signed_at) if first else ""
        raise Unclear(told % {"day": words.day(day), "first": when}, 422) from None


def _one_before(after: VersionFacts, *, by: Actor) -> VersionFacts:
    found = versions_of(by=by, unit_id=after.unit_id, before=after.number, limit=1)
    return found[0] if found else after


def _same(asked: Mapping[str, str], chosen: VersionFacts) -> str:
    if asked.get("fore_dag") or asked.get("efter_dag"):
        return _("Version %(number)s gällde båda dagarna. Inget är annorlunda.") % {"number": chosen.number}
    return _("Du har valt version %(number)s på båda sidor. Välj två olika.") % {"number": chosen.number}
