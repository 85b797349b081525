"""Writes one step of a picture into the draft and signs it, by the rooms' own actions."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from samsyn.accounts import queries as accounts
from samsyn.cli.seed import content
from samsyn.cli.seed.content import Entry
from samsyn.cli.seed.country import Country
from samsyn.core.access import Actor, Purpose
from samsyn.core.periods import day_of
from samsyn.core.pictures.causes import Cause
from samsyn.core.pictures.document import Certainty, Source
from samsyn.pictures.actions import chapters, drafting, lifting
from samsyn.pictures.actions.signing import Signature, StatedCause, sign_picture
from samsyn.pictures.facts import VersionFacts
from samsyn.pictures.queries import drafts, versions

WHOLE = "Hela området"
ENOUGH = 12
"""More ids than any picture begins with chapters."""


class Chance:
    """Ids that look drawn and are the same in every training nation."""

    def __init__(self) -> None:
        """Begin at the first id."""
        self._numbers = count(1)

    def __call__(self) -> str:
        """Return the next id of 32 hex digits."""
        return hashlib.sha256(f"samsyn-seed-{next(self._numbers)}".encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a unit's picture: the files it is written in, who signs, and how long before now."""

    unit: str
    files: tuple[str, ...]
    writer: str
    signer: str
    before: timedelta
    correction: bool = False


@dataclass(slots=True)
class Pen:
    """Remembers which paragraph every key in the content became."""

    country: Country
    now: datetime
    chance: Chance = field(default_factory=Chance)
    paragraphs: dict[str, str] = field(default_factory=dict)

    def actor(self, username: str, at: datetime) -> Actor:
        """Return a person as they stood at a moment, reading for planning."""
        return accounts.actor(self.country.people[username], now=at, purpose=Purpose.PLANNING)

    def in_force(self, key: str, *, by: Actor) -> tuple[VersionFacts, str]:
        """Return the paragraph that ``unit/key`` names, with the newest version of that unit's picture."""
        unit, _, _ = key.partition("/")
        return versions.version(by=by, unit_id=self.country.units[unit]), self.paragraphs[key]

    def carry_out(self, step: Step) -> None:
        """Write the step and sign it."""
        self.write(step)
        self.sign(step)

    def write(self, step: Step) -> None:
        """Bring the unit's draft to where the step's content says."""
        signed_at, unit_id = self.now - step.before, self.country.units[step.unit]
        told = content.read(*step.files)
        begun_at, by = signed_at - timedelta(days=2), self.actor(step.writer, signed_at - timedelta(days=2))
        ids = tuple(self.chance() for _ in range(ENOUGH))
        chapters.start_picture(by=by, now=begun_at, unit_id=unit_id, chapter_ids=ids)
        more = tuple(self.chance() for _ in range(ENOUGH))
        chapters.follow_boundaries(by=by, now=begun_at, unit_id=unit_id, chapter_ids=more)
        for place in told.get("place", ()):
            chapters.add_place(by=by, now=begun_at, unit_id=unit_id, chapter_id=self.chance(), title=place["title"])
        begun = drafts.draft(by=by, unit_id=unit_id, today=day_of(begun_at))
        titles = {chapter.title: chapter.id for chapter in begun.document.chapters}
        sheet = _Sheet(self, step, signed_at, titles)
        for entry in (*told.get("edit", ()), *told.get("relift", ())):
            sheet.edit(entry)
        for entry in (*told.get("write", ()), *content.answers(told)):
            sheet.add(entry)
        for entry in told.get("lift", ()):
            sheet.lift(entry)
        for entry in told.get("remove", ()):
            sheet.remove(entry)

    def sign(self, step: Step) -> None:
        """Sign the draft of the step's unit, with the causes that its content states."""
        at, unit_id = self.now - step.before, self.country.units[step.unit]
        signer = self.actor(step.signer, at)
        draft = drafts.draft(by=signer, unit_id=unit_id, today=day_of(at))
        titles = {chapter.title: chapter.id for chapter in draft.document.chapters}
        causes = {
            titles[one["chapter"]]: StatedCause(Cause(one["cause"]), content.dated(one["text"], base=day_of(at)))
            for one in content.read(*step.files).get("cause", ())
        }
        signature = Signature(draft.edition, causes, correction=step.correction)
        sign_picture(by=signer, now=at, unit_id=unit_id, signature=signature, chance=self.chance)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The draft of one step: who writes what when."""

    pen: Pen
    step: Step
    signed_at: datetime
    titles: Mapping[str, str]

    @property
    def unit_id(self) -> int:
        return self.pen.country.units[self.step.unit]

    def when(self, entry: Entry) -> datetime:
        return self.signed_at - timedelta(days=entry.get("days", 1))

    def writer(self, entry: Entry) -> Actor:
        return self.pen.actor(entry.get("by", self.step.writer), self.when(entry))

    def named(self, entry: Entry) -> str:
        return f"{self.step.unit}/{entry['key']}"

    def add(self, entry: Entry) -> None:
        paragraph_id = self.remember(entry)
        drafting.write_paragraph(
            by=self.writer(entry),
            now=self.when(entry),
            unit_id=self.unit_id,
            chapter_id=self.titles[entry["chapter"]],
            paragraph_id=paragraph_id,
            kind=content.kind_of(entry),
            section=entry["section"],
            wording=content.wording(entry, base=day_of(self.signed_at)),
        )

    def edit(self, entry: Entry) -> None:
        key = self.pen.paragraphs[self.named(entry)]
        known = drafts.paragraph(by=self.writer(entry), unit_id=self.unit_id, paragraph_id=key)
        base = day_of(self.signed_at)
        said = known.paragraph
        changed = content.wording(
            {
                "certainty": said.certainty or Certainty.LIKELY,
                "class": said.info_class,
                "zone": said.zone,
                **entry,
                "text": entry.get("text", said.text),
            },
            base=base,
        )
        drafting.edit_paragraph(
            by=self.writer(entry),
            now=self.when(entry),
            unit_id=self.unit_id,
            paragraph_id=key,
            rev=known.rev,
            wording=replace(
                changed,
                certainty=changed.certainty if said.certainty else None,
                facts={**said.facts, **changed.facts},
                evidence=changed.evidence or said.evidence,
                sources=self.sources(entry) or said.sources,
            ),
        )

    def lift(self, entry: Entry) -> None:
        lifting.lift_paragraphs(
            by=self.writer(entry),
            now=self.when(entry),
            unit_id=self.unit_id,
            chapter_id=self.titles[WHOLE],
            paragraph_id=self.remember(entry),
            section=entry["section"],
            wording=replace(content.wording(entry, base=day_of(self.signed_at)), sources=self.sources(entry)),
        )

    def remove(self, entry: Entry) -> None:
        drafting.remove_paragraph(
            by=self.writer(entry),
            now=self.when(entry),
            unit_id=self.unit_id,
            paragraph_id=self.pen.paragraphs[self.named(entry)],
            reason=entry["reason"],
        )

    def sources(self, entry: Entry) -> tuple[Source, ...]:
        by = self.writer(entry)
        pairs: Iterable[tuple[VersionFacts, str]] = (self.pen.in_force(key, by=by) for key in entry.get("sources", ()))
        return tuple(Source(version.id, paragraph_id) for version, paragraph_id in pairs)

    def remember(self, entry: Entry) -> str:
        paragraph_id = self.pen.chance()
        if "key" in entry:
            self.pen.paragraphs[self.named(entry)] = paragraph_id
        return paragraph_id
