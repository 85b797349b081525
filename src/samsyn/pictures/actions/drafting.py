"""Writing in the draft: chapters and paragraphs. Nobody's words are lost."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from samsyn.audit import actions as audit
from samsyn.core.access import Actor, InfoClass
from samsyn.core.errors import NotFound
from samsyn.core.pictures.document import ChapterKind, ParagraphKind, Source
from samsyn.pictures import definitions, rows
from samsyn.pictures.actions.locking import clearance, locked_picture, own_chapter, own_paragraph, touched
from samsyn.pictures.errors import ClassTooHigh, ReasonMissing, SameIdOtherText
from samsyn.pictures.facts import Conflict, Saved, Wording
from samsyn.pictures.models import Paragraph, Picture, Rival
from samsyn.pictures.queries import drafts
from samsyn.pictures.queries.sources import least_class, readable_sources


@transaction.atomic
def write_paragraph(  # noqa: PLR0913 - each is a field of the form
    *,
    by: Actor,
    now: datetime,
    unit_id: int,
    chapter_id: str,
    paragraph_id: str,
    kind: ParagraphKind,
    section: str,
    wording: Wording,
    origin: str = "",
) -> Saved:
    """Add a paragraph. ``paragraph_id`` is made by the form, so a form sent twice adds one."""
    picture = locked_picture(by=by, unit_id=unit_id)
    chapter = own_chapter(picture, chapter_id)
    definitions.check(
        picture.method, kind=kind, section=section, chapter_kind=ChapterKind(chapter.kind), facts=wording.facts
    )
    _check_sources(by, wording.sources)
    _check_class(by, picture, wording)
    same = Paragraph.objects.filter(pk=paragraph_id).first()
    if same is not None:
        if same.chapter_id != chapter_id or same.text != wording.text:
            raise SameIdOtherText
        return Saved(same.pk, same.rev, picture.edition, same.written_at)
    row = Paragraph(
        id=paragraph_id,
        chapter=chapter,
        number=chapter.next_label,
        kind=kind,
        section=section,
        origin=origin,
        author=by.username,
        written_at=now,
    )
    _word(row, wording)
    row.save(force_insert=True)
    chapter.next_label += 1
    chapter.save(update_fields=["next_label"])
    edition = touched(picture, by=by, now=now)
    audit.record("draft.paragraph-written", actor=by, target=f"paragraph:{row.pk}", at=now, unit_id=unit_id)
    return Saved(row.pk, row.rev, edition, now)


@transaction.atomic
def edit_paragraph(  # noqa: PLR0913 - each is a field of the form
    *, by: Actor, now: datetime, unit_id: int, paragraph_id: str, rev: int, wording: Wording
) -> Saved | Conflict:
    """Save a paragraph as edited from revision ``rev``.

    Where somebody else has saved since, this text is kept beside theirs and a conflict comes back.
    """
    picture = locked_picture(by=by, unit_id=unit_id)
    row = own_paragraph(picture, paragraph_id, by=by)
    definitions.check(
        picture.method,
        kind=ParagraphKind(row.kind),
        section=row.section,
        chapter_kind=ChapterKind(row.chapter.kind),
        facts=wording.facts,
    )
    _check_sources(by, set(wording.sources) - set(rows.sources_of(row.sources)))
    _check_class(by, picture, wording)
    if _says(row, wording):
        return Saved(row.pk, row.rev, picture.edition, row.written_at)
    if rev != row.rev:
        return _keep_both(picture, row, by=by, now=now, rev=rev, wording=wording)
    _word(row, wording)
    row.author, row.written_at, row.rev = by.username, now, row.rev + 1
    row.save()
    edition = touched(picture, by=by, now=now)
    audit.record(
        "draft.paragraph-edited",
        actor=by,
        target=f"paragraph:{row.pk}",
        at=now,
        unit_id=unit_id,
        facts={"rev": row.rev},
    )
    return Saved(row.pk, row.rev, edition, now)


@transaction.atomic
def choose_text(  # noqa: PLR0913 - each is a field of the form
    *, by: Actor, now: datetime, unit_id: int, rival_id: int, keep: str, new_id: str
) -> Saved:
    """Settle a conflict: keep the ``standing`` text, the ``rival``, or ``both`` as two paragraphs."""
    picture = locked_picture(by=by, unit_id=unit_id)
    level = clearance(by, unit_id)
    rival = Rival.objects.filter(pk=rival_id, paragraph__chapter__picture=picture, info_class__lte=level).first()
    if rival is None:
        raise NotFound(what="rival")
    row = own_paragraph(picture, rival.paragraph_id, by=by)
    if keep == "rival":
        _restate(row, rival, now=now)
        row.rev += 1
        row.save()
    elif keep == "both":
        chapter = row.chapter
        copy = Paragraph(
            id=new_id, chapter=chapter, number=chapter.next_label, kind=row.kind, section=row.section, origin=row.pk
        )
        _restate(copy, rival, now=now)
        copy.save(force_insert=True)
        chapter.next_label += 1
        chapter.save(update_fields=["next_label"])
    elif keep != "standing":
        raise ReasonMissing(what="keep")
    rival.delete()
    edition = touched(picture, by=by, now=now)
    audit.record(
        "draft.text-chosen", actor=by, target=f"paragraph:{row.pk}", at=now, unit_id=unit_id, facts={"kept": keep}
    )
    return Saved(row.pk, row.rev, edition, now)


@transaction.atomic
def remove_paragraph(*, by: Actor, now: datetime, unit_id: int, paragraph_id: str, reason: str) -> Saved:
    """Take a paragraph out of the next version. One that was never signed needs no reason."""
    picture = locked_picture(by=by, unit_id=unit_id)
    row = own_paragraph(picture, paragraph_id, by=by)
    row.removed_at, row.removed_by, row.removal_reason = now, by.username, reason
    row.save(update_fields=["removed_at", "removed_by", "removal_reason"])
    return _told(picture, row, "draft.paragraph-removed", by=by, now=now)


@transaction.atomic
def restore_paragraph(*, by: Actor, now: datetime, unit_id: int, paragraph_id: str) -> Saved:
    """Put a removed paragraph back into the draft."""
    picture = locked_picture(by=by, unit_id=unit_id)
    row = own_paragraph(picture, paragraph_id, by=by)
    row.removed_at, row.removed_by, row.removal_reason = None, "", ""
    row.save(update_fields=["removed_at", "removed_by", "removal_reason"])
    return _told(picture, row, "draft.paragraph-restored", by=by, now=now)


def _told(picture: Picture, row: Paragraph, event: str, *, by: Actor, now: datetime) -> Saved:
    edition = touched(picture, by=by, now=now)
    audit.record(event, actor=by, target=f"paragraph:{row.pk}", at=now, unit_id=picture.unit_id)
    return Saved(row.pk, row.rev, edition, now)


def _keep_both(  # noqa: PLR0913 - what a conflict consists of
    picture: Picture, row: Paragraph, *, by: Actor, now: datetime, rev: int, wording: Wording
) -> Conflict:
    rival, _ = Rival.objects.update_or_create(
        paragraph=row,
        author=by.username,
        based_on_rev=rev,
        defaults={**_columns(wording), "written_at": now},
    )
    touched(picture, by=by, now=now)
    audit.record("draft.conflict", actor=by, target=f"paragraph:{row.pk}", at=now, unit_id=picture.unit_id)
    shown = drafts.may_see(by, row.info_class, author=row.author)
    return Conflict(
        paragraph_id=row.pk,
        rev=row.rev,
        text=row.text if shown else "",
        author=row.author,
        written_at=row.written_at,
        rival=rows.rival(rival),
    )


def _check_class(by: Actor, picture: Picture, wording: Wording) -> None:
    """Refuse a class above what the writer reads, or below what the lifted sources carry without a reason."""
    if wording.info_class > clearance(by, picture.unit_id):
        raise ClassTooHigh(least=int(wording.info_class))
    least: InfoClass = least_class(wording.sources)
    if wording.info_class < least and not wording.facts.get("lowering_reason"):
        raise ClassTooHigh(least=int(least))


def _check_sources(by: Actor, sources: Collection[Source]) -> None:
    """Raise :class:`NotFound` if any source is not a signed paragraph that the writer may read."""
    if sources and len(readable_sources(by=by, sources=sources)) != len(set(sources)):
        raise NotFound(what="source")


def _columns(wording: Wording) -> dict[str, object]:
    return {
        "text": wording.text,
        "certainty": wording.certainty or "",
        "info_class": int(wording.info_class),
        "zone": wording.zone.value,
        "facts": dict(wording.facts),
        "evidence": rows.evidence_json(wording.evidence),
        "sources": rows.sources_json(wording.sources),
    }


def _word(row: Paragraph, wording: Wording) -> None:
    for column, value in _columns(wording).items():
        setattr(row, column, value)


def _restate(row: Paragraph, rival: Rival, *, now: datetime) -> None:
    """Let a paragraph say, in every part, what the other writer stated."""
    row.text, row.certainty, row.facts = rival.text, rival.certainty, rival.facts
    row.info_class, row.zone = rival.info_class, rival.zone
    row.evidence, row.sources = rival.evidence, rival.sources
    row.author, row.written_at = rival.author, now


def _says(row: Paragraph, wording: Wording) -> bool:
    return all(getattr(row, column) == value for column, value in _columns(wording).items())
