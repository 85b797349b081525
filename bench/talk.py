"""What is said about the versions: receipts, remarks, needs, collection rounds, and the trail of all of it."""

import json
from datetime import datetime, timedelta
from itertools import count

from django.db import models

from bench.land import Land, Place
from bench.pouring import MANY, Buffer, moment, pour
from bench.shelf import Signed
from bench.staff import Staff
from samsyn.audit import chain, rows
from samsyn.audit.models import Entry, Link
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.models import Need, Receipt, Remark, Round

NOTED, EDITED = 5, 3
"""How many officers take note of each version, and how many edits its trail tells of."""

_COLUMNS: dict[type[models.Model], str] = {
    Receipt: "version_id person unit_id at",
    Remark: "id key kind picture_id version_id paragraph_id unit_id author at text verdict due_on parent_id info_class replied_at",
    Entry: "id at actor event target unit_id purpose facts",
    Link: "sequence entry_id digest",
}


class Talk:
    """Says something about every version that is signed."""

    def __init__(self, land: Land, staff: Staff, *, first_entry: int) -> None:
        """Begin after the entries that are in the trail already."""
        self.land, self.staff = land, staff
        self._rows = Buffer(_COLUMNS)
        self._entry_ids, self._remark_ids = count(first_entry), count(1)
        self._head, self._sealed = chain.START, 0
        self._needs: dict[str, tuple[object, ...]] = {}

    def about(self, version: Signed) -> None:
        """Let people take note of a version, ask about it and answer, and keep the trail of it."""
        facts = {"number": version.number, "digest": version.digest}
        corrected = version.number % 10 == 0
        for edit, item in enumerate(list(version.document.paragraphs())[:EDITED]):
            at = version.at - timedelta(hours=EDITED - edit)
            self._tell(
                at, version.by, "draft.paragraph-edited", f"paragraph:{item.id}", version.place.id, {"rev": edit}
            )
        event = "picture.corrected" if corrected else "picture.signed"
        self._tell(version.at, version.by, event, f"version:{version.id}", version.place.id, facts)
        self._take_note(version)
        self._remark(version)
        self._put_needs(version)
        self._rows.flush(least=MANY)

    def end(self, now: datetime) -> None:
        """Write what waits, the needs as they stand, and one round that is open."""
        self._rows.flush()
        pour(
            Need,
            "paragraph_id picture_id version_id unit_id to_unit_id asked_at due_on answered_at verdict withdrawn_at "
            "info_class",
            self._needs.values(),
        )
        opened, due = moment(now - timedelta(days=20)), (now + timedelta(days=20)).date().isoformat()
        nation = self.land.of_kind("nation")[0]
        pour(
            Round,
            "nation_id title opened_at opened_by due_on",
            [(nation.id, "Insamling", opened, self.staff.chief(nation), due)],
        )

    def _take_note(self, version: Signed) -> None:
        """Let some officers of the unit, in turn, and the chief above, who has not seen the newest, take note."""
        readers = self.staff.at[version.place.id][1:]
        chosen = {readers[(version.number * NOTED + one) % len(readers)] for one in range(NOTED)} if readers else set()
        for person in sorted(chosen):
            self._note(version, person, version.place.id)
        if version.place.above and not version.in_force:
            above = self.land.places[version.place.above[0]]
            self._note(version, self.staff.chief(above), above.id)

    def _note(self, version: Signed, person: str, unit_id: int) -> None:
        at = version.at + timedelta(hours=5)
        self._rows.add(Receipt, version.id, person, unit_id, moment(at))
        self._tell(at, person, "picture.noted", f"version:{version.id}", version.place.id, {"number": version.number})

    def _remark(self, version: Signed) -> None:
        """Put a question from above to every version, answered where the version is old; now and then a dissent."""
        if not version.place.above:
            return
        above = self.land.places[version.place.above[0]]
        item = next(one for one in version.document.paragraphs() if one.kind is ParagraphKind.TEXT)
        asked = self._say(version, item.id, "question", above, None)
        if not version.in_force:
            self._say(version, item.id, "reply", version.place, asked)
        if version.number % 4 == 0:
            self._say(version, item.id, "dissent", version.place, None)

    def _say(self, version: Signed, paragraph_id: str, kind: str, place: Place, parent: int | None) -> int:
        pk, at, by = next(self._remark_ids), version.at + timedelta(hours=8), self.staff.chief(place)
        due = (at + timedelta(days=14)).date().isoformat() if kind == "question" else None
        replied = moment(at) if kind == "question" and not version.in_force else None
        said = (moment(at), "Vad bygger ni vissheten på?", "", due, parent, 1, replied)
        about = (version.picture_id, version.id, paragraph_id)
        self._rows.add(Remark, pk, f"{pk:032x}", kind, *about, place.id, by, *said)
        self._tell(at, by, f"picture.{kind}", f"remark:{pk}", place.id, {})
        return pk

    def _put_needs(self, version: Signed) -> None:
        """Keep each need as its newest version leaves it; what the next version lacks is withdrawn by then."""
        for item in version.document.paragraphs():
            if item.kind is ParagraphKind.NEED:
                level = item.facts["level"]
                to = next(one for one in version.place.above if self.land.places[one].kind == level)
                asked, due = moment(version.at), (version.at + timedelta(days=30)).date().isoformat()
                open_still = version.in_force and version.place.id % 2
                told = (None, "") if open_still else (asked, "ja")
                withdrawn = None if version.in_force else asked
                about = (item.id, version.picture_id, version.id, version.place.id, to, asked, due)
                self._needs[item.id] = (*about, *told, withdrawn, int(item.info_class))

    def _tell(  # noqa: PLR0913, PLR0917 - the columns of the trail
        self, at: datetime, by: str, event: str, target: str, unit_id: int, facts: dict[str, object]
    ) -> None:
        entry = Entry(next(self._entry_ids), at, by, event, target, unit_id, "", facts)
        self._rows.add(Entry, entry.pk, moment(at), by, event, target, unit_id, "", json.dumps(facts))
        self._head, self._sealed = chain.digest(self._head, rows.content(entry)), self._sealed + 1
        self._rows.add(Link, self._sealed, entry.pk, self._head)
