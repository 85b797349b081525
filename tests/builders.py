"""Pictures for tests, made through the rooms' own actions with good defaults.

A test names only what it is about: ``a_signed_picture(cast, texts=["Torget är mörkt."])``. Ids count up, so a
test that fails twice fails alike.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from samsyn.core.access import Actor, InfoClass, Zone
from samsyn.core.periods import day_of
from samsyn.core.pictures.causes import Cause
from samsyn.core.pictures.document import Certainty, ChapterKind, ParagraphKind, Source
from samsyn.pictures import definitions
from samsyn.pictures.actions.chapters import start_picture
from samsyn.pictures.actions.drafting import write_paragraph
from samsyn.pictures.actions.lifting import lift_paragraphs
from samsyn.pictures.actions.responding import Said
from samsyn.pictures.actions.signing import Signature, StatedCause, sign_picture
from samsyn.pictures.facts import Draft, VersionFacts, Wording
from samsyn.pictures.queries import drafts, versions
from tests.cast import HERE, NOW, Cast, make_cast

ALMHOJDEN, KVARNPARKEN, NORRA_TORGET = "Almhöjden", "Kvarnparken", "Norra Torget"

_ids = count(1)


def new_id() -> str:
    """Return a fresh id; the same in every run."""
    return f"{next(_ids):032x}"


def fresh_ids(number: int = 9) -> tuple[str, ...]:
    """Return several fresh ids, for chapters that an action may add."""
    return tuple(new_id() for _ in range(number))


def a_country(**changes: Any) -> Cast:
    """Return the training nation with areas and cast, as :func:`tests.cast.make_cast` makes it."""
    return make_cast(**changes)


@dataclass(frozen=True, slots=True)
class Begun:
    """A picture under way: its unit, who writes, chapters by title, and what was written, in order."""

    unit_id: int
    by: Actor
    chapters: Mapping[str, str]
    written: list[str] = field(default_factory=list)

    @property
    def draft(self) -> Draft:
        """Return the draft as its writer sees it now."""
        return drafts.draft(by=self.by, unit_id=self.unit_id, today=day_of(NOW))

    def write(self, text: str, *, chapter: str = "", now: datetime = NOW, by: Actor | None = None, **more: Any) -> str:
        """Write one paragraph and return its id; ``more`` goes to :func:`statement`."""
        made = statement(text, **more)
        paragraph_id = new_id()
        write_paragraph(
            by=by or self.by,
            now=now,
            unit_id=self.unit_id,
            chapter_id=self.chapters[chapter or next(iter(self.chapters))],
            paragraph_id=paragraph_id,
            kind=made.kind,
            section=made.section,
            wording=made.wording,
        )
        self.written.append(paragraph_id)
        return paragraph_id


@dataclass(frozen=True, slots=True)
class Statement:
    """What is to be written where."""

    kind: ParagraphKind
    section: str
    wording: Wording


SECTIONS = {
    ParagraphKind.TEXT: "patterns",
    ParagraphKind.MISSING: "missing",
    ParagraphKind.ANSWER: "answers",
    ParagraphKind.NEED: "needs",
    ParagraphKind.PROPOSAL: "category",
}


def wording(text: str = "Belysningen är trasig vid torget.", **changes: Any) -> Wording:
    """Return a wording of class 1 in the police zone, certain in words."""
    given: dict[str, Any] = {
        "certainty": Certainty.LIKELY,
        "info_class": InfoClass.K1,
        "zone": Zone.POLICE,
        "facts": {},
    }
    return Wording(text=text, **given | changes)


def statement(text: str, *, kind: ParagraphKind = ParagraphKind.TEXT, section: str = "", **changes: Any) -> Statement:
    """Return a statement of a kind in the section where that kind belongs."""
    if kind is not ParagraphKind.TEXT:
        changes.setdefault("certainty", None)
    return Statement(kind, section or SECTIONS[kind], wording(text, **changes))


def a_picture(
    cast: Cast, *, unit: str = HERE, by: Actor | None = None, now: datetime = NOW, texts: Iterable[str] = ()
) -> Begun:
    """Begin a unit's picture with everything compulsory in place, and write ``texts`` in its first chapter."""
    writer = by or _chief(cast, unit)
    unit_id = cast.unit(unit)
    start_picture(by=writer, now=now, unit_id=unit_id, chapter_ids=fresh_ids())
    begun = drafts.draft(by=writer, unit_id=unit_id, today=day_of(now))
    picture = Begun(unit_id, writer, {chapter.title: chapter.id for chapter in begun.document.chapters})
    for chapter in begun.document.chapters:
        make_ready(picture, chapter.title, now=now)
    picture.written.clear()
    for text in texts:
        picture.write(text, now=now)
    return picture


def make_ready(picture: Begun, chapter: str, *, now: datetime = NOW) -> None:
    """Write what a chapter must hold before the picture can be signed: who is missing, and all the answers."""
    picture.write("Vi har inte talat med unga kvinnor.", chapter=chapter, now=now, kind=ParagraphKind.MISSING)
    if any(one.title == chapter and one.kind is ChapterKind.AREA for one in picture.draft.document.chapters):
        for criterion in definitions.method(definitions.current_method()).criteria:
            answered = {"criterion": criterion.code, "step": "1"}
            picture.write("Oförändrat.", chapter=chapter, now=now, kind=ParagraphKind.ANSWER, facts=answered)


def sign(
    picture: Begun,
    *,
    by: Actor | None = None,
    now: datetime = NOW,
    cause: Cause = Cause.WORLD,
    causes: Mapping[str, StatedCause] | None = None,
    correction: bool = False,
) -> VersionFacts:
    """Sign the draft as it stands; every chapter gets ``cause`` unless ``causes`` are named by chapter id."""
    signer = by or picture.by
    standing = drafts.draft(by=signer, unit_id=picture.unit_id, today=day_of(now))
    stated = causes
    if stated is None:
        first = standing.latest_number == 0
        stated = {} if first else {chapter: StatedCause(cause) for chapter in picture.chapters.values()}
    signature = Signature(standing.edition, stated, correction=correction)
    number = sign_picture(by=signer, now=now, unit_id=picture.unit_id, signature=signature, chance=new_id)
    return versions.version(by=signer, unit_id=picture.unit_id, number=number)


def a_signed_picture(
    cast: Cast,
    *,
    unit: str = HERE,
    by: Actor | None = None,
    now: datetime = NOW,
    texts: Iterable[str] = ("Belysningen är trasig vid torget.",),
) -> tuple[Begun, VersionFacts]:
    """Return a unit's picture and its first version, which is in force."""
    picture = a_picture(cast, unit=unit, by=by, now=now, texts=texts)
    return picture, sign(picture, now=now)


def lift(
    picture: Begun, text: str, sources: Sequence[tuple[VersionFacts, str]], *, now: datetime = NOW, **changes: Any
) -> str:
    """Write a paragraph that rests on signed ones below, ``(version, paragraph id)``; return its id."""
    paragraph_id = new_id()
    below = tuple(Source(version.id, lower) for version, lower in sources)
    lift_paragraphs(
        by=picture.by,
        now=now,
        unit_id=picture.unit_id,
        chapter_id=next(iter(picture.chapters.values())),
        paragraph_id=paragraph_id,
        section="patterns",
        wording=wording(text, sources=below, **changes),
    )
    picture.written.append(paragraph_id)
    return paragraph_id


def said(cast: Cast, unit: str, text: str = "Vad bygger ni vissheten på?") -> Said:
    """Return what somebody says on behalf of a unit, with a fresh key."""
    return Said(new_id(), cast.unit(unit), text)


def _chief(cast: Cast, unit: str) -> Actor:
    return {
        "OV-540210": cast.astrid,
        "OV-540220": cast.cecilia,
        "OV-5402": cast.hanna,
        "OV-5400": cast.eva,
        "OV": cast.farid,
    }[unit]
