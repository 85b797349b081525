"""A correction replaces a version, and everyone who read the old one is told."""

from datetime import timedelta

from samsyn.audit.queries import own_log
from samsyn.pictures.actions.drafting import edit_paragraph
from samsyn.pictures.actions.reading import take_note
from samsyn.pictures.facts import VersionFacts
from samsyn.pictures.queries import start, versions
from tests.builders import Begun, a_signed_picture, sign, wording
from tests.cast import ABOVE, NOW, REGION, Cast

LATER = NOW + timedelta(days=1)


def _corrected(cast: Cast) -> tuple[Begun, VersionFacts, VersionFacts]:
    picture, first = a_signed_picture(cast, texts=["Här bor 5 100 personer."])
    take_note(by=cast.hanna, now=NOW, facts=first, unit_id=cast.unit(ABOVE))
    edit_paragraph(
        by=cast.bjorn,
        now=LATER,
        unit_id=picture.unit_id,
        paragraph_id=picture.written[0],
        rev=1,
        wording=wording("Här bor 5 700 personer."),
    )
    return picture, first, sign(picture, now=LATER, correction=True)


def test_a_correction_and_what_it_corrects_name_each_other(cast: Cast) -> None:
    picture, _, second = _corrected(cast)
    old = versions.version(by=cast.astrid, unit_id=picture.unit_id, number=1)
    assert (second.number, second.corrects, old.corrected_by) == (2, 1, 2)
    assert (second.in_force, old.in_force) == (True, False)


def test_the_corrected_version_stays_readable(cast: Cast) -> None:
    _, first, _ = _corrected(cast)
    read = versions.reading(by=cast.eva, facts=first, on=LATER.date()).document
    assert "Här bor 5 100 personer." in [item.text for item in read.paragraphs()]


def test_those_who_took_note_of_the_old_one_are_told(cast: Cast) -> None:
    _, _, second = _corrected(cast)
    assert [one.id for one in start.corrected_after_reading(by=cast.hanna)] == [second.id]
    assert start.corrected_after_reading(by=cast.eva) == ()


def test_taking_note_of_the_correction_ends_the_telling(cast: Cast) -> None:
    _, _, second = _corrected(cast)
    take_note(by=cast.hanna, now=LATER, facts=second, unit_id=cast.unit(ABOVE))
    assert start.corrected_after_reading(by=cast.hanna) == ()


def test_a_revision_tells_nobody_that_the_old_one_was_wrong(cast: Cast) -> None:
    picture, first = a_signed_picture(cast)
    take_note(by=cast.eva, now=NOW, facts=first, unit_id=cast.unit(REGION))
    picture.write("Gången är mörk.")
    second = sign(picture, now=LATER)
    assert second.corrects is None
    assert start.corrected_after_reading(by=cast.eva) == ()


def test_the_trail_tells_a_correction_from_a_revision(cast: Cast) -> None:
    _corrected(cast)
    events = [row.event for row in own_log(by=cast.astrid)]
    assert (events.count("picture.signed"), events.count("picture.corrected")) == (1, 1)
