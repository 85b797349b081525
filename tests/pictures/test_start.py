"""What the start page asks: what has changed since I looked, what waits for me."""

from datetime import timedelta

from samsyn.core.access import InfoClass
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.actions.reading import take_note
from samsyn.pictures.actions.responding import answer_need, ask, dissent, reply
from samsyn.pictures.queries import start
from tests.builders import a_picture, a_signed_picture, said, sign
from tests.cast import ABOVE, BESIDE, HERE, NOW, Cast

LATER = NOW + timedelta(days=1)


def test_versions_signed_by_others_are_news_to_those_who_may_read_them(cast: Cast) -> None:
    _, here = a_signed_picture(cast)
    _, beside = a_signed_picture(cast, unit=BESIDE, now=LATER)
    assert [one.id for one in start.signed_lately(by=cast.eva)] == [beside.id, here.id]
    assert [one.id for one in start.signed_lately(by=cast.bjorn)] == [here.id]
    assert start.signed_lately(by=cast.astrid) == (), "one's own signature is no news"
    assert start.signed_lately(by=cast.gun) == start.signed_lately(by=cast.dawit) == ()


def test_what_others_said_since_one_looked_is_news(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    need = picture.write("Två utredare.", kind=ParagraphKind.NEED, facts={"level": "police_area"})
    version, text = sign(picture), picture.written[0]
    told = said(cast, ABOVE, "Det är inte ljuset.")
    dissent(by=cast.hanna, now=NOW, version=version, paragraph_id=text, said=told)
    told = said(cast, ABOVE, "En utredare.")
    answer_need(by=cast.hanna, now=LATER, paragraph_id=need, verdict="delvis", said=told)
    news = start.said_lately(by=cast.astrid, since=NOW - timedelta(hours=1))
    assert [(one.kind, one.text) for one in news] == [("answer", "En utredare."), ("dissent", "Det är inte ljuset.")]
    assert [one.kind for one in start.said_lately(by=cast.astrid, since=NOW)] == ["answer"]
    assert start.said_lately(by=cast.hanna, since=NOW - timedelta(hours=1)) == ()


def test_a_reply_is_news_to_the_unit_that_asked(cast: Cast) -> None:
    picture, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    asked = ask(by=cast.hanna, now=NOW, version=version, paragraph_id=picture.written[0], said=said(cast, ABOVE))
    reply(by=cast.bjorn, now=LATER, question_id=asked, said=said(cast, HERE, "Elva samtal."))
    assert [(one.kind, one.text) for one in start.said_lately(by=cast.hanna, since=NOW)] == [("reply", "Elva samtal.")]


def test_marked_words_are_never_shown_on_the_start_page(cast: Cast) -> None:
    picture = a_picture(cast)
    key = picture.write("Två butiker betalar.", info_class=InfoClass.K2)
    version = sign(picture)
    told = said(cast, ABOVE, "Tre, säger vi.")
    dissent(by=cast.hanna, now=LATER, version=version, paragraph_id=key, said=told)
    assert [(one.kind, one.text) for one in start.said_lately(by=cast.astrid, since=NOW)] == [("dissent", "")]


def test_a_version_waits_until_it_is_taken_note_of(cast: Cast) -> None:
    _, version = a_signed_picture(cast)
    wanted = frozenset({cast.unit(HERE), cast.unit(ABOVE)})
    assert [one.id for one in start.not_noted(by=cast.bjorn, unit_ids=wanted)] == [version.id]
    assert start.not_noted(by=cast.astrid, unit_ids=wanted) == (), "the signer has read it"
    take_note(by=cast.bjorn, now=NOW, facts=version, unit_id=cast.unit(HERE))
    assert start.not_noted(by=cast.bjorn, unit_ids=wanted) == ()
    assert start.not_noted(by=cast.cecilia, unit_ids=wanted) == ()
