"""A collection round: opened by the nation, answered by a signature, closed."""

from datetime import timedelta

import pytest

from samsyn.core.access import Permission
from samsyn.core.errors import NotFound
from samsyn.pictures.actions.rounds import close_round, open_round
from samsyn.pictures.errors import RoundDatesTurned
from samsyn.pictures.facts import RoundFacts
from samsyn.pictures.queries import standing
from tests.builders import a_signed_picture, sign
from tests.cast import BESIDE, FAR, HERE, NATION, NOW, Cast
from tests.refusal import refused

TODAY = NOW.date()
DUE = TODAY + timedelta(days=30)


def _open(cast: Cast, title: str = "Insamling") -> RoundFacts:
    nation_id = cast.unit(NATION)
    open_round(by=cast.farid, now=NOW, nation_id=nation_id, title=title, due_on=DUE)
    return standing.open_rounds(nation_id=nation_id)[0]


def test_a_round_has_a_title_and_a_day(cast: Cast) -> None:
    found = _open(cast)
    assert (found.title, found.opened_at, found.due_on, found.closed_at) == ("Insamling", NOW, DUE, None)


def test_opening_the_same_round_twice_opens_one(cast: Cast) -> None:
    assert _open(cast) == _open(cast)
    assert len(standing.rounds(nation_id=cast.unit(NATION))) == 1


@pytest.mark.parametrize("days", [0, -1])
def test_a_day_that_has_come_is_no_deadline(cast: Cast, days: int) -> None:
    due = TODAY + timedelta(days=days)
    with pytest.raises(RoundDatesTurned):
        open_round(by=cast.farid, now=NOW, nation_id=cast.unit(NATION), title="Insamling", due_on=due)
    assert standing.open_rounds(nation_id=cast.unit(NATION)) == ()


def test_a_signature_after_the_opening_answers_the_round(cast: Cast) -> None:
    a_signed_picture(cast, unit=BESIDE, now=NOW - timedelta(days=1))
    asked = _open(cast)
    here, _ = a_signed_picture(cast, now=NOW + timedelta(days=3))
    here.write("Gången är mörk.")
    sign(here, now=NOW + timedelta(days=9))
    wanted = [cast.unit(code) for code in (HERE, BESIDE, FAR)]
    assert standing.last_signed(by=cast.farid, unit_ids=wanted) == {
        cast.unit(HERE): NOW + timedelta(days=9),
        cast.unit(BESIDE): NOW - timedelta(days=1),
    }
    answers = standing.round_answers(by=cast.farid, round_facts=asked, unit_ids=wanted)
    assert {unit: (one.number, one.on) for unit, one in answers.items()} == {
        cast.unit(HERE): (1, TODAY + timedelta(days=3)),
    }
    assert standing.round_answers(by=cast.cecilia, round_facts=asked, unit_ids=wanted) == {}


def test_a_closed_round_keeps_what_came_in_and_is_not_closed_again(cast: Cast) -> None:
    asked = _open(cast)
    a_signed_picture(cast, now=NOW + timedelta(days=3))
    later, nation_id = NOW + timedelta(days=31), cast.unit(NATION)
    close_round(by=cast.farid, now=later, nation_id=nation_id, round_id=asked.id)
    a_signed_picture(cast, unit=BESIDE, now=later + timedelta(days=1))
    (closed,) = standing.rounds(nation_id=nation_id)
    assert (closed.closed_at, standing.open_rounds(nation_id=nation_id)) == (later, ())
    answered = standing.round_answers(by=cast.farid, round_facts=closed, unit_ids=[cast.unit(HERE), cast.unit(BESIDE)])
    assert set(answered) == {cast.unit(HERE)}
    with pytest.raises(NotFound):
        close_round(by=cast.farid, now=later, nation_id=nation_id, round_id=asked.id)


def test_only_the_nations_coordinator_opens_and_closes(cast: Cast) -> None:
    asked, nation_id = _open(cast), cast.unit(NATION)
    for stranger in cast.but("farid"):
        with refused(Permission.ROUND_OPEN):
            open_round(by=stranger, now=NOW, nation_id=nation_id, title="Annan", due_on=DUE)
        with refused(Permission.ROUND_OPEN):
            close_round(by=stranger, now=NOW, nation_id=nation_id, round_id=asked.id)
