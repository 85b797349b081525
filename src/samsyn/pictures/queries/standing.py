"""How things stand for many units at once: what is signed, what is asked for, what the nation may count.

Each function costs a constant number of queries however many units there are.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from samsyn.core.access import Actor
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.facts import RoundFacts, VersionFacts
from samsyn.pictures.models import Picture, Round, SignedParagraph
from samsyn.pictures.queries.versions import for_purpose, readable_paragraphs, version_facts, visible_versions


def latest_by_unit(*, by: Actor, unit_ids: Iterable[int]) -> Mapping[int, VersionFacts]:
    """Return the version in force of each unit that has one and that ``by`` may know of."""
    found = visible_versions(by).filter(picture__unit_id__in=set(unit_ids), superseded_at=None)
    return {row.picture.unit_id: version_facts(row) for row in found}


def statements_by_area(
    *, by: Actor, area_keys: Iterable[str], kinds: Iterable[ParagraphKind]
) -> Mapping[str, tuple[SignedParagraph, ...]]:
    """Return the coded statements in force about each area, as far as ``by`` may read them."""
    found = (
        for_purpose(by, readable_paragraphs(by))
        .filter(
            version__superseded_at=None,
            chapter__area_key__in=set(area_keys),
            kind__in=[kind.value for kind in kinds],
            erased=False,
        )
        .select_related("chapter", "version__picture")
        .defer("version__document")
        .order_by("chapter__area_key", "position")
    )
    result: dict[str, list[SignedParagraph]] = {}
    for row in found:
        result.setdefault(row.chapter.area_key, []).append(row)
    return {key: tuple(rows) for key, rows in result.items()}


def open_rounds(*, nation_id: int) -> tuple[RoundFacts, ...]:
    """Return the nation's open collection rounds, the one that is due first on top."""
    found = Round.objects.filter(nation_id=nation_id, closed_at=None).order_by("due_on", "id")
    return tuple(
        RoundFacts(row.pk, row.nation_id, row.title, row.opened_at, row.due_on, row.closed_at) for row in found
    )


def signed_since(*, round_facts: RoundFacts, unit_ids: Iterable[int]) -> Mapping[int, date]:
    """Return the day on which each unit first signed after the round opened."""
    found = (
        Picture.objects.filter(
            unit_id__in=set(unit_ids), versions__signed_at__gte=round_facts.opened_at
        )
        .values_list("unit_id", "versions__signed_at")
        .order_by("-versions__signed_at")
    )
    return {unit: at.date() for unit, at in found}
