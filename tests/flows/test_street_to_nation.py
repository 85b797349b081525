"""One sentence from the street to the nation and back: the whole chain, by the people who do it."""

from datetime import timedelta

from samsyn.audit import actions as audit
from samsyn.audit import queries as trail
from samsyn.core.access import InfoClass
from samsyn.core.periods import day_of
from samsyn.core.pictures import document as doc
from samsyn.core.pictures.causes import Cause
from samsyn.core.pictures.compare import compare
from samsyn.core.pictures.document import Certainty, Evidence, EvidenceKind, ParagraphKind
from samsyn.pictures import integrity
from samsyn.pictures.actions.drafting import edit_paragraph
from samsyn.pictures.actions.reading import open_version, take_note
from samsyn.pictures.actions.responding import answer_need, ask, dissent, reply
from samsyn.pictures.actions.signing import StatedCause
from samsyn.pictures.facts import VersionFacts
from samsyn.pictures.queries import receipts, remarks, start, trace, versions
from samsyn.pictures.queries.search import search
from tests.builders import ALMHOJDEN, Begun, a_picture, lift, said, sign, wording
from tests.cast import ABOVE, HERE, NATION, NOW, REGION, Cast

OPEN = "Försäljningen sker öppet på torget, och de som bor intill går omvägar."
MOVED = "Försäljningen har flyttat till cykeltunneln efter klockan 18, och de som bor intill går omvägar."


def _days(count: int) -> timedelta:
    return timedelta(days=count)


def _draft(cast: Cast) -> tuple[Begun, str, str]:
    """Björn and Astrid write: a problem as residents meet it, and what is missing to meet it."""
    picture = a_picture(cast, now=NOW)
    seen = Evidence(EvidenceKind.OBSERVATION, "Fyra iakttagelser", "B2", NOW.date())
    sentence = picture.write(
        OPEN,
        by=cast.bjorn,
        chapter=ALMHOJDEN,
        section="residents",
        certainty=Certainty.LIKELY,
        info_class=InfoClass.K2,
        evidence=(seen,),
    )
    need = picture.write(
        "Två utredare i sex månader.", chapter=ALMHOJDEN, kind=ParagraphKind.NEED, facts={"level": "police_area"}
    )
    return picture, sentence, need


def _lifted(cast: Cast, first: VersionFacts, sentence: str) -> dict[str, tuple[Begun, VersionFacts, str]]:
    """Hanna, Eva and Farid each lift the sentence from the level below and sign."""
    done: dict[str, tuple[Begun, VersionFacts, str]] = {}
    below = (first, sentence)
    for place, code in enumerate((ABOVE, REGION, NATION)):
        at = NOW + _days(5 + place)
        picture = a_picture(cast, unit=code, now=at)
        key = lift(
            picture,
            f"Öppen försäljning i ett område, sett från nivå {place + 2}.",
            [below],
            now=at,
            info_class=InfoClass.K2,
        )
        version = sign(picture, now=at)
        done[code] = (picture, version, key)
        below = (version, key)
    return done


def test_a_sentence_goes_from_the_street_to_the_nation_and_back(cast: Cast) -> None:
    picture, sentence, need = _draft(cast)
    assert versions.in_force(by=cast.hanna) == (), "a draft is nobody's business above"

    first = sign(picture, now=NOW + _days(1))
    assert [one.id for one in start.signed_lately(by=cast.hanna)] == [first.id]

    _the_levels_take_note(cast, first)
    _the_police_area_answers(cast, first, sentence, need)
    lifted = _lifted(cast, first, sentence)
    _the_trail_leads_both_ways(cast, first, sentence, lifted)
    _a_dissent_travels(cast, first, sentence, lifted)
    second = _the_district_corrects(cast, picture, sentence)
    _everyone_above_sees_that_it_changed(cast, second, lifted)
    _the_two_are_compared(cast, first, second, sentence)
    _everything_verifies(cast)


def _the_levels_take_note(cast: Cast, first: VersionFacts) -> None:
    for reader, code in ((cast.bjorn, HERE), (cast.hanna, ABOVE), (cast.eva, REGION), (cast.farid, NATION)):
        read = open_version(by=reader, now=NOW + _days(2), facts=first)
        assert OPEN in [item.text for item in read.document.paragraphs()]
        take_note(by=reader, now=NOW + _days(2), facts=first, unit_id=cast.unit(code))
    chain = [cast.unit(code) for code in (HERE, ABOVE, REGION, NATION)]
    covered = receipts.coverage(version_id=first.id, unit_ids=chain, now=NOW + _days(2))
    assert [one.confirmed for one in covered] == [2, 1, 1, 1], "whoever signed has taken note"


def _the_police_area_answers(cast: Cast, first: VersionFacts, sentence: str, need: str) -> None:
    at = NOW + _days(3)
    asked = ask(by=cast.hanna, now=at, version=first, paragraph_id=sentence, said=said(cast, ABOVE, "Vilka dagar?"))
    reply(by=cast.bjorn, now=at, question_id=asked, said=said(cast, HERE, "Onsdag till lördag."))
    told = said(cast, ABOVE, "En utredare i tolv veckor.")
    answer_need(by=cast.hanna, now=at, paragraph_id=need, verdict="delvis", said=told)
    news = start.said_lately(by=cast.astrid, since=NOW + _days(2))
    assert {(one.kind, one.text) for one in news} == {
        ("reply", ""),  # about marked words, so none of them stand on the start page
        ("answer", "En utredare i tolv veckor."),
    }
    assert remarks.needs_to_answer(by=cast.hanna) == ()


def _the_trail_leads_both_ways(
    cast: Cast, first: VersionFacts, sentence: str, lifted: dict[str, tuple[Begun, VersionFacts, str]]
) -> None:
    _, top, _ = lifted[NATION]
    down = trace.lifts_down(by=cast.farid, upper_version_id=top.id)
    assert (3, first.id, sentence) in {(one.depth, one.lower_version_id, one.lower_paragraph_id) for one in down}
    up = trace.lifts_up(by=cast.bjorn, lower_paragraph_ids=[sentence])
    assert {one.upper_unit_id for one in up} == {cast.unit(code) for code in (ABOVE, REGION, NATION)}


def _a_dissent_travels(
    cast: Cast, first: VersionFacts, sentence: str, lifted: dict[str, tuple[Begun, VersionFacts, str]]
) -> None:
    told = said(cast, HERE, "Den är inte öppen längre.")
    dissent(by=cast.lars, now=NOW + _days(9), version=first, paragraph_id=sentence, said=told)
    for reader, code in ((cast.hanna, ABOVE), (cast.eva, REGION), (cast.farid, NATION)):
        lifts = trace.lifts_down(by=reader, upper_version_id=lifted[code][1].id)
        assert [one.text for one in remarks.dissents_along(by=reader, lifts=lifts)] == ["Den är inte öppen längre."]


def _the_district_corrects(cast: Cast, picture: Begun, sentence: str) -> VersionFacts:
    at = NOW + _days(10)
    kept = wording(MOVED, certainty=Certainty.LIKELY, info_class=InfoClass.K2)
    edit_paragraph(by=cast.bjorn, now=at, unit_id=picture.unit_id, paragraph_id=sentence, rev=1, wording=kept)
    cause = {picture.chapters[ALMHOJDEN]: StatedCause(Cause.EVIDENCE, "Iakttagelserna gällde tunneln, inte torget.")}
    second = sign(picture, now=at, causes=cause, correction=True)
    assert (second.number, second.corrects) == (2, 1)
    assert [one.id for one in start.corrected_after_reading(by=cast.eva)] == [second.id]
    return second


def _everyone_above_sees_that_it_changed(
    cast: Cast, second: VersionFacts, lifted: dict[str, tuple[Begun, VersionFacts, str]]
) -> None:
    for reader, code in ((cast.hanna, ABOVE), (cast.eva, REGION), (cast.farid, NATION)):
        lifts = trace.lifts_down(by=reader, upper_version_id=lifted[code][1].id)
        assert "changed" in {one.stale for one in lifts}
    (hit,) = search(by=cast.farid, text="cykeltunneln")
    assert (hit.text, hit.version_number) == (MOVED, second.number)


def _the_two_are_compared(cast: Cast, first: VersionFacts, second: VersionFacts, sentence: str) -> None:
    on = day_of(NOW + _days(11))
    before, after = (
        doc.substance(versions.reading(by=cast.eva, facts=facts, on=on).document) for facts in (first, second)
    )
    (chapter,) = compare(before, after).chapters
    assert [one.paragraph.id for one in chapter.changed] == [sentence]
    assert (chapter.added, chapter.removed) == ((), ())
    (reason,) = versions.reasons(by=cast.eva, picture_id=second.picture_id, after=1, until=2)
    assert reason.paragraph.text == "Iakttagelserna gällde tunneln, inte torget."
    as_of = versions.version(by=cast.eva, unit_id=cast.unit(HERE), on=day_of(NOW + _days(9)))
    assert as_of.number == 1, "the day before the correction shows what was in force then"


def _everything_verifies(cast: Cast) -> None:
    audit.seal()
    assert trail.verify(by=cast.ivar).whole
    told = {
        row.target: str(row.facts["digest"])
        for event in ("picture.signed", "picture.corrected")
        for row in trail.told_of(event, by=cast.ivar)
    }
    checked = list(integrity.versions(by=cast.ivar, signed=told))
    assert len(checked) == 5
    assert [one for one in checked if one.faults] == []
