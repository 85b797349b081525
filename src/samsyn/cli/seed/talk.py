"""What is said about signed versions, who has taken note of them, and what the nation has asked for."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from samsyn.accounts import actions as accounts
from samsyn.cli.seed import content
from samsyn.cli.seed.content import Entry
from samsyn.cli.seed.country import NATION, OFFICERS, Country
from samsyn.cli.seed.pen import Pen
from samsyn.core.periods import day_of
from samsyn.pictures.actions import reading, responding, rounds
from samsyn.pictures.actions.responding import Said
from samsyn.pictures.queries import versions

ROUND_OPENED, ROUND_DUE = timedelta(days=40), timedelta(days=4)
UNREAD = 1
"""How many of the officers have not taken note of the version in force."""


@dataclass(frozen=True, slots=True)
class Talk:
    """Says things in the training nation, remembering which question is which."""

    pen: Pen
    questions: dict[str, int] = field(default_factory=dict)

    @property
    def country(self) -> Country:
        """Return the training nation."""
        return self.pen.country

    def say(self, kind: str, entry: Entry) -> None:
        """Put one remark: a question, a reply, a dissent, or the answer to a need."""
        at = self.pen.now - timedelta(days=entry["days"])
        by = self.pen.actor(entry["by"], at)
        text = content.dated(entry["text"], base=day_of(at))
        said = Said(self.pen.chance(), self.country.units[entry["unit"]], text)
        if kind == "reply":
            responding.reply(by=by, now=at, question_id=self.questions[entry["to"]], said=said)
            return
        version, paragraph_id = self.pen.in_force(entry["about"], by=by)
        if kind == "answer":
            responding.answer_need(by=by, now=at, paragraph_id=paragraph_id, verdict=entry["verdict"], said=said)
        elif kind == "dissent":
            responding.dissent(by=by, now=at, version=version, paragraph_id=paragraph_id, said=said)
        else:
            asked = responding.ask(by=by, now=at, version=version, paragraph_id=paragraph_id, said=said)
            self.questions[entry["key"]] = asked

    def read(self, username: str, *, of: str, on_behalf_of: str, at: datetime) -> None:
        """Let somebody read the version in force of a unit's picture and take note of it."""
        by = self.pen.actor(username, at)
        version = versions.version(by=by, unit_id=self.country.units[of])
        reading.open_version(by=by, now=at, facts=version)
        reading.take_note(by=by, now=at, facts=version, unit_id=self.country.units[on_behalf_of])

    def officers_take_note(self, *, of: str, since: timedelta) -> None:
        """Let all officers but a few take note, a couple every day since the signature."""
        unit_id = self.country.units[of]
        version = versions.version(by=self.pen.actor(OFFICERS[0], self.pen.now), unit_id=unit_id)
        for place, username in enumerate(OFFICERS[UNREAD:]):
            at = self.pen.now - since + timedelta(days=1 + place % 14, minutes=7 * place)
            reading.take_note(by=self.pen.actor(username, at), now=at, facts=version, unit_id=unit_id)

    def look(self, username: str, *, at: datetime) -> None:
        """Let somebody have looked at the start page, so that it can tell what has happened since."""
        accounts.mark_looked(by=self.pen.actor(username, at), now=at)

    def open_round(self) -> None:
        """Open the collection round; one local area is late with its picture."""
        opened = self.pen.now - ROUND_OPENED
        rounds.open_round(
            by=self.pen.actor("farid", opened),
            now=opened,
            nation_id=self.country.units[NATION],
            title="Svar på U1–U8 och S1–S8",
            due_on=day_of(self.pen.now - ROUND_DUE),
        )
