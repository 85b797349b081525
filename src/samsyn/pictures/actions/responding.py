"""What the levels say about a signed version: ask, reply, dissent, answer a need. Nobody can stop it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from samsyn.audit import actions as audit
from samsyn.core.access import Actor, InfoClass, Permission, Zone, require
from samsyn.core.errors import NotFound
from samsyn.core.periods import day_of
from samsyn.pictures import definitions
from samsyn.pictures.errors import ReasonMissing, SameIdOtherText
from samsyn.pictures.facts import VersionFacts
from samsyn.pictures.models import Need, Remark, SignedParagraph
from samsyn.pictures.queries.versions import readable_row

VERDICTS = ("ja", "delvis", "nej")


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says: the form's own key (sent twice is said once), the unit, and guarded words."""

    key: str
    unit_id: int
    text: str


@transaction.atomic
def ask(*, by: Actor, now: datetime, version: VersionFacts, paragraph_id: str, said: Said) -> int:
    """Put a question to the unit that signed; a reply is due within the days that the beats say."""
    require(by, Permission.PICTURE_RESPOND, unit_id=said.unit_id)
    paragraph = readable_row(by=by, version_id=version.id, paragraph_id=paragraph_id)
    due = day_of(now) + timedelta(days=definitions.beats()["question_reply_days"])
    return _add("question", paragraph, said, by=by, now=now, due_on=due)


@transaction.atomic
def reply(*, by: Actor, now: datetime, question_id: int, said: Said) -> int:
    """Answer a question put to one's own unit's picture."""
    require(by, Permission.PICTURE_RESPOND, unit_id=said.unit_id)
    question = (
        Remark.objects.select_for_update(of=("self",))
        .select_related("version")
        .filter(pk=question_id, kind="question", picture__unit_id=said.unit_id)
        .first()
    )
    if question is None:
        raise NotFound(what="question")
    if question.replied_at is None:
        Remark.objects.filter(pk=question.pk).update(replied_at=now)
    return _add("reply", question, said, by=by, now=now, parent=question)


@transaction.atomic
def dissent(*, by: Actor, now: datetime, version: VersionFacts, paragraph_id: str, said: Said) -> int:
    """Put a dissent beside a paragraph; it follows the paragraph in every lift."""
    require(by, Permission.PICTURE_RESPOND, unit_id=said.unit_id)
    paragraph = readable_row(by=by, version_id=version.id, paragraph_id=paragraph_id)
    return _add("dissent", paragraph, said, by=by, now=now)


@transaction.atomic
def answer_need(*, by: Actor, now: datetime, paragraph_id: str, verdict: str, said: Said) -> int:
    """Answer a need put to one's own unit, with a verdict and its reason."""
    require(by, Permission.NEED_ANSWER, unit_id=said.unit_id)
    need = (
        Need.objects.select_for_update(of=("self",))
        .select_related("version", "picture")
        .filter(pk=paragraph_id, to_unit_id=said.unit_id, withdrawn_at=None)
        .first()
    )
    if need is None:
        raise NotFound(what="need")
    readable_row(by=by, version_id=need.version_id, paragraph_id=paragraph_id)
    if verdict not in VERDICTS or not said.text.strip():
        raise ReasonMissing(what="answer")
    need.answered_at, need.verdict = now, verdict
    need.save(update_fields=["answered_at", "verdict"])
    return _add("answer", need, said, by=by, now=now, verdict=verdict)


def _add(
    kind: str,
    about: SignedParagraph | Remark | Need,
    said: Said,
    *,
    by: Actor,
    now: datetime,
    **more: object,
) -> int:
    if not said.text.strip():
        raise ReasonMissing(what=kind)
    same = Remark.objects.filter(key=said.key).first()
    if same is not None:
        if (same.kind, same.author, same.text) != (kind, by.username, said.text):
            raise SameIdOtherText
        return same.pk
    row = Remark.objects.create(
        key=said.key,
        kind=kind,
        picture_id=about.version.picture_id,
        version_id=about.version_id,
        paragraph_id=about.paragraph_id,
        unit_id=said.unit_id,
        author=by.username,
        at=now,
        text=said.text,
        info_class=InfoClass(about.info_class),
        zone=Zone(about.zone),
        **more,
    )
    audit.record(f"picture.{kind}", actor=by, target=f"remark:{row.pk}", at=now, unit_id=said.unit_id)
    return row.pk
