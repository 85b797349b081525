"""Rows written from a signed document: for rights, trace, search and the nation's page.

They can be rebuilt from the document at any time; ``check`` compares them with it.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from samsyn.areas import queries as areas
from samsyn.core.periods import day_of
from samsyn.core.pictures import document as doc
from samsyn.core.pictures import history
from samsyn.core.text import words
from samsyn.pictures import definitions, rows
from samsyn.pictures.errors import LevelUnknown
from samsyn.pictures.models import Need, SignedChapter, SignedParagraph, Trace, Version, Word
from samsyn.pictures.queries.sources import source_rows
from samsyn.pictures.queries.versions import KIND
from samsyn.sharing import actions as sharing


def project(version: Version, document: doc.Document) -> None:
    """Write every projection of a version just signed."""
    written = _paragraphs(version, document)
    _traces(written)
    _search(version, written)
    _needs(version, written)
    open_audience(version, at=version.signed_at)


def open_audience(version: Version, *, at: datetime) -> None:
    """Open a version to its own unit, all units above today, and in part to those whose words it lifts."""
    unit_id = version.picture.unit_id
    upward = {unit_id, *areas.ancestor_ids(unit_id, on=day_of(at))}
    sharing.open_to(kind=KIND, object_id=version.pk, unit_ids=upward, at=at)
    lifted = set(Trace.objects.filter(upper__version=version).values_list("lower_unit_id", flat=True))
    sharing.open_to(kind=KIND, object_id=version.pk, unit_ids=lifted - upward, at=at, whole=False)


def index_words(paragraphs: Iterable[SignedParagraph]) -> None:
    """Put paragraphs in the search index."""
    Word.objects.bulk_create(
        (
            Word(word=word, paragraph=row)
            for row in paragraphs
            for word in sorted({one[:40] for one in words(f"{row.text} {row.chapter.title}")})
        ),
        batch_size=2_000,
    )


def check(version: Version) -> tuple[str, ...]:
    """Name the paragraphs whose row differs from the document; empty when all agree."""
    told = {item.id: item for chapter in history.read(version.document).chapters for item in chapter.paragraphs}
    kept = {row.paragraph_id: rows.signed_paragraph(row) for row in version.paragraphs.all()}
    return tuple(sorted(key for key in told.keys() | kept.keys() if not _agree(told.get(key), kept.get(key))))


def _agree(told: doc.Paragraph | None, kept: doc.Paragraph | None) -> bool:
    """Tell whether document and row say the same; of erased words neither may say anything."""
    if told is None or kept is None or told.erased != kept.erased:
        return False
    return kept.text == "" if told.erased else told == kept


def _paragraphs(version: Version, document: doc.Document) -> tuple[SignedParagraph, ...]:
    chapters = {
        row.chapter_id: row
        for row in SignedChapter.objects.bulk_create(
            SignedChapter(
                version=version,
                chapter_id=chapter.id,
                number=chapter.number,
                kind=chapter.kind,
                title=chapter.title,
                area_key=chapter.area_key,
                boundary=chapter.boundary,
                listed=chapter.listed,
            )
            for chapter in document.chapters
        )
    }
    return tuple(
        SignedParagraph.objects.bulk_create(
            SignedParagraph(
                version=version,
                chapter=chapters[chapter.id],
                paragraph_id=item.id,
                position=position,
                label=item.label,
                kind=item.kind,
                section=item.section,
                text=item.text,
                certainty=item.certainty or "",
                facts=dict(item.facts),
                evidence=rows.evidence_json(item.evidence),
                sources=rows.sources_json(item.sources),
                origin=item.origin,
                author=item.author,
                written_on=item.written_on,
                info_class=item.info_class,
                zone=item.zone,
            )
            for chapter in document.chapters
            for position, item in enumerate(chapter.paragraphs)
        )
    )


def _traces(written: tuple[SignedParagraph, ...]) -> None:
    """Write a trace to each source and, through the sources' own traces, to all that lies under them."""
    by_pair = {
        (row.version_id, row.paragraph_id): row
        for row in source_rows(source for row in written for source in rows.sources_of(row.sources))
    }
    deeper: dict[int, list[Trace]] = {}
    for trace in Trace.objects.filter(upper__in=by_pair.values()):
        deeper.setdefault(trace.upper_id, []).append(trace)
    made: dict[tuple[int, int, str], Trace] = {}
    for row in written:
        for source in rows.sources_of(row.sources):
            below = by_pair[source.version_id, source.paragraph_id]
            _keep(made, row, below.version_id, below.paragraph_id, below.version.picture.unit_id, 1)
            for trace in deeper.get(below.pk, []):
                _keep(made, row, trace.lower_version_id, trace.lower_paragraph_id, trace.lower_unit_id, trace.depth + 1)
    Trace.objects.bulk_create(made.values())


def _keep(  # noqa: PLR0913, PLR0917 - the columns of a trace
    made: dict[tuple[int, int, str], Trace],
    upper: SignedParagraph,
    version_id: int,
    paragraph_id: str,
    unit_id: int,
    depth: int,
) -> None:
    key = (upper.pk, version_id, paragraph_id)
    if key not in made or made[key].depth > depth:
        made[key] = Trace(
            upper=upper,
            lower_version_id=version_id,
            lower_paragraph_id=paragraph_id,
            lower_unit_id=unit_id,
            depth=depth,
        )


def _search(version: Version, written: tuple[SignedParagraph, ...]) -> None:
    Word.objects.filter(paragraph__version__picture=version.picture).delete()
    index_words(written)


def _needs(version: Version, written: tuple[SignedParagraph, ...]) -> None:
    """Put needs to the level they name; one already put keeps its dates unless its words changed."""
    unit_id, asked_at = version.picture.unit_id, version.signed_at
    above = areas.units(areas.ancestor_ids(unit_id, on=day_of(asked_at)), on=day_of(asked_at))
    by_level = {unit.kind: unit.id for unit in above.values()}
    due = day_of(asked_at) + timedelta(days=definitions.beats()["need_answer_days"])
    standing = {row.paragraph_id: row for row in written if row.kind == doc.ParagraphKind.NEED}
    before = {need.pk: need for need in Need.objects.filter(picture=version.picture).select_related("version")}
    said_before = {
        row.paragraph_id: row.text
        for row in SignedParagraph.objects.filter(
            paragraph_id__in=before, version_id__in={need.version_id for need in before.values()}
        )
    }
    for key, row in standing.items():
        if row.facts["level"] not in by_level:
            raise LevelUnknown(label=row.label)
        old = before.get(key)
        asked = (said_before.get(key), old.to_unit_id if old else None)
        same = old is not None and asked == (row.text, by_level[row.facts["level"]]) and old.withdrawn_at is None
        put = (
            {}
            if same
            else {"asked_at": asked_at, "due_on": due, "answered_at": None, "verdict": "", "withdrawn_at": None}
        )
        Need.objects.update_or_create(
            paragraph_id=key,
            defaults={
                "picture": version.picture,
                "version": version,
                "unit_id": unit_id,
                "to_unit_id": by_level[row.facts["level"]],
                "info_class": row.info_class,
                "zone": row.zone,
                **put,
            },
        )
    Need.objects.filter(picture=version.picture, withdrawn_at=None).exclude(pk__in=standing).update(
        withdrawn_at=asked_at
    )
