"""Who reads what: own unit and all above, never beside, below only their own words."""

from datetime import timedelta

import pytest

from samsyn.audit.queries import own_log
from samsyn.core.access import InfoClass, Permission, Purpose
from samsyn.core.errors import NotFound
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.actions.drafting import edit_paragraph
from samsyn.pictures.actions.reading import open_version
from samsyn.pictures.errors import PurposeMissing
from samsyn.pictures.queries import drafts, standing, versions
from tests.builders import Begun, a_picture, a_signed_picture, lift, sign, wording
from tests.cast import ABOVE, BESIDE, HERE, NOW, Cast, without_purpose
from tests.refusal import refused

LATER = NOW + timedelta(days=10)


def _texts(document_of: object) -> list[str]:
    paragraphs = document_of.document.paragraphs()  # type: ignore[attr-defined]
    return [item.text for item in paragraphs if item.kind is ParagraphKind.TEXT]


def test_own_unit_and_every_level_above_read_a_signed_version(cast: Cast) -> None:
    _, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    for reader in (cast.astrid, cast.bjorn, cast.lars, cast.jonna, cast.hanna, cast.eva, cast.farid, cast.karin):
        found = versions.version(by=reader, unit_id=cast.unit(HERE))
        assert found == version, reader.username
        assert _texts(versions.reading(by=reader, facts=found, on=NOW.date())) == ["Torget är mörkt."]


def test_nobody_beside_below_or_without_a_role_knows_of_it(cast: Cast) -> None:
    _, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    for stranger in (cast.cecilia, cast.dawit, cast.gun, cast.ivar):
        with refused(Permission.PICTURE_READ):
            versions.version(by=stranger, unit_id=cast.unit(HERE))
        assert versions.versions_of(by=stranger, unit_id=cast.unit(HERE)) == ()
        assert versions.in_force(by=stranger) == ()
        assert _texts(versions.reading(by=stranger, facts=version, on=NOW.date())) == []


def test_a_draft_is_read_by_its_own_unit_alone(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    for reader in (cast.astrid, cast.bjorn, cast.lars, cast.jonna):
        assert _texts(Begun(picture.unit_id, reader, picture.chapters).draft) == ["Torget är mörkt."]
    for stranger in cast.but("astrid", "bjorn", "lars", "jonna"):
        with refused(Permission.DRAFT_READ):
            _ = Begun(picture.unit_id, stranger, picture.chapters).draft


def test_a_unit_below_reads_an_upper_version_only_where_its_own_words_are_lifted(cast: Cast) -> None:
    here, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    upper = a_picture(cast, unit=ABOVE, texts=["Länets egen mening."])
    lift(upper, "Ett torg är mörkt.", [(version, here.written[0])])
    above = sign(upper)
    read = versions.reading(
        by=cast.astrid, facts=versions.version(by=cast.astrid, unit_id=cast.unit(ABOVE)), on=NOW.date()
    )
    assert (_texts(read), read.whole) == (["Ett torg är mörkt."], False)
    assert versions.reading(by=cast.hanna, facts=above, on=NOW.date()).whole
    with pytest.raises(NotFound):
        versions.version(by=cast.cecilia, unit_id=cast.unit(ABOVE))


def test_a_paragraph_above_ones_class_leaves_no_gap(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    picture.write("Källan säger mer.", by=cast.lars, info_class=InfoClass.K3)
    version = sign(picture)
    mine = versions.reading(by=cast.bjorn, facts=version, on=NOW.date())
    assert (_texts(mine), mine.highest, mine.withheld) == (["Torget är mörkt."], InfoClass.K1, 0)
    theirs = versions.reading(by=cast.lars, facts=version, on=NOW.date())
    assert _texts(theirs) == ["Torget är mörkt.", "Källan säger mer."]


def test_a_chapter_with_nothing_readable_is_not_shown_at_all(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    from_lars = picture.write("Källan säger mer.", by=cast.lars, info_class=InfoClass.K3)
    version = sign(picture)
    ids = [item.id for item in versions.reading(by=cast.bjorn, facts=version, on=NOW.date()).document.paragraphs()]
    assert from_lars not in ids
    with pytest.raises(NotFound):
        versions.paragraph(by=cast.bjorn, facts=version, paragraph_id=from_lars)


def test_marked_text_waits_for_a_purpose_and_is_counted(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    marked = picture.write("Två butiker betalar.", info_class=InfoClass.K2)
    version = sign(picture)
    read = versions.reading(by=without_purpose(cast.eva), facts=version, on=NOW.date())
    assert (_texts(read), read.withheld) == (["Torget är mörkt."], 1)
    with pytest.raises(PurposeMissing):
        versions.paragraph(by=without_purpose(cast.eva), facts=version, paragraph_id=marked)
    draft = Begun(picture.unit_id, without_purpose(cast.lars), picture.chapters).draft
    assert (_texts(draft), draft.withheld) == (["Torget är mörkt."], 1)


def test_ones_own_marked_words_stand_in_the_draft_without_a_purpose(cast: Cast) -> None:
    picture = a_picture(cast)
    marked = picture.write("Två butiker betalar.", by=cast.bjorn, info_class=InfoClass.K2)
    draft = Begun(picture.unit_id, without_purpose(cast.bjorn), picture.chapters).draft
    assert (_texts(draft), draft.withheld) == (["Två butiker betalar."], 0)
    kept = wording("Tre butiker betalar.", info_class=InfoClass.K2)
    by = without_purpose(cast.bjorn)
    edit_paragraph(by=by, now=NOW, unit_id=picture.unit_id, paragraph_id=marked, rev=1, wording=kept)
    with pytest.raises(PurposeMissing):
        drafts.paragraph(by=without_purpose(cast.astrid), unit_id=picture.unit_id, paragraph_id=marked)


def test_reading_marked_text_is_logged_with_its_purpose(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Två butiker betalar.", info_class=InfoClass.K2)
    version = sign(picture)
    open_version(by=cast.eva, now=NOW, facts=version)
    row = own_log(by=cast.eva)[0]
    assert (row.event, row.target, row.purpose) == ("picture.read", f"version:{version.id}", Purpose.FOLLOW_UP.value)
    assert row.facts == {"number": 1, "class": 2, "way": "page"}


def test_reading_unmarked_text_leaves_no_row(cast: Cast) -> None:
    _, version = a_signed_picture(cast)
    open_version(by=cast.eva, now=NOW, facts=version)
    assert own_log(by=cast.eva) == ()


def test_reading_without_a_purpose_shows_nothing_marked_and_logs_nothing(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Två butiker betalar.", info_class=InfoClass.K2)
    open_version(by=without_purpose(cast.eva), now=NOW, facts=sign(picture))
    assert own_log(by=cast.eva) == ()


def test_any_day_shows_the_version_that_was_in_force_at_its_end(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Torget är mörkt."])
    picture.write("Gången är mörk.")
    sign(picture, now=LATER)
    numbers = {
        day: versions.version(by=cast.eva, unit_id=picture.unit_id, on=NOW.date() + timedelta(days=day)).number
        for day in (0, 9, 10, 100)
    }
    assert numbers == {0: 1, 9: 1, 10: 2, 100: 2}
    with pytest.raises(NotFound):
        versions.version(by=cast.eva, unit_id=picture.unit_id, on=NOW.date() - timedelta(days=1))


def test_a_signature_late_at_night_belongs_to_the_swedish_day(cast: Cast) -> None:
    late = NOW.replace(hour=23, minute=30)
    picture, _ = a_signed_picture(cast, now=late)
    with pytest.raises(NotFound):
        versions.version(by=cast.eva, unit_id=picture.unit_id, on=late.date())
    assert versions.version(by=cast.eva, unit_id=picture.unit_id, on=late.date() + timedelta(days=1)).number == 1


def test_a_number_that_is_not_there_is_not_found(cast: Cast) -> None:
    a_signed_picture(cast)
    with pytest.raises(NotFound):
        versions.version(by=cast.eva, unit_id=cast.unit(HERE), number=2)


def test_the_version_in_force_is_known_for_many_units_at_once(cast: Cast) -> None:
    _, here = a_signed_picture(cast)
    _, beside = a_signed_picture(cast, unit=BESIDE)
    wanted = [cast.unit(HERE), cast.unit(BESIDE), cast.unit(ABOVE)]
    assert standing.latest_by_unit(by=cast.eva, unit_ids=wanted) == {here.unit_id: here, beside.unit_id: beside}
    assert standing.latest_by_unit(by=cast.astrid, unit_ids=wanted) == {here.unit_id: here}
