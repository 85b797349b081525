"""Erasure by legal decision: the words go from every version, copy, index and draft; the proof stays."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samsyn.areas import queries as areas
from samsyn.audit import actions as audit
from samsyn.core.access import Actor, Permission, require
from samsyn.core.errors import NotFound
from samsyn.core.periods import day_of
from samsyn.core.pictures import history
from samsyn.core.pictures.document import Certificate, ChapterKind
from samsyn.pictures.errors import ReasonMissing
from samsyn.pictures.models import (
    Chapter,
    Paragraph,
    Picture,
    Remark,
    Rival,
    SignedChapter,
    SignedParagraph,
    Trace,
    Version,
    Word,
)
from samsyn.pictures.projection import index_words

REASONS = ("dataskydd", "sekretess", "domstol")


@dataclass(frozen=True, slots=True)
class Decision:
    """The legal decision: its reference (diarienummer) and its kind of reason."""

    reference: str
    reason_code: str


@transaction.atomic
def erase_paragraph(*, by: Actor, now: datetime, paragraph_id: str, decision: Decision) -> int:
    """Destroy a paragraph's words wherever they stand, with all that was lifted or copied from it.

    Returns how many signed rows were emptied. Every version verifies afterwards; what the words
    were cannot be got back, not from the salt either.
    """
    _hold_every_picture()
    ids = _family(paragraph_id)
    signed = SignedParagraph.objects.filter(paragraph_id__in=ids)
    units = {
        *signed.values_list("version__picture__unit_id", flat=True),
        *Paragraph.objects.filter(pk__in=ids).values_list("chapter__picture__unit_id", flat=True),
    }
    _check(by, units, decision)
    _empty_documents(set(signed.values_list("version_id", flat=True)), ids, decision, by=by, now=now)
    emptied = _empty_signed(ids)
    _empty_drafts(ids)
    Remark.objects.filter(paragraph_id__in=ids).update(text="", erased=True)
    _note("paragraph.erased", f"paragraph:{paragraph_id}", decision, emptied, by=by, now=now)
    return emptied


@transaction.atomic
def erase_title(*, by: Actor, now: datetime, chapter_id: str, decision: Decision) -> int:
    """Destroy what a watched place is called, in every version, index and draft; there its number stands instead.

    Returns how many signed rows were emptied. What an area on a list is called is public and not erased here.
    """
    _hold_every_picture()
    signed = SignedChapter.objects.filter(chapter_id=chapter_id, kind=ChapterKind.PLACE)
    drafted = Chapter.objects.filter(pk=chapter_id, kind=ChapterKind.PLACE)
    units = {
        *signed.values_list("version__picture__unit_id", flat=True),
        *drafted.values_list("picture__unit_id", flat=True),
    }
    _check(by, units, decision)
    _empty_documents(set(signed.values_list("version_id", flat=True)), {chapter_id}, decision, by=by, now=now)
    emptied = signed.update(title="")
    for row in drafted:
        row.title = f"Plats {row.number}"
        row.save(update_fields=["title"])
    paragraphs = SignedParagraph.objects.filter(chapter__in=signed)
    Word.objects.filter(paragraph__in=paragraphs).delete()
    index_words(paragraphs.filter(version__superseded_at=None).select_related("chapter"))
    _note("chapter.erased", f"chapter:{chapter_id}", decision, emptied, by=by, now=now)
    return emptied


@transaction.atomic
def erase_remark(*, by: Actor, now: datetime, remark_id: int, decision: Decision) -> None:
    """Destroy the words of one question, reply, dissent or answer; that it was said remains."""
    row = Remark.objects.select_for_update(of=("self",)).select_related("picture").filter(pk=remark_id).first()
    _check(by, {row.picture.unit_id} if row else set(), decision)
    Remark.objects.filter(pk=remark_id).update(text="", erased=True)
    _note("remark.erased", f"remark:{remark_id}", decision, 1, by=by, now=now)


def _check(by: Actor, units: set[int], decision: Decision) -> None:
    if not units:
        raise NotFound(what="words")
    for unit_id in units:
        require(by, Permission.ERASE, unit_id=areas.nation_of(unit_id))
    if not decision.reference.strip() or decision.reason_code not in REASONS:
        raise ReasonMissing(what="decision")


def _empty_documents(versions: set[int], leaves: set[str], decision: Decision, *, by: Actor, now: datetime) -> None:
    certificate = Certificate(day_of(now), by.username, decision.reference, decision.reason_code)
    for version in Version.objects.filter(pk__in=versions):
        document = history.erase(version.document, leaves, certificate=certificate)
        Version.objects.filter(pk=version.pk).update(document=document)


def _note(event: str, target: str, decision: Decision, emptied: int, *, by: Actor, now: datetime) -> None:  # noqa: PLR0913 - what the trail says
    facts = {"reference": decision.reference, "reason": decision.reason_code, "rows": emptied}
    audit.record(event, actor=by, target=target, at=now, facts=facts)


def _hold_every_picture() -> None:
    """Let nobody write or sign meanwhile: a copy made between the search and the erasure would survive it."""
    list(Picture.objects.select_for_update().order_by("pk").values_list("pk", flat=True))


def _family(paragraph_id: str) -> set[str]:
    """Return the paragraph's id with every copy, every lifted sentence, all levels up, and why any was taken out."""
    family, fresh = {paragraph_id}, {paragraph_id}
    while fresh:
        lifted = Trace.objects.filter(lower_paragraph_id__in=fresh).values_list("upper__paragraph_id", flat=True)
        copied = SignedParagraph.objects.filter(origin__in=fresh).values_list("paragraph_id", flat=True)
        drafted = Paragraph.objects.filter(origin__in=fresh).values_list("id", flat=True)
        reasons = SignedParagraph.objects.filter(facts__removed__in=list(fresh)).values_list("paragraph_id", flat=True)
        fresh = {*lifted, *copied, *drafted, *reasons, *_drafts_on(fresh)} - family
        family |= fresh
    return family


def _drafts_on(ids: set[str]) -> set[str]:
    """Return draft sentences that rest on some paragraphs (their sources are JSON, so they are walked)."""
    rows = Paragraph.objects.exclude(sources=[]).values_list("id", "sources")
    return {key for key, sources in rows if any(source["paragraph_id"] in ids for source in sources)}


def _empty_signed(ids: set[str]) -> int:
    Word.objects.filter(paragraph__paragraph_id__in=ids).delete()
    return SignedParagraph.objects.filter(paragraph_id__in=ids).update(
        text="", certainty="", facts={}, evidence=[], sources=[], origin="", author="", erased=True
    )


def _empty_drafts(ids: set[str]) -> None:
    Rival.objects.filter(paragraph_id__in=ids).delete()
    Paragraph.objects.filter(pk__in=ids).delete()
