"""What has been said about signed versions, within the reader's rights; dissents follow every lift."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from samsyn.core.access import MARKED_FROM, Actor, InfoClass, Permission
from samsyn.core.errors import NotFound
from samsyn.pictures.facts import Lift, NeedFacts, RemarkFacts
from samsyn.pictures.models import WAITING, Need, Remark, SignedParagraph
from samsyn.pictures.queries.versions import KIND, readable_paragraphs
from samsyn.sharing.governed import readable


def readable_remarks(by: Actor) -> QuerySet[Remark]:
    """Return the remarks that ``by`` may know of: on whole versions open to them, and their own units'.

    Marked words are withheld from the facts while no purpose is stated; that something was said is not.
    """
    own = Q(pk__in=[])
    for level, units in by.clearances(Permission.PICTURE_RESPOND):
        own |= Q(unit_id__in=units, info_class__lte=level)
    found = Remark.objects.filter(readable(by, kind=KIND, key="version_id") | own)
    return found.select_related("version", "picture").defer("version__document")


def remarks_on(*, by: Actor, paragraph_ids: Iterable[str]) -> tuple[RemarkFacts, ...]:
    """Return every remark on some paragraphs, over all versions, oldest first."""
    found = readable_remarks(by).filter(paragraph_id__in=set(paragraph_ids))
    return tuple(_facts(row, by) for row in found.order_by("at", "id"))


def dissents_along(*, by: Actor, lifts: Iterable[Lift]) -> tuple[RemarkFacts, ...]:
    """Return the dissents put to the sentences below some lifted ones: they travel with the words.

    A dissent is shown to whoever may read the sentence above, for that is what it is put against.
    """
    below = {lift.lower_paragraph_id for lift in lifts}
    levels = by.clearances(Permission.PICTURE_READ)
    highest = max((level for level, _ in levels), default=None)
    if not below or highest is None:
        return ()
    found = Remark.objects.filter(kind="dissent", paragraph_id__in=below, info_class__lte=highest)
    return tuple(_facts(row, by) for row in found.select_related("version", "picture").order_by("at", "id"))


def question(*, by: Actor, question_id: int, unit_id: int) -> RemarkFacts:
    """Return a question put to a unit's picture."""
    row = readable_remarks(by).filter(pk=question_id, kind="question", picture__unit_id=unit_id).first()
    if row is None:
        raise NotFound(what="question")
    return _facts(row, by)


def questions_waiting(*, by: Actor) -> tuple[RemarkFacts, ...]:
    """Return questions put to pictures of the actor's own units that have no reply."""
    mine = by.units_with(Permission.PICTURE_RESPOND)
    found = readable_remarks(by).filter(WAITING, picture__unit_id__in=mine)
    return tuple(_facts(row, by) for row in found.order_by("due_on", "id"))


def questions_asked(*, by: Actor) -> tuple[RemarkFacts, ...]:
    """Return questions that the actor's own units have put and that wait for a reply."""
    mine = by.units_with(Permission.PICTURE_RESPOND)
    found = readable_remarks(by).filter(WAITING, unit_id__in=mine)
    return tuple(_facts(row, by) for row in found.order_by("due_on", "id"))


def needs_to_answer(*, by: Actor) -> tuple[NeedFacts, ...]:
    """Return needs put to the actor's own units that have no answer."""
    return _needs(by, Need.objects.filter(to_unit_id__in=by.units_with(Permission.NEED_ANSWER), answered_at=None))


def needs_of(*, by: Actor, unit_ids: Iterable[int]) -> tuple[NeedFacts, ...]:
    """Return the needs in force of some units, answered or not."""
    return _needs(by, Need.objects.filter(unit_id__in=set(unit_ids)))


def needs_late(*, by: Actor, today: date) -> tuple[NeedFacts, ...]:
    """Return needs that the actor's units have put and whose answer is late."""
    mine = by.units_with(Permission.PICTURE_RESPOND)
    return _needs(by, Need.objects.filter(unit_id__in=mine, answered_at=None, due_on__lt=today))


def _needs(by: Actor, found: QuerySet[Need]) -> tuple[NeedFacts, ...]:
    standing = found.filter(withdrawn_at=None).select_related("version", "picture").defer("version__document")
    needs = tuple(standing.order_by("due_on", "paragraph_id"))
    if not needs:
        return ()
    texts: dict[tuple[int, str], SignedParagraph] = {
        (row.version_id, row.paragraph_id): row
        for row in readable_paragraphs(by).filter(
            paragraph_id__in=[need.pk for need in needs], version_id__in={need.version_id for need in needs}
        )
    }
    return tuple(
        NeedFacts(
            paragraph_id=need.pk,
            picture_id=need.picture_id,
            version_id=need.version_id,
            version_number=need.version.number,
            label=text.label,
            text=_said(text.text, text.info_class, by),
            info_class=InfoClass(text.info_class),
            unit_id=need.unit_id,
            to_unit_id=need.to_unit_id,
            asked_at=need.asked_at,
            due_on=need.due_on,
            answered_at=need.answered_at,
            verdict=need.verdict,
        )
        for need in needs
        if (text := texts.get((need.version_id, need.pk))) is not None
    )


def _said(text: str, info_class: int, by: Actor) -> str:
    return text if by.purpose or info_class < MARKED_FROM else ""


def _facts(row: Remark, by: Actor) -> RemarkFacts:
    return RemarkFacts(
        id=row.pk,
        kind=row.kind,
        picture_id=row.picture_id,
        version_id=row.version_id,
        version_number=row.version.number,
        paragraph_id=row.paragraph_id,
        unit_id=row.unit_id,
        about_unit_id=row.picture.unit_id,
        author=row.author,
        at=row.at,
        text=_said(row.text, row.info_class, by),
        info_class=InfoClass(row.info_class),
        verdict=row.verdict,
        due_on=row.due_on,
        parent_id=row.parent_id,
        erased=row.erased,
    )
