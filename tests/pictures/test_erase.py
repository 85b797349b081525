"""Erasure by legal decision: the words are gone from everywhere, the proof stays, and everything verifies."""

from datetime import timedelta

import pytest

from samsyn.audit import actions as audit
from samsyn.audit import queries as trail
from samsyn.audit.queries import own_log
from samsyn.core.access import Permission
from samsyn.core.errors import NotFound
from samsyn.core.pictures import history
from samsyn.core.pictures.document import Certainty, Evidence, EvidenceKind, ParagraphKind
from samsyn.pictures import integrity, projection
from samsyn.pictures.actions.chapters import add_place
from samsyn.pictures.actions.drafting import edit_paragraph, remove_paragraph
from samsyn.pictures.actions.erasing import Decision, erase_paragraph, erase_remark, erase_title
from samsyn.pictures.actions.responding import answer_need, ask, dissent
from samsyn.pictures.errors import ReasonMissing
from samsyn.pictures.facts import VersionFacts
from samsyn.pictures.models import Version
from samsyn.pictures.queries import remarks, trace, versions
from samsyn.pictures.queries.search import search
from tests.builders import Begun, a_picture, a_signed_picture, lift, new_id, said, sign, wording
from tests.cast import ABOVE, HERE, NOW, REGION, Cast, make_cast
from tests.pictures.canary import files_with, tables_with
from tests.refusal import refused

CANARY = "kanariegult"
DECISION = Decision("A123.456/2026", "dataskydd")
LATER = NOW + timedelta(days=1)


def _everywhere(cast: Cast) -> tuple[Begun, list[VersionFacts], Begun]:
    """Put the canary in two versions, a lift, a draft above, a conflict, a dissent, evidence and an index."""
    here = a_picture(cast)
    named = Evidence(EvidenceKind.DOCUMENT, f"Anteckning om det {CANARY}a huset")
    key = here.write(f"Det {CANARY}a huset.", certainty=Certainty.LIKELY, evidence=(named,))
    signed = [sign(here)]
    here.write("Gången är mörk.")
    signed.append(sign(here))
    told = said(cast, HERE, f"Huset är inte {CANARY}.")
    dissent(by=cast.lars, now=NOW, version=signed[-1], paragraph_id=key, said=told)
    above = a_picture(cast, unit=ABOVE)
    lifted = lift(above, f"Ett {CANARY} hus.", [(signed[-1], key)])
    signed.append(sign(above))
    region = a_picture(cast, unit=REGION)
    lift(region, f"Hus som är {CANARY}a.", [(signed[-1], lifted)])
    for by, text in ((cast.bjorn, f"{CANARY} ett."), (cast.lars, f"{CANARY} två.")):
        edit_paragraph(by=by, now=NOW, unit_id=here.unit_id, paragraph_id=key, rev=1, wording=wording(text))
    here.written[:] = [key]
    return here, signed, region


def _erase(cast: Cast, key: str, decision: Decision = DECISION) -> int:
    return erase_paragraph(by=cast.karin, now=LATER, paragraph_id=key, decision=decision)


def test_the_words_are_gone_from_every_table(cast: Cast) -> None:
    here, _, _ = _everywhere(cast)
    assert {"pictures_version", "pictures_signedparagraph", "pictures_paragraph", "pictures_rival"} <= {
        *tables_with(CANARY)
    }
    assert {"pictures_remark", "pictures_word"} <= {*tables_with(CANARY)}
    assert _erase(cast, here.written[0]) == 3
    assert tables_with(CANARY) == []


@pytest.mark.sqlite_only
def test_the_words_are_gone_from_the_file_itself(own_database: None) -> None:
    cast = make_cast(areas=False)
    here, _, _ = _everywhere(cast)
    assert files_with(CANARY)
    _erase(cast, here.written[0])
    assert files_with(CANARY) == []


def test_every_version_verifies_afterwards_and_its_rows_agree(cast: Cast) -> None:
    here, signed, _ = _everywhere(cast)
    _erase(cast, here.written[0])
    for facts in signed:
        row = Version.objects.get(pk=facts.id)
        assert history.verify(row.document, digest=facts.digest) == ()
        assert projection.check(row) == ()
    audit.seal()
    assert trail.verify(by=cast.ivar).whole
    told = {row.target: str(row.facts["digest"]) for row in trail.told_of("picture.signed", by=cast.ivar)}
    assert [broken for broken in integrity.versions(by=cast.ivar, signed=told) if broken.faults] == []


def test_a_certificate_stands_where_the_words_stood(cast: Cast) -> None:
    here, signed, _ = _everywhere(cast)
    _erase(cast, here.written[0])
    for facts in signed[:2]:
        read = versions.reading(by=cast.astrid, facts=facts, on=LATER.date()).document
        (gone,) = [item for item in read.paragraphs() if item.erased]
        assert (gone.text, gone.author, gone.evidence, gone.id) == ("", "", (), here.written[0])
        assert gone.certificate is not None
        assert (gone.certificate.decided_on, gone.certificate.by, gone.certificate.reference) == (
            LATER.date(),
            "karin",
            "A123.456/2026",
        )


def test_nothing_beside_the_words_is_touched(cast: Cast) -> None:
    here, signed, _ = _everywhere(cast)
    _erase(cast, here.written[0])
    read = versions.reading(by=cast.astrid, facts=signed[1], on=LATER.date()).document
    assert [item.text for item in read.paragraphs() if item.text] == [
        "Gången är mörk.",
        "Vi har inte talat med unga kvinnor.",
    ]
    assert search(by=cast.eva, text=CANARY) == ()
    assert len(search(by=cast.eva, text="gången")) == 1


def test_what_was_said_stands_as_erased(cast: Cast) -> None:
    here, _, _ = _everywhere(cast)
    _erase(cast, here.written[0])
    (found,) = remarks.remarks_on(by=cast.astrid, paragraph_ids=here.written)
    assert (found.text, found.erased, found.kind) == ("", True, "dissent")


def test_a_lift_says_that_its_source_is_erased(cast: Cast) -> None:
    here, signed, _ = _everywhere(cast)
    _erase(cast, here.written[0])
    assert {one.stale for one in trace.lifts_down(by=cast.hanna, upper_version_id=signed[-1].id)} == {"erased"}


def test_the_picture_is_written_and_signed_as_before(cast: Cast) -> None:
    here, _, _ = _everywhere(cast)
    _erase(cast, here.written[0])
    here.write("Parken är mörk.")
    version = sign(here, now=LATER)
    read = versions.reading(by=cast.astrid, facts=version, on=LATER.date()).document
    assert "Parken är mörk." in [item.text for item in read.paragraphs()]
    assert [item for item in read.paragraphs() if item.erased] == []


def test_erasing_twice_destroys_nothing_more(cast: Cast) -> None:
    here, signed, _ = _everywhere(cast)
    _erase(cast, here.written[0])
    before = Version.objects.get(pk=signed[0].id).document
    _erase(cast, here.written[0], Decision("A999.999/2026", "domstol"))
    assert Version.objects.get(pk=signed[0].id).document == before


def test_words_that_were_never_signed_are_erased_too(cast: Cast) -> None:
    picture = a_picture(cast, texts=[f"Det {CANARY}a huset."])
    assert _erase(cast, picture.written[0]) == 0
    assert tables_with(CANARY) == []


def test_the_reason_for_a_removal_goes_with_the_words_that_were_removed(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=[f"Det {CANARY}a huset."])
    key = picture.written[0]
    why = f"Den {CANARY}a färgen är borta."
    remove_paragraph(by=cast.astrid, now=NOW, unit_id=picture.unit_id, paragraph_id=key, reason=why)
    sign(picture)
    _erase(cast, key)
    assert tables_with(CANARY) == []


def test_an_erased_need_and_its_answer_hold_no_words(cast: Cast) -> None:
    picture = a_picture(cast)
    key = picture.write(f"Ett {CANARY} staket.", kind=ParagraphKind.NEED, facts={"level": "police_area"})
    sign(picture)
    told = said(cast, ABOVE, f"Det får bli {CANARY}.")
    answer_need(by=cast.hanna, now=NOW, paragraph_id=key, verdict="ja", said=told)
    _erase(cast, key)
    assert tables_with(CANARY) == []


def test_the_decision_is_in_the_trail_without_a_word_of_the_text(cast: Cast) -> None:
    here, _, _ = _everywhere(cast)
    _erase(cast, here.written[0])
    row = own_log(by=cast.karin)[0]
    assert (row.event, row.target) == ("paragraph.erased", f"paragraph:{here.written[0]}")
    assert row.facts == {"reference": "A123.456/2026", "reason": "dataskydd", "rows": 3}


@pytest.mark.parametrize("decision", [Decision(" ", "dataskydd"), Decision("A123.456/2026", "trevligare så")])
def test_nothing_is_erased_without_a_decision_and_its_ground(cast: Cast, decision: Decision) -> None:
    picture, _ = a_signed_picture(cast, texts=[f"Det {CANARY}a huset."])
    with pytest.raises(ReasonMissing):
        _erase(cast, picture.written[0], decision)
    assert "pictures_version" in tables_with(CANARY)


def test_what_a_place_is_called_is_erased_everywhere(cast: Cast) -> None:
    picture, place_id, title = a_picture(cast), new_id(), f"Det {CANARY}a huset"
    add_place(by=cast.bjorn, now=NOW, unit_id=picture.unit_id, chapter_id=place_id, title=title)
    inside = Begun(picture.unit_id, picture.by, {title: place_id})
    inside.write("Bilar samlas på kvällen.", section="residents")
    signed = [sign(picture)]
    inside.write("Bilar samlas även på dagen.", section="residents")
    signed.append(sign(inside))
    assert erase_title(by=cast.karin, now=LATER, chapter_id=place_id, decision=DECISION) == 2
    assert tables_with(CANARY) == []
    for facts in signed:
        assert history.verify(Version.objects.get(pk=facts.id).document, digest=facts.digest) == ()
        read = versions.reading(by=cast.astrid, facts=facts, on=LATER.date()).document
        assert [chapter.title for chapter in read.chapters] == ["Hela området", ""]
    assert [chapter.title for chapter in picture.draft.document.chapters] == ["Hela området", "Plats 2"]
    assert [hit.text for hit in search(by=cast.eva, text="bilar dagen")] == ["Bilar samlas även på dagen."]


def test_what_a_listed_area_is_called_is_public_and_stays(cast_and_areas: Cast) -> None:
    picture, _ = a_signed_picture(cast_and_areas)
    with pytest.raises(NotFound):
        erase_title(by=cast_and_areas.karin, now=LATER, chapter_id=picture.chapters["Almhöjden"], decision=DECISION)


def test_one_remark_is_erased_and_the_words_it_was_about_stay(cast: Cast) -> None:
    picture, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    told = said(cast, ABOVE, f"Är det det {CANARY}a huset?")
    asked = ask(by=cast.hanna, now=NOW, version=version, paragraph_id=picture.written[0], said=told)
    erase_remark(by=cast.karin, now=LATER, remark_id=asked, decision=DECISION)
    assert tables_with(CANARY) == []
    (found,) = remarks.remarks_on(by=cast.astrid, paragraph_ids=picture.written)
    assert (found.text, found.erased) == ("", True)
    assert len(search(by=cast.eva, text="torget")) == 1


def test_titles_and_remarks_are_erased_by_the_data_protection_officer_alone(cast: Cast) -> None:
    picture, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    chapter_id = new_id()
    add_place(by=cast.bjorn, now=NOW, unit_id=picture.unit_id, chapter_id=chapter_id, title="Huset")
    told = said(cast, ABOVE)
    asked = ask(by=cast.hanna, now=NOW, version=version, paragraph_id=picture.written[0], said=told)
    for stranger in cast.but("karin"):
        with refused(Permission.ERASE):
            erase_title(by=stranger, now=LATER, chapter_id=chapter_id, decision=DECISION)
        with refused(Permission.ERASE):
            erase_remark(by=stranger, now=LATER, remark_id=asked, decision=DECISION)
    with pytest.raises(NotFound):
        erase_remark(by=cast.karin, now=LATER, remark_id=asked + 1, decision=DECISION)


def test_only_the_data_protection_officer_erases(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=[f"Det {CANARY}a huset."])
    for stranger in cast.but("karin"):
        with refused(Permission.ERASE):
            erase_paragraph(by=stranger, now=LATER, paragraph_id=picture.written[0], decision=DECISION)
    assert "pictures_version" in tables_with(CANARY)
    with pytest.raises(NotFound):
        _erase(cast, "f" * 32)
