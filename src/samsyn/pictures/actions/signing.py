"""Fastställa: a draft becomes a version that never changes, in one transaction."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from samsyn.audit import actions as audit
from samsyn.core.access import Actor, InfoClass, Permission, Zone, highest
from samsyn.core.periods import day_of
from samsyn.core.pictures import document as doc
from samsyn.core.pictures import history
from samsyn.core.pictures.causes import Cause
from samsyn.core.pictures.compare import compare
from samsyn.core.pictures.readiness import missing
from samsyn.pictures import definitions
from samsyn.pictures.actions.locking import locked_picture
from samsyn.pictures.errors import AlreadySigned, DraftChanged, NothingToSign, NotReady
from samsyn.pictures.models import Paragraph, Picture, Receipt, Rival, Version
from samsyn.pictures.projection import project
from samsyn.pictures.queries.drafts import assemble, draft_paragraphs

CHANGES_SECTION = "changes"
"""The method's section for what has changed and why; written at signing, never by hand."""


@dataclass(frozen=True, slots=True)
class StatedCause:
    """Why a chapter changed, as the signer states it; the reason is guarded text and may be empty."""

    cause: Cause
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """What the signer puts their name to: the edition read, the causes stated, and whether it is a correction."""

    edition: int
    causes: Mapping[str, StatedCause]
    correction: bool = False


@transaction.atomic
def sign_picture(*, by: Actor, now: datetime, unit_id: int, signature: Signature, chance: Callable[[], str]) -> int:
    """Sign the unit's draft; return the new version's number. It is in force, and nobody above can stop it.

    Raises
    ------
    DraftChanged
        If somebody saved after the signer read the draft.
    AlreadySigned
        If the same form came twice.
    NotReady
        If anything compulsory is missing; ``missing`` says what.
    """
    picture = locked_picture(by=by, unit_id=unit_id, permission=Permission.PICTURE_SIGN)
    base = Version.objects.filter(picture=picture, superseded_at=None).first()
    _check_edition(picture, base, signature)
    standing, removed = _split(picture)
    document = assemble(
        picture, picture.chapters.filter(removed_at=None).order_by("number"), standing, today=day_of(now)
    )
    before = doc.substance(history.read(base.document)) if base else None
    document = _with_reasons(document, before, removed, signature, by=by, now=now, chance=chance)
    _check_ready(picture, document, before, signature)
    version = _insert(picture, base, document, signature, by=by, now=now, chance=chance)
    project(version, document)
    Receipt.objects.create(version=version, person=by.username, unit_id=unit_id, at=now)
    Paragraph.objects.filter(pk__in=[row.pk for row in removed]).delete()
    audit.record(
        "picture.corrected" if signature.correction else "picture.signed",
        actor=by,
        target=f"version:{version.pk}",
        at=now,
        unit_id=unit_id,
        facts={"number": version.number, "digest": version.digest},
    )
    return version.number


def _check_edition(picture: Picture, base: Version | None, signature: Signature) -> None:
    if base is not None and base.edition == signature.edition:
        raise AlreadySigned(number=base.number)
    if picture.edition != signature.edition:
        raise DraftChanged(by=picture.changed_by, at=picture.changed_at)


def _split(picture: Picture) -> tuple[list[Paragraph], list[Paragraph]]:
    """Part the draft into what stands and what goes: taken out, or begun and never filled."""
    standing: list[Paragraph] = []
    removed: list[Paragraph] = []
    for row in draft_paragraphs(picture):
        begun_only = not row.text.strip() and row.kind != doc.ParagraphKind.ANSWER
        (removed if row.removed_at or begun_only else standing).append(row)
    return standing, removed


def _check_ready(picture: Picture, document: doc.Document, before: doc.Document | None, signature: Signature) -> None:
    rivals = frozenset(Rival.objects.filter(paragraph__chapter__picture=picture).values_list("paragraph_id", flat=True))
    lacking = missing(
        document,
        base=before,
        method=definitions.method(picture.method),
        causes={chapter: stated.cause for chapter, stated in signature.causes.items()},
        rivals=rivals,
    )
    if any(item.blocking for item in lacking):
        raise NotReady(missing=lacking)


def _with_reasons(  # noqa: PLR0913 - what a signature brings together
    document: doc.Document,
    before: doc.Document | None,
    removed: list[Paragraph],
    signature: Signature,
    *,
    by: Actor,
    now: datetime,
    chance: Callable[[], str],
) -> doc.Document:
    """Add to each changed chapter the stated cause and the reasons for what was taken out."""
    if before is None:
        return document
    difference = compare(before, document)
    if not difference.chapters and not signature.correction:
        raise NothingToSign
    changed = {one.id for one in difference.chapters}
    signed_before = {item.id: item for chapter in before.chapters for item in chapter.paragraphs}
    chapters = []
    for chapter in document.chapters:
        extra = [
            doc.Paragraph(
                id=chance(),
                label=signed_before[row.pk].label,
                kind=doc.ParagraphKind.REMOVAL,
                section=CHANGES_SECTION,
                text=row.removal_reason,
                info_class=InfoClass(row.info_class),
                zone=Zone(row.zone),
                facts={"removed": row.pk},
                author=by.username,
                written_on=day_of(now),
            )
            for row in removed
            if row.chapter_id == chapter.id and row.pk in signed_before
        ]
        stated = signature.causes.get(chapter.id)
        if stated is not None and (chapter.id in changed or signature.correction):
            extra.append(
                doc.Paragraph(
                    id=chance(),
                    label="",
                    kind=doc.ParagraphKind.CAUSE,
                    section=CHANGES_SECTION,
                    text=stated.reason,
                    info_class=highest(item.info_class for item in chapter.paragraphs),
                    zone=Zone.POLICE,
                    facts={"cause": stated.cause.value},
                    author=by.username,
                    written_on=day_of(now),
                )
            )
        chapters.append(replace(chapter, paragraphs=(*chapter.paragraphs, *extra)))
    return replace(document, chapters=tuple(chapters))


def _insert(  # noqa: PLR0913 - the columns of a version
    picture: Picture,
    base: Version | None,
    document: doc.Document,
    signature: Signature,
    *,
    by: Actor,
    now: datetime,
    chance: Callable[[], str],
) -> Version:
    number = picture.latest_number + 1
    seal = history.Seal(number, now.isoformat(), by.username, base.digest if base else history.FIRST)
    stored = history.store(document, seal, salt=chance)
    if base is not None:
        Version.objects.filter(pk=base.pk).update(superseded_at=now)
    version = Version.objects.create(
        picture=picture,
        number=number,
        edition=signature.edition,
        corrects=base if signature.correction else None,
        method=picture.method,
        document=stored,
        digest=history.digest_of(stored),
        signed_at=now,
        signed_by=by.username,
        substitute=_is_substitute(by, picture.unit_id),
        owner_unit_id=picture.unit_id,
        info_class=highest(item.info_class for chapter in document.chapters for item in chapter.paragraphs),
    )
    picture.latest_number = number
    picture.edition += 1
    picture.save(update_fields=["latest_number", "edition"])
    return version


def _is_substitute(by: Actor, unit_id: int) -> bool:
    signing = [role for role in by.roles if role.unit_id == unit_id and Permission.PICTURE_SIGN in role.permissions]
    return all(role.substitute for role in signing)
