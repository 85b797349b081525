"""Taking note of a version, and who sees that it has been done."""

from datetime import timedelta

import pytest

from samsyn.audit.queries import own_log
from samsyn.core.access import Permission
from samsyn.core.errors import NotAllowed
from samsyn.pictures.actions.reading import take_note
from samsyn.pictures.facts import Coverage
from samsyn.pictures.queries import receipts
from tests.builders import a_signed_picture, sign
from tests.cast import ABOVE, BESIDE, HERE, NATION, NOW, REGION, Cast
from tests.refusal import refused


def test_a_receipt_is_counted_for_the_unit_it_was_given_for_and_the_signer_has_one(cast: Cast) -> None:
    _, version = a_signed_picture(cast)
    take_note(by=cast.bjorn, now=NOW, facts=version, unit_id=cast.unit(HERE))
    take_note(by=cast.eva, now=NOW, facts=version, unit_id=cast.unit(REGION))
    chain = [cast.unit(code) for code in (HERE, ABOVE, REGION, NATION)]
    assert receipts.coverage(version_id=version.id, unit_ids=chain, now=NOW) == (
        Coverage(cast.unit(HERE), 4, 2, NOW),
        Coverage(cast.unit(ABOVE), 1, 0, None),
        Coverage(cast.unit(REGION), 1, 1, NOW),
        Coverage(cast.unit(NATION), 2, 0, None),
    )


def test_taking_note_twice_counts_once_and_is_logged_once(cast: Cast) -> None:
    _, version = a_signed_picture(cast)
    for minutes in (0, 5):
        take_note(by=cast.eva, now=NOW + timedelta(minutes=minutes), facts=version, unit_id=cast.unit(REGION))
    covered = receipts.coverage(version_id=version.id, unit_ids=[cast.unit(REGION)], now=NOW)
    assert covered == (Coverage(cast.unit(REGION), 1, 1, NOW),)
    assert [row.event for row in own_log(by=cast.eva)] == ["picture.noted"]


def test_nobody_takes_note_for_a_unit_where_they_read_nothing(cast: Cast) -> None:
    _, version = a_signed_picture(cast)
    for stranger in (cast.gun, cast.ivar, cast.dawit):
        with refused(Permission.PICTURE_READ):
            take_note(by=stranger, now=NOW, facts=version, unit_id=cast.unit(HERE))
    with pytest.raises(NotAllowed):
        take_note(by=cast.eva, now=NOW, facts=version, unit_id=cast.unit(HERE))


def test_nobody_takes_note_of_a_version_that_is_not_theirs_to_read(cast: Cast) -> None:
    _, version = a_signed_picture(cast)
    with refused(Permission.PICTURE_READ):
        take_note(by=cast.cecilia, now=NOW, facts=version, unit_id=cast.unit(BESIDE))


def test_the_reader_is_told_which_earlier_version_they_took_note_of(cast: Cast) -> None:
    picture, first = a_signed_picture(cast)
    take_note(by=cast.eva, now=NOW, facts=first, unit_id=cast.unit(REGION))
    picture.write("Gången är mörk.")
    second = sign(picture, now=NOW + timedelta(days=1))
    assert receipts.latest_noted(by=cast.eva, picture_id=second.picture_id, before=second.number) == (1, NOW)
    assert receipts.latest_noted(by=cast.farid, picture_id=second.picture_id, before=second.number) is None
    assert receipts.noted(by=cast.eva, version_ids=[first.id, second.id]) == {first.id}
    assert receipts.taken_note_of(by=cast.eva, picture_id=second.picture_id, until=2, limit=9) == {1: NOW}


def test_a_role_that_has_ended_is_no_longer_expected_to_read(cast: Cast) -> None:
    _, version = a_signed_picture(cast)
    after_jonna = NOW + timedelta(days=20)
    assert receipts.coverage(version_id=version.id, unit_ids=[cast.unit(HERE)], now=after_jonna)[0].expected == 3
