"""Signed versions as their reader may see them: rights are part of every query."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from samsyn.areas import queries as areas
from samsyn.areas.facts import UnitAt
from samsyn.core.access import MARKED_FROM, Actor, InfoClass, Permission, highest
from samsyn.core.errors import NotFound
from samsyn.core.periods import end_of_day
from samsyn.core.pictures import document as doc
from samsyn.core.pictures import history
from samsyn.pictures import rows
from samsyn.pictures.errors import PurposeMissing
from samsyn.pictures.facts import Reading, Reason, VersionFacts
from samsyn.pictures.models import SignedChapter, SignedParagraph, Trace, Version
from samsyn.sharing.governed import readable, visible

KIND = "version"
"""What versions are called in the audience table."""


def version_facts(row: Version) -> VersionFacts:
    """Return a version's facts; wants ``picture`` and ``corrected_by`` selected."""
    later = getattr(row, "corrected_by", None)
    return VersionFacts(
        id=row.pk,
        picture_id=row.picture_id,
        unit_id=row.picture.unit_id,
        number=row.number,
        method=row.method,
        digest=row.digest,
        signed_at=row.signed_at,
        signed_by=row.signed_by,
        substitute=row.substitute,
        corrects=row.corrects.number if row.corrects else None,
        corrected_by=later.number if later else None,
        superseded_at=row.superseded_at,
    )


def visible_versions(by: Actor) -> QuerySet[Version]:
    """Return the versions that ``by`` may know of, without their documents."""
    return (
        Version.objects.filter(visible(by, kind=KIND))
        .select_related("picture", "corrects", "corrected_by")
        .defer("document", "corrects__document", "corrected_by__document")
    )


def readable_paragraphs(by: Actor) -> QuerySet[SignedParagraph]:
    """Return the signed paragraphs that ``by`` may read, whether or not a purpose is stated."""
    return SignedParagraph.objects.filter(may_read(by))


def may_read(by: Actor, *, through: str = "") -> Q:
    """Return the condition that ``by`` may read a paragraph, for rows that reach it ``through`` a path.

    Whole versions are open through audience rows and clearance; otherwise only sentences that rest on words from
    one of the reader's own units. The condition asks about one row at a time and never lists all that is readable.
    """
    own_words = Q(pk__in=[])
    for level, units in by.clearances(Permission.PICTURE_READ):
        lifted = Trace.objects.filter(upper=OuterRef(f"{through}pk"), lower_unit_id__in=units)
        own_words |= Q(**{f"{through}info_class__lte": level}) & Q(Exists(lifted))
    return readable(by, kind=KIND, key=f"{through}version_id", column=f"{through}info_class") | own_words


def for_purpose(by: Actor, found: QuerySet[SignedParagraph]) -> QuerySet[SignedParagraph]:
    """Leave out marked paragraphs while no purpose is stated."""
    return found if by.purpose else found.filter(info_class__lt=MARKED_FROM)


def version(*, by: Actor, unit_id: int, number: int | None = None, on: date | None = None) -> VersionFacts:
    """Return a version of a unit's picture: by number, as of a day's end, or the one in force."""
    found = visible_versions(by).filter(picture__unit_id=unit_id)
    if number is not None:
        found = found.filter(number=number)
    elif on is not None:
        found = found.filter(signed_at__lt=end_of_day(on))
    row = found.order_by("-number").first()
    if row is None:
        raise NotFound(what="version")
    return version_facts(row)


def versions_of(
    *, by: Actor, unit_id: int, after: int = 0, before: int | None = None, limit: int | None = None
) -> tuple[VersionFacts, ...]:
    """Return the versions of a unit's picture that ``by`` may know of, newest first.

    ``after`` and ``before`` are numbers that narrow them, both left out; ``limit`` keeps the newest.
    """
    found = visible_versions(by).filter(picture__unit_id=unit_id, number__gt=after)
    if before is not None:
        found = found.filter(number__lt=before)
    return tuple(version_facts(row) for row in found.order_by("-number")[:limit])


def oldest_version(*, by: Actor, unit_id: int) -> VersionFacts | None:
    """Return the first version of a unit's picture that ``by`` may know of, if there is any."""
    row = visible_versions(by).filter(picture__unit_id=unit_id).order_by("number").first()
    return version_facts(row) if row else None


def versions(*, by: Actor, ids: Iterable[int]) -> tuple[VersionFacts, ...]:
    """Return several versions by id, those that ``by`` may know of."""
    return tuple(version_facts(row) for row in visible_versions(by).filter(pk__in=set(ids)))


def in_force(*, by: Actor) -> tuple[VersionFacts, ...]:
    """Return every version in force that ``by`` may know of."""
    return tuple(version_facts(row) for row in visible_versions(by).filter(superseded_at=None))


def paragraph(*, by: Actor, facts: VersionFacts, paragraph_id: str) -> doc.Paragraph:
    """Return one paragraph of a version that ``by`` may read; a marked one asks for a purpose."""
    return rows.signed_paragraph(readable_row(by=by, version_id=facts.id, paragraph_id=paragraph_id))


def readable_row(*, by: Actor, version_id: int, paragraph_id: str) -> SignedParagraph:
    """Return the row of a signed paragraph that ``by`` may read, or raise.

    :class:`NotFound` where there is no right, :class:`PurposeMissing` where only the purpose is lacking.
    """
    found = readable_paragraphs(by).filter(version_id=version_id, paragraph_id=paragraph_id).first()
    if found is None:
        raise NotFound(what="paragraph")
    if found.info_class >= MARKED_FROM and by.purpose is None:
        raise PurposeMissing
    return found


def reading(*, by: Actor, facts: VersionFacts, on: date) -> Reading:
    """Return the version's document as ``by`` may read it; a missing right leaves no gap behind.

    Call through ``actions.reading.open_version``, which writes the trail.
    """
    return readings(by=by, facts=[facts], on=on)[0]


def readings(*, by: Actor, facts: Sequence[VersionFacts], on: date) -> tuple[Reading, ...]:
    """Return several versions as ``by`` may read them, in the given order and in as many queries as one.

    Call through ``actions.reading.open_versions``, which writes the trail.
    """
    ids = [one.id for one in facts]
    mine = readable_paragraphs(by).filter(version_id__in=ids)
    shown: dict[int, list[SignedParagraph]] = {one: [] for one in ids}
    for row in for_purpose(by, mine).order_by("chapter_id", "position"):
        shown[row.version_id].append(row)
    marked = () if by.purpose else mine.filter(info_class__gte=MARKED_FROM).values_list("version_id", flat=True)
    withheld = Counter(marked)
    whole = set(Version.objects.filter(visible(by, kind=KIND, whole=True), pk__in=ids).values_list("pk", flat=True))
    chapters = SignedChapter.objects.filter(version_id__in=ids).order_by("number")
    proofs = _certificates(row for members in shown.values() for row in members if row.erased)
    units = areas.units({one.unit_id for one in facts}, on=on)
    return tuple(
        Reading(
            version=one,
            document=_document(
                units.get(one.unit_id),
                one,
                [row for row in chapters if row.version_id == one.id],
                shown[one.id],
                proofs,
            ),
            whole=one.id in whole,
            highest=highest(InfoClass(row.info_class) for row in shown[one.id]),
            withheld=withheld[one.id],
        )
        for one in facts
    )


def reasons(*, by: Actor, picture_id: int, after: int, until: int) -> tuple[Reason, ...]:
    """Return why the versions after one number, until another, differ from those before; oldest first.

    Only what ``by`` may read of them, and only in a page that logs the reading of the next.
    """
    if after >= until:
        return ()
    found = for_purpose(by, readable_paragraphs(by)).filter(
        version__picture_id=picture_id,
        version__number__gt=after,
        version__number__lte=until,
        kind__in=[doc.ParagraphKind.CAUSE.value, doc.ParagraphKind.REMOVAL.value],
    )
    found = (
        found.select_related("version", "chapter").defer("version__document").order_by("version__number", "position")
    )
    return tuple(Reason(row.version.number, row.chapter.chapter_id, rows.signed_paragraph(row)) for row in found)


def _document(
    unit: UnitAt | None,
    facts: VersionFacts,
    chapters: Iterable[SignedChapter],
    shown: Iterable[SignedParagraph],
    proofs: Mapping[tuple[int, str], doc.Certificate],
) -> doc.Document:
    """Put rows together; a chapter of which nothing may be read is left out."""
    if unit is None:
        raise NotFound(what="unit")
    members: dict[int, list[doc.Paragraph]] = {}
    for row in shown:
        item = rows.signed_paragraph(row)
        proof = proofs.get((row.version_id, row.paragraph_id))
        members.setdefault(row.chapter_id, []).append(replace(item, certificate=proof) if proof else item)
    readable = tuple(rows.chapter(chapter, members[chapter.pk]) for chapter in chapters if chapter.pk in members)
    return doc.Document(unit.code, unit.name, unit.kind, facts.method, readable)


def _certificates(erased: Iterable[SignedParagraph]) -> Mapping[tuple[int, str], doc.Certificate]:
    """Return what stands in the signed documents in the place of destroyed words."""
    ids = {row.version_id for row in erased}
    if not ids:
        return {}
    return {
        (version_id, item.id): item.certificate
        for version_id, stored in Version.objects.filter(pk__in=ids).values_list("pk", "document")
        for item in history.read(stored).paragraphs()
        if item.certificate is not None
    }
