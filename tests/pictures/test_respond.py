"""Asking, replying, dissenting and answering needs; nobody above can stop a picture."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from samsyn.core.access import InfoClass, Permission
from samsyn.core.errors import NotFound
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.actions.drafting import edit_paragraph, remove_paragraph
from samsyn.pictures.actions.responding import answer_need, ask, dissent, reply
from samsyn.pictures.errors import LevelUnknown, PurposeMissing, ReasonMissing, SameIdOtherText
from samsyn.pictures.facts import VersionFacts
from samsyn.pictures.queries import remarks, versions
from tests.builders import Begun, a_picture, a_signed_picture, said, sign, wording
from tests.cast import ABOVE, BESIDE, HERE, NATION, NOW, REGION, Cast, without_purpose
from tests.refusal import refused

TODAY = NOW.date()


def _question(cast: Cast) -> tuple[Begun, VersionFacts, int]:
    picture, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    asked = ask(by=cast.hanna, now=NOW, version=version, paragraph_id=picture.written[0], said=said(cast, ABOVE))
    return picture, version, asked


def _need(cast: Cast, level: str = "police_area", **more: Any) -> tuple[Begun, VersionFacts, str]:
    picture = a_picture(cast)
    key = picture.write("Två utredare i sex månader.", kind=ParagraphKind.NEED, facts={"level": level}, **more)
    return picture, sign(picture), key


def test_a_question_waits_at_the_unit_that_signed_with_a_day_to_reply(cast: Cast) -> None:
    _, version, asked = _question(cast)
    for reader in (cast.astrid, cast.bjorn, cast.lars):
        (waiting,) = remarks.questions_waiting(by=reader)
        assert (waiting.id, waiting.unit_id, waiting.author, waiting.text) == (
            asked,
            cast.unit(ABOVE),
            "hanna",
            "Vad bygger ni vissheten på?",
        )
        assert (waiting.due_on, waiting.version_id) == (TODAY + timedelta(days=7), version.id)
    assert remarks.questions_waiting(by=cast.cecilia) == ()
    assert [one.id for one in remarks.questions_asked(by=cast.hanna)] == [asked]


def test_a_reply_ends_the_waiting_and_stands_beside_the_question(cast: Cast) -> None:
    picture, _, asked = _question(cast)
    reply(by=cast.bjorn, now=NOW, question_id=asked, said=said(cast, HERE, "Elva samtal."))
    assert remarks.questions_waiting(by=cast.astrid) == remarks.questions_asked(by=cast.hanna) == ()
    found = remarks.remarks_on(by=cast.hanna, paragraph_ids=picture.written)
    assert [(one.kind, one.text, one.parent_id) for one in found] == [
        ("question", "Vad bygger ni vissheten på?", None),
        ("reply", "Elva samtal.", asked),
    ]


def test_only_the_unit_that_was_asked_replies(cast: Cast) -> None:
    _, _, asked = _question(cast)
    with pytest.raises(NotFound):
        reply(by=cast.hanna, now=NOW, question_id=asked, said=said(cast, ABOVE, "Elva samtal."))
    for stranger in cast.but("astrid", "bjorn", "lars", "jonna"):
        with refused(Permission.PICTURE_RESPOND):
            reply(by=stranger, now=NOW, question_id=asked, said=said(cast, HERE, "Elva samtal."))


def test_a_question_needs_words_and_a_paragraph_that_the_asker_reads(cast: Cast) -> None:
    picture, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    with pytest.raises(ReasonMissing):
        ask(by=cast.hanna, now=NOW, version=version, paragraph_id=picture.written[0], said=said(cast, ABOVE, " "))
    with pytest.raises(NotFound):
        ask(by=cast.hanna, now=NOW, version=version, paragraph_id="f" * 32, said=said(cast, ABOVE))
    with pytest.raises(NotFound):
        ask(by=cast.cecilia, now=NOW, version=version, paragraph_id=picture.written[0], said=said(cast, BESIDE))
    for stranger in (cast.gun, cast.ivar, cast.karin, cast.dawit):
        with refused(Permission.PICTURE_RESPOND):
            ask(by=stranger, now=NOW, version=version, paragraph_id=picture.written[0], said=said(cast, ABOVE))


def test_the_same_form_twice_asks_once(cast: Cast) -> None:
    picture, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    form = said(cast, ABOVE)
    first = ask(by=cast.hanna, now=NOW, version=version, paragraph_id=picture.written[0], said=form)
    assert ask(by=cast.hanna, now=NOW, version=version, paragraph_id=picture.written[0], said=form) == first
    with pytest.raises(SameIdOtherText):
        ask(
            by=cast.hanna,
            now=NOW,
            version=version,
            paragraph_id=picture.written[0],
            said=replace(form, text="Vad vet ni?"),
        )
    assert len(remarks.questions_asked(by=cast.hanna)) == 1


def test_a_dissent_stands_beside_the_words_and_changes_none_of_them(cast: Cast) -> None:
    picture, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    dissent(
        by=cast.lars,
        now=NOW,
        version=version,
        paragraph_id=picture.written[0],
        said=said(cast, HERE, "Det är inte ljuset."),
    )
    (found,) = remarks.remarks_on(by=cast.farid, paragraph_ids=picture.written)
    assert (found.kind, found.text, found.unit_id, found.version_number) == (
        "dissent",
        "Det är inte ljuset.",
        cast.unit(HERE),
        1,
    )
    after = versions.version(by=cast.farid, unit_id=picture.unit_id)
    assert (after.digest, after.in_force) == (version.digest, True)


def test_a_dissent_outlives_the_version_it_was_put_to(cast: Cast) -> None:
    picture, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    told = said(cast, ABOVE, "Vi ser det annorlunda.")
    dissent(by=cast.hanna, now=NOW, version=version, paragraph_id=picture.written[0], said=told)
    picture.write("Gången är mörk.")
    sign(picture)
    assert [one.version_number for one in remarks.remarks_on(by=cast.astrid, paragraph_ids=picture.written)] == [1]


def test_only_who_responds_somewhere_dissents(cast: Cast) -> None:
    picture, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    for stranger in (cast.gun, cast.ivar, cast.karin, cast.dawit):
        with refused(Permission.PICTURE_RESPOND):
            dissent(by=stranger, now=NOW, version=version, paragraph_id=picture.written[0], said=said(cast, HERE))


def test_what_is_said_of_marked_words_is_marked_as_high(cast: Cast) -> None:
    picture = a_picture(cast)
    key = picture.write("Källan säger mer.", by=cast.lars, info_class=InfoClass.K3)
    version = sign(picture)
    told = said(cast, HERE, "Källan har haft fel förr.")
    dissent(by=cast.lars, now=NOW, version=version, paragraph_id=key, said=told)
    assert [one.text for one in remarks.remarks_on(by=cast.hanna, paragraph_ids=[key])] == ["Källan har haft fel förr."]
    assert "Källan har haft fel förr." not in [
        one.text for one in remarks.remarks_on(by=without_purpose(cast.hanna), paragraph_ids=[key])
    ]
    assert remarks.remarks_on(by=cast.bjorn, paragraph_ids=[key]) == ()
    with pytest.raises(NotFound):
        ask(by=cast.bjorn, now=NOW, version=version, paragraph_id=key, said=said(cast, HERE))


def test_a_need_waits_at_the_level_it_is_put_to(cast: Cast) -> None:
    _, version, key = _need(cast)
    (need,) = remarks.needs_to_answer(by=cast.hanna)
    assert (need.paragraph_id, need.version_id, need.unit_id, need.to_unit_id) == (
        key,
        version.id,
        cast.unit(HERE),
        cast.unit(ABOVE),
    )
    assert (need.asked_at, need.due_on, need.answered_at, need.text) == (
        NOW,
        TODAY + timedelta(days=14),
        None,
        "Två utredare i sex månader.",
    )
    assert remarks.needs_to_answer(by=cast.eva) == ()


@pytest.mark.parametrize(
    ("level", "code", "name"), [("police_area", ABOVE, "hanna"), ("region", REGION, "eva"), ("nation", NATION, "farid")]
)
def test_every_level_above_answers_what_is_put_to_it(cast: Cast, level: str, code: str, name: str) -> None:
    _, _, key = _need(cast, level=level)
    answerer = next(actor for actor in cast.everyone() if actor.username == name)
    told = said(cast, code, "En utredare från måndag.")
    answer_need(by=answerer, now=NOW, paragraph_id=key, verdict="delvis", said=told)
    (need,) = remarks.needs_of(by=cast.astrid, unit_ids=[cast.unit(HERE)])
    assert (need.verdict, need.answered_at) == ("delvis", NOW)
    (answer,) = remarks.remarks_on(by=cast.bjorn, paragraph_ids=[key])
    assert (answer.kind, answer.verdict, answer.text) == ("answer", "delvis", "En utredare från måndag.")
    assert remarks.needs_to_answer(by=answerer) == ()


def test_an_answer_has_a_verdict_and_a_reason(cast: Cast) -> None:
    _, _, key = _need(cast)
    for verdict, text in (("kanske", "Vi får se."), ("", "Vi får se."), ("nej", "  ")):
        with pytest.raises(ReasonMissing):
            answer_need(by=cast.hanna, now=NOW, paragraph_id=key, verdict=verdict, said=said(cast, ABOVE, text))
    assert len(remarks.needs_to_answer(by=cast.hanna)) == 1


def test_a_need_is_answered_by_the_level_addressed_alone(cast: Cast) -> None:
    _, _, key = _need(cast)
    with pytest.raises(NotFound):
        answer_need(by=cast.eva, now=NOW, paragraph_id=key, verdict="ja", said=said(cast, REGION, "Ja."))
    for stranger in cast.but("hanna"):
        with refused(Permission.NEED_ANSWER):
            answer_need(by=stranger, now=NOW, paragraph_id=key, verdict="ja", said=said(cast, ABOVE, "Ja."))


def test_no_answer_in_time_is_late_for_the_unit_that_asked(cast: Cast) -> None:
    _, _, key = _need(cast)
    due = TODAY + timedelta(days=14)
    assert remarks.needs_late(by=cast.astrid, today=due) == ()
    assert [one.paragraph_id for one in remarks.needs_late(by=cast.astrid, today=due + timedelta(days=1))] == [key]
    assert remarks.needs_late(by=cast.cecilia, today=due + timedelta(days=1)) == ()


def test_a_need_that_is_signed_again_unchanged_keeps_its_day_and_its_answer(cast: Cast) -> None:
    picture, _, key = _need(cast)
    answer_need(by=cast.hanna, now=NOW, paragraph_id=key, verdict="nej", said=said(cast, ABOVE, "Inte i år."))
    picture.write("Gången är mörk.")
    sign(picture, now=NOW + timedelta(days=30))
    (need,) = remarks.needs_of(by=cast.astrid, unit_ids=[picture.unit_id])
    assert (need.asked_at, need.verdict, need.version_number) == (NOW, "nej", 2)
    assert need.paragraph_id == key


def test_a_need_in_other_words_is_asked_anew(cast: Cast) -> None:
    picture, _, key = _need(cast)
    answer_need(by=cast.hanna, now=NOW, paragraph_id=key, verdict="nej", said=said(cast, ABOVE, "Inte i år."))
    changed = wording("Fyra utredare.", certainty=None, facts={"level": "police_area"})
    edit_paragraph(by=cast.astrid, now=NOW, unit_id=picture.unit_id, paragraph_id=key, rev=1, wording=changed)
    later = NOW + timedelta(days=30)
    sign(picture, now=later)
    (need,) = remarks.needs_to_answer(by=cast.hanna)
    assert (need.asked_at, need.verdict, need.text) == (later, "", "Fyra utredare.")


def test_a_need_put_to_another_level_is_asked_anew(cast: Cast) -> None:
    picture, _, key = _need(cast)
    answer_need(by=cast.hanna, now=NOW, paragraph_id=key, verdict="nej", said=said(cast, ABOVE, "Inte i år."))
    moved = wording("Två utredare i sex månader.", certainty=None, facts={"level": "region"})
    edit_paragraph(by=cast.astrid, now=NOW, unit_id=picture.unit_id, paragraph_id=key, rev=1, wording=moved)
    sign(picture, now=NOW + timedelta(days=30))
    assert [one.paragraph_id for one in remarks.needs_to_answer(by=cast.eva)] == [key]


def test_a_need_taken_out_waits_no_more(cast: Cast) -> None:
    picture, _, key = _need(cast)
    remove_paragraph(by=cast.astrid, now=NOW, unit_id=picture.unit_id, paragraph_id=key, reason="Löst.")
    sign(picture)
    assert remarks.needs_to_answer(by=cast.hanna) == ()
    with pytest.raises(NotFound):
        answer_need(by=cast.hanna, now=NOW, paragraph_id=key, verdict="ja", said=said(cast, ABOVE, "Ja."))


def test_a_need_to_a_level_that_does_not_stand_above_is_not_signed(cast: Cast) -> None:
    picture = a_picture(cast, unit=REGION)
    picture.write("En analytiker.", kind=ParagraphKind.NEED, facts={"level": "police_area"})
    with pytest.raises(LevelUnknown):
        sign(picture)
    assert versions.versions_of(by=cast.eva, unit_id=picture.unit_id) == ()


def test_a_marked_need_shows_its_words_for_a_purpose(cast: Cast) -> None:
    _, _, key = _need(cast, info_class=InfoClass.K2)
    (waiting,) = remarks.needs_to_answer(by=without_purpose(cast.hanna))
    assert (waiting.paragraph_id, waiting.text) == (key, "")
    assert remarks.needs_to_answer(by=cast.hanna)[0].text == "Två utredare i sex månader."
    told = said(cast, ABOVE, "Ja.")
    with pytest.raises(PurposeMissing):
        answer_need(by=without_purpose(cast.hanna), now=NOW, paragraph_id=key, verdict="ja", said=told)
