"""Signing: what is missing, what is asked for, and what nobody can undo."""

from dataclasses import replace
from datetime import timedelta

import pytest

from samsyn.accounts import queries as accounts
from samsyn.core.access import InfoClass
from samsyn.core.errors import NotAllowed
from samsyn.core.pictures import history
from samsyn.core.pictures.causes import Cause
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures import projection
from samsyn.pictures.actions.drafting import remove_paragraph
from samsyn.pictures.actions.signing import Signature, StatedCause, sign_picture
from samsyn.pictures.errors import AlreadySigned, DraftChanged, NothingToSign, NotReady
from samsyn.pictures.models import Version
from samsyn.pictures.queries import versions
from tests.builders import Begun, a_picture, a_signed_picture, new_id, sign
from tests.cast import HERE, NOW, Cast

LATER = NOW + timedelta(days=30)


def _lacking(picture: Begun, **how: object) -> list[tuple[str, str]]:
    with pytest.raises(NotReady) as refused_because:
        sign(picture, **how)  # type: ignore[arg-type]
    missing = refused_because.value.facts["missing"]
    return [(item.code, item.detail) for item in missing if item.blocking]  # type: ignore[attr-defined]


def test_a_signed_version_holds_every_word_of_the_draft(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt.", "Gången är mörk."])
    document = picture.draft.document
    version = sign(picture)
    assert versions.reading(by=cast.astrid, facts=version, on=NOW.date()).document == document
    assert (version.number, version.signed_by, version.signed_at, version.in_force) == (1, "astrid", NOW, True)


def test_the_next_version_takes_over_and_the_first_stays_as_it_was(cast: Cast) -> None:
    picture, first = a_signed_picture(cast)
    stored = Version.objects.get(pk=first.id).document
    picture.write("Gången är mörk.")
    second = sign(picture, now=LATER)
    before = versions.version(by=cast.astrid, unit_id=picture.unit_id, number=1)
    assert (second.number, second.in_force, before.superseded_at) == (2, True, LATER)
    assert Version.objects.get(pk=first.id).document == stored


def test_each_version_names_the_digest_before_it_and_verifies(cast: Cast) -> None:
    picture, first = a_signed_picture(cast)
    picture.write("Gången är mörk.")
    second = sign(picture)
    for facts in (first, second):
        stored = Version.objects.get(pk=facts.id).document
        assert history.verify(stored, digest=facts.digest) == ()
    assert first.digest in Version.objects.get(pk=second.id).document


def test_the_rows_say_the_same_as_the_document(cast: Cast) -> None:
    picture, first = a_signed_picture(cast)
    remove_paragraph(by=cast.astrid, now=NOW, unit_id=picture.unit_id, paragraph_id=picture.written[0], reason="Lagad.")
    picture.write("Gången är mörk.")
    for facts in (first, sign(picture)):
        assert projection.check(Version.objects.get(pk=facts.id)) == ()


def test_nothing_is_signed_without_saying_who_is_missing(cast: Cast) -> None:
    picture = a_picture(cast)
    missing = next(item for item in picture.draft.document.paragraphs() if item.kind is ParagraphKind.MISSING)
    remove_paragraph(by=cast.astrid, now=NOW, unit_id=picture.unit_id, paragraph_id=missing.id, reason="")
    assert _lacking(picture) == [("section", "missing")]


def test_every_criterion_of_a_listed_area_is_answered(cast_and_areas: Cast) -> None:
    picture = a_picture(cast_and_areas)
    answer = next(item for item in picture.draft.document.paragraphs() if item.facts.get("criterion") == "S4")
    remove_paragraph(by=picture.by, now=NOW, unit_id=picture.unit_id, paragraph_id=answer.id, reason="")
    assert _lacking(picture) == [("answer", "S4")]


def test_an_answer_stands_with_its_reason(cast_and_areas: Cast) -> None:
    picture = a_picture(cast_and_areas)
    picture.write(" ", chapter="Almhöjden", kind=ParagraphKind.ANSWER, facts={"criterion": "U6", "step": "3"})
    assert _lacking(picture) == [("answer-reason", "")]


def test_a_statement_says_how_certain_it_is(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Torget är mörkt.", certainty=None)
    assert _lacking(picture) == [("certainty", "")]


def test_a_changed_chapter_says_why(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast)
    picture.write("Gången är mörk.")
    assert _lacking(picture, causes={}) == [("cause", "")]


def test_the_cause_stands_in_the_version_that_it_explains(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast)
    picture.write("Gången är mörk.", info_class=InfoClass.K2)
    chapter = picture.chapters["Hela området"]
    second = sign(picture, causes={chapter: StatedCause(Cause.EVIDENCE, "Två nya iakttagelser.")})
    read = versions.reading(by=cast.astrid, facts=second, on=NOW.date()).document
    cause = next(item for item in read.paragraphs() if item.kind is ParagraphKind.CAUSE)
    assert (cause.text, cause.facts, cause.author) == ("Två nya iakttagelser.", {"cause": "evidence"}, "astrid")
    assert cause.info_class == InfoClass.K2, "marked as high as what it explains"


def test_a_cause_stated_for_an_unchanged_chapter_is_left_out(cast_and_areas: Cast) -> None:
    picture, _ = a_signed_picture(cast_and_areas)
    picture.write("Gången är mörk.", chapter="Hela området")
    stated = {chapter: StatedCause(Cause.WORLD) for chapter in picture.chapters.values()}
    read = versions.reading(by=cast_and_areas.astrid, facts=sign(picture, causes=stated), on=NOW.date()).document
    explained = [
        chapter.title for chapter in read.chapters for item in chapter.paragraphs if item.kind is ParagraphKind.CAUSE
    ]
    assert explained == ["Hela området"]


def test_causes_are_never_part_of_the_next_version(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast)
    picture.write("Gången är mörk.")
    sign(picture)
    picture.write("Parken är mörk.")
    read = versions.reading(by=cast.astrid, facts=sign(picture), on=NOW.date()).document
    assert len([item for item in read.paragraphs() if item.kind is ParagraphKind.CAUSE]) == 1


def test_a_draft_that_changed_a_second_ago_is_not_signed(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    signature = Signature(picture.draft.edition, {})
    picture.write("Gången är mörk.", by=cast.bjorn, now=NOW + timedelta(seconds=1))
    with pytest.raises(DraftChanged) as refused_because:
        sign_picture(by=cast.astrid, now=NOW, unit_id=picture.unit_id, signature=signature, chance=new_id)
    assert refused_because.value.facts == {"by": "bjorn", "at": NOW + timedelta(seconds=1)}
    assert versions.versions_of(by=cast.astrid, unit_id=picture.unit_id) == ()


def test_the_same_signature_twice_makes_one_version(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    signature = Signature(picture.draft.edition, {})
    sign_picture(by=cast.astrid, now=NOW, unit_id=picture.unit_id, signature=signature, chance=new_id)
    with pytest.raises(AlreadySigned) as refused_because:
        sign_picture(by=cast.astrid, now=NOW, unit_id=picture.unit_id, signature=signature, chance=new_id)
    assert refused_because.value.facts == {"number": 1}
    assert len(versions.versions_of(by=cast.astrid, unit_id=picture.unit_id)) == 1


def test_an_unchanged_draft_is_not_signed_again(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast)
    with pytest.raises(NothingToSign):
        sign(picture)


def test_a_paragraph_begun_and_never_filled_is_left_out(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    key = picture.write("  ")
    assert key not in [
        item.id for item in versions.reading(by=cast.astrid, facts=sign(picture), on=NOW.date()).document.paragraphs()
    ]


def test_a_substitute_signs_in_the_time_given_and_the_version_says_so(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    assert sign(picture, by=cast.jonna).substitute
    picture.write("Gången är mörk.")
    later = NOW + timedelta(days=15)
    jonna = accounts.actor(cast.jonna.person_id, now=later)
    with pytest.raises(NotAllowed):
        sign_picture(
            by=jonna,
            now=later,
            unit_id=picture.unit_id,
            signature=Signature(picture.draft.edition, {}),
            chance=new_id,
        )


def test_the_chiefs_own_signature_is_not_a_substitutes(cast: Cast) -> None:
    _, version = a_signed_picture(cast)
    assert not version.substitute


def test_whoever_lost_the_role_meanwhile_signs_nothing_and_loses_no_words(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    ended = replace(cast.astrid, roles=())
    with pytest.raises(NotAllowed):
        sign_picture(
            by=ended, now=NOW, unit_id=picture.unit_id, signature=Signature(picture.draft.edition, {}), chance=new_id
        )
    assert "Torget är mörkt." in [item.text for item in picture.draft.document.paragraphs()]


def test_a_version_carries_the_highest_class_in_it(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Källan säger mer.", by=cast.lars, info_class=InfoClass.K3)
    version = sign(picture)
    assert Version.objects.get(pk=version.id).info_class == InfoClass.K3
    assert Version.objects.get(pk=version.id).owner_unit_id == cast.unit(HERE)
