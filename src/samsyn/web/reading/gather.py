"""Everything a picture's page rests on, read with the same number of queries however long the picture is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from samsyn.accounts import queries as accounts
from samsyn.areas import queries as areas
from samsyn.areas.facts import AreaAt, UnitAt
from samsyn.core.access import Actor, Permission
from samsyn.core.errors import NotFound
from samsyn.core.periods import end_of_day
from samsyn.core.pictures.document import Document, ParagraphKind
from samsyn.pictures.actions.reading import open_versions
from samsyn.pictures.facts import Coverage, Lift, NeedFacts, Reading, Reason, RemarkFacts, VersionFacts
from samsyn.pictures.queries import receipts, remarks, trace, versions


@dataclass(frozen=True, slots=True)
class Standpoint:
    """Where the page stands: today, or at the end of a chosen day with the boundaries of that day."""

    now: datetime
    today: date
    chosen: date | None = None

    @property
    def on(self) -> date:
        """Return the day whose names and boundaries are shown."""
        return self.chosen or self.today

    @property
    def until(self) -> datetime:
        """Return the moment after which nothing that was said is shown."""
        return end_of_day(self.chosen) if self.chosen else self.now


@dataclass(frozen=True, slots=True)
class Earlier:
    """The version that changes are counted from, and why later versions say that they differ."""

    version: VersionFacts
    document: Document
    noted_at: datetime | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """A version as its reader may see it, with all that hangs on its paragraphs."""

    actor: Actor
    at: Standpoint
    unit: UnitAt
    path: tuple[int, ...]
    reading: Reading
    noted_at: datetime | None
    earlier: Earlier | None
    remarks: tuple[RemarkFacts, ...]
    along: tuple[RemarkFacts, ...]
    up: tuple[Lift, ...]
    down: tuple[Lift, ...]
    needs: Mapping[str, NeedFacts]
    coverage: tuple[Coverage, ...]
    names: Mapping[str, str]
    units: Mapping[int, UnitAt]
    areas: Mapping[str, AreaAt]

    @property
    def version(self) -> VersionFacts:
        """Return which version is read."""
        return self.reading.version


def reader_path(unit: UnitAt, *, on: date) -> tuple[int, ...]:
    """Return the unit and all above it, nearest first: those who read everything that it signs."""
    return (unit.id, *areas.ancestor_ids(unit.id, on=on))


def gather(*, by: Actor, at: Standpoint, unit: UnitAt, facts: VersionFacts, way: str = "page") -> Gathered:
    """Read a version and everything beside it."""
    path = reader_path(unit, on=at.on)
    noted = receipts.taken_note_of(by=by, picture_id=facts.picture_id, until=facts.number, limit=2)
    before = _before(by=by, facts=facts, noted=noted)
    reading, *others = open_versions(by=by, now=at.now, facts=[facts], on=at.on, way=way, unshown=before)
    earlier = _earlier(by=by, reading=reading, others=others, noted=noted)
    keys = _paragraph_ids(reading, earlier)
    said = tuple(item for item in remarks.remarks_on(by=by, paragraph_ids=keys) if item.at < at.until)
    up = trace.lifts_up(by=by, lower_paragraph_ids=keys) if len(path) > 1 else ()
    lifted = any(item.sources for item in reading.document.paragraphs())
    down = trace.lifts_down(by=by, upper_version_id=facts.id) if lifted else ()
    along = remarks.dissents_along(by=by, lifts=down)
    needs = {item.paragraph_id: item for item in remarks.needs_of(by=by, unit_ids=[unit.id])}
    return Gathered(
        actor=by,
        at=at,
        unit=unit,
        path=path,
        reading=reading,
        noted_at=noted.get(facts.number),
        earlier=earlier,
        remarks=said,
        along=tuple(item for item in along if item.at < at.until),
        up=up,
        down=down,
        needs=needs,
        coverage=receipts.coverage(version_id=facts.id, unit_ids=path, now=at.now),
        names=accounts.names(_people(reading.document, facts, earlier)),
        units=areas.units(_units(path, (*said, *along), (*up, *down), needs.values()), on=at.on),
        areas=areas.areas_by_keys(
            [chapter.area_key for chapter in reading.document.chapters if chapter.area_key], on=at.on
        ),
    )


def clearance(gathered: Gathered) -> int:
    """Return the highest class that the reader reads in this picture."""
    levels = gathered.actor.clearances(Permission.PICTURE_READ)
    here = [int(level) for level, units in levels if units & set(gathered.path)]
    return max(here or [int(level) for level, _units in levels], default=0)


def _before(*, by: Actor, facts: VersionFacts, noted: Mapping[int, datetime]) -> tuple[VersionFacts, ...]:
    """Return the version last taken note of before this one; failing that, the one just before, if any."""
    number = max((one for one in noted if one < facts.number), default=facts.number - 1)
    try:
        return (versions.version(by=by, unit_id=facts.unit_id, number=number),) if number else ()
    except NotFound:
        return ()


def _earlier(
    *, by: Actor, reading: Reading, others: Iterable[Reading], noted: Mapping[int, datetime]
) -> Earlier | None:
    """Return what the reader compares with, and why all versions since say that they differ."""
    other = next(iter(others), None)
    if other is None:
        return None
    facts, number = reading.version, other.version.number
    between = versions.reasons(by=by, picture_id=facts.picture_id, after=number, until=facts.number - 1)
    own = (
        Reason(facts.number, chapter.id, item)
        for chapter in reading.document.chapters
        for item in chapter.of_kind(ParagraphKind.CAUSE, ParagraphKind.REMOVAL)
    )
    return Earlier(other.version, other.document, noted.get(number), (*between, *own))


def _paragraph_ids(reading: Reading, earlier: Earlier | None) -> frozenset[str]:
    """Return the paragraphs read and those that they came in place of."""
    now = {item.id for item in reading.document.paragraphs()}
    return frozenset(now | {item.id for item in earlier.document.paragraphs()} if earlier else now)


def _people(document: Document, facts: VersionFacts, earlier: Earlier | None) -> set[str]:
    written = {item.author for item in document.paragraphs()}
    decided = {item.certificate.by for item in document.paragraphs() if item.certificate}
    stated = {one.paragraph.author for one in earlier.reasons} if earlier else set()
    return {facts.signed_by, *written, *decided, *stated} - {""}


def _units(
    path: Iterable[int], said: Iterable[RemarkFacts], lifts: Iterable[Lift], needs: Iterable[NeedFacts]
) -> set[int]:
    found = {*path, *(item.unit_id for item in said)}
    for lift in lifts:
        found |= {lift.upper_unit_id, lift.lower_unit_id}
    return found | {item.to_unit_id for item in needs}
