"""How things stand for many units at once: what is signed, what is asked for, what the nation may count.

Each function costs a constant number of queries however many units there are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from samsyn.core.access import MARKED_FROM, Actor
from samsyn.core.periods import day_of
from samsyn.core.pictures.document import Paragraph, ParagraphKind
from samsyn.pictures import rows
from samsyn.pictures.facts import RoundFacts, VersionFacts
from samsyn.pictures.models import Round, SignedChapter, SignedParagraph, Version
from samsyn.pictures.queries.versions import KIND, for_purpose, readable_paragraphs, version_facts, visible_versions
from samsyn.sharing.governed import visible


@dataclass(frozen=True, slots=True)
class Statement:
    """A coded statement in force about an area or a place, with the version that says it."""

    paragraph: Paragraph
    area_key: str
    chapter_title: str
    unit_id: int
    version_id: int
    number: int
    method: str
    signed_at: datetime


@dataclass(frozen=True, slots=True)
class RoundAnswer:
    """What a unit signed in answer to a round: its first version after the round opened."""

    unit_id: int
    number: int
    on: date


def latest_by_unit(*, by: Actor, unit_ids: Iterable[int]) -> Mapping[int, VersionFacts]:
    """Return the version in force of each unit that has one and that ``by`` may know of."""
    found = visible_versions(by).filter(picture__unit_id__in=set(unit_ids), superseded_at=None)
    return {row.picture.unit_id: version_facts(row) for row in found}


def last_signed(*, by: Actor, unit_ids: Iterable[int]) -> Mapping[int, datetime]:
    """Return when each unit last signed, as far as its pictures are open to ``by``."""
    found = visible_versions(by).filter(picture__unit_id__in=set(unit_ids), superseded_at=None)
    return dict(found.values_list("picture__unit_id", "signed_at"))


def statements_by_area(
    *, by: Actor, area_keys: Iterable[str], kinds: Iterable[ParagraphKind]
) -> Mapping[str, tuple[Statement, ...]]:
    """Return the coded statements in force about each area, as far as ``by`` may read them.

    Call through ``actions.surveying.survey``, which writes the trail where marked words are shown.
    """
    result: dict[str, list[Statement]] = {}
    for row in _in_full(for_purpose(by, _standing(by, area_keys, kinds))):
        result.setdefault(row.chapter.area_key, []).append(_statement(row))
    return {key: tuple(found) for key, found in result.items()}


def withheld_by_area(*, by: Actor, area_keys: Iterable[str], kinds: Iterable[ParagraphKind]) -> int:
    """Count the statements that ``by`` may read once a purpose is stated."""
    return 0 if by.purpose else _standing(by, area_keys, kinds).filter(info_class__gte=MARKED_FROM).count()


def areas_with(*, by: Actor, area_keys: Iterable[str], kinds: Iterable[ParagraphKind]) -> frozenset[str]:
    """Return the areas that a picture in force says something of, as far as ``by`` may know."""
    return frozenset(_standing(by, area_keys, kinds).values_list("chapter__area_key", flat=True).distinct())


def places_proposed(*, by: Actor, unit_ids: Iterable[int]) -> tuple[Statement, ...]:
    """Return the proposals in force about places that stand on no list, by unit and title."""
    proposals = for_purpose(by, readable_paragraphs(by)).filter(
        version__superseded_at=None,
        version__picture__unit_id__in=set(unit_ids),
        chapter__area_key="",
        kind=ParagraphKind.PROPOSAL.value,
        erased=False,
    )
    return tuple(_statement(row) for row in _in_full(proposals))


def open_rounds(*, nation_id: int) -> tuple[RoundFacts, ...]:
    """Return the nation's open collection rounds, the one that is due first on top."""
    return tuple(map(_round, Round.objects.filter(nation_id=nation_id, closed_at=None).order_by("due_on", "id")))


def rounds(*, nation_id: int) -> tuple[RoundFacts, ...]:
    """Return all collection rounds of the nation, the newest first."""
    return tuple(map(_round, Round.objects.filter(nation_id=nation_id).order_by("-opened_at", "-id")))


def round_answers(*, by: Actor, round_facts: RoundFacts, unit_ids: Iterable[int]) -> Mapping[int, RoundAnswer]:
    """Return what each unit signed while the round was open, as far as its pictures are open to ``by``."""
    found = Version.objects.filter(
        visible(by, kind=KIND, whole=True), picture__unit_id__in=set(unit_ids), signed_at__gte=round_facts.opened_at
    )
    if round_facts.closed_at is not None:
        found = found.filter(signed_at__lte=round_facts.closed_at)
    told = found.order_by("-signed_at", "-number").values_list("picture__unit_id", "number", "signed_at")
    return {unit: RoundAnswer(unit, number, day_of(at)) for unit, number, at in told}


def _standing(by: Actor, area_keys: Iterable[str], kinds: Iterable[ParagraphKind]) -> QuerySet[SignedParagraph]:
    """Go from the versions in force to their chapters: from the areas one would read all their history."""
    keys, standing = set(area_keys), tuple(Version.objects.filter(superseded_at=None).values_list("pk", flat=True))
    chapters = SignedChapter.objects.filter(version_id__in=standing).values_list("pk", "area_key")
    return readable_paragraphs(by).filter(
        chapter_id__in=[chapter for chapter, key in chapters if key in keys],
        kind__in=[kind.value for kind in kinds],
        erased=False,
    )


def _in_full(found: QuerySet[SignedParagraph]) -> QuerySet[SignedParagraph]:
    return (
        found.select_related("chapter", "version__picture")
        .defer("version__document")
        .order_by("chapter__area_key", "version__picture__unit_id", "chapter__title", "position")
    )


def _statement(row: SignedParagraph) -> Statement:
    return Statement(
        paragraph=rows.signed_paragraph(row),
        area_key=row.chapter.area_key,
        chapter_title=row.chapter.title,
        unit_id=row.version.picture.unit_id,
        version_id=row.version_id,
        number=row.version.number,
        method=row.version.method,
        signed_at=row.version.signed_at,
    )


def _round(row: Round) -> RoundFacts:
    return RoundFacts(row.pk, row.nation_id, row.title, row.opened_at, row.due_on, row.closed_at)
