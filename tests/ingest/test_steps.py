"""The steps of an import on small layers: nothing loads while a doubt is open, and nothing is ever half loaded."""

from datetime import date

import pytest
from django.db import transaction

from samsyn.areas import imports, queries
from samsyn.areas.facts import RunFacts
from samsyn.areas.imports import AlreadyLoaded
from samsyn.areas.lists import ListOlderThanLatest
from samsyn.areas.models import Area, AreaSpan, ImportRun, ListEdition, Snapshot
from samsyn.core.access import Permission
from samsyn.ingest.areas import load
from samsyn.ingest.areas.basis import ListDateNear
from samsyn.ingest.areas.decisions import Decision, DecisionsUnreadable, read_decisions
from tests.areas.land import NOW, actor
from tests.ingest.layers import feature, layer, square
from tests.ingest.nation import KEEPS, Nation, asked, fates
from tests.refusal import refused

FIRST, SECOND, THIRD = date(2021, 12, 1), date(2023, 12, 1), date(2025, 12, 1)
OLD = layer(feature("Norra / Södra"), feature("Torget", square(610_000)))
HALF = square(600_000, side=400)
NEW = layer(
    feature("Norra", HALF),
    feature("Södra", square(600_700, 6_600_700, side=400)),
    feature("Torget", square(610_000)),
)
DOUBT = "norra-sodra>sodra"


@pytest.fixture
def started(empty: Nation) -> Nation:
    empty.load(empty.bring_in(OLD, FIRST))
    return empty


def test_nothing_loads_while_a_doubt_is_open(started: Nation) -> None:
    run = started.bring_in(NEW, SECOND)
    assert asked(run) == [DOUBT]
    with pytest.raises(load.DoubtsOpen) as caught:
        started.load(run)
    assert caught.value.facts == {"doubts": [DOUBT]}
    assert ListEdition.objects.count() == 1


@pytest.mark.parametrize(("yes", "fate"), [(True, "split"), (False, "new")])
def test_an_answer_decides_and_is_kept_with_its_reason(started: Nation, yes: bool, fate: str) -> None:
    run = started.answer(started.bring_in(NEW, SECOND), {DOUBT: yes})
    assert next(line for line in run.proposal["lines"] if line["name"] == "Södra")["fate"] == fate
    loaded = started.load(run)
    assert loaded.state == "loaded"
    assert [(one["doubt"], one["yes"], one["reason"], one["by"]) for one in loaded.decisions] == [
        (DOUBT, yes, "Så är det.", "ivar")
    ]


def test_a_later_answer_replaces_an_earlier_and_one_to_no_doubt_is_left_out(started: Nation) -> None:
    run = started.bring_in(NEW, SECOND)
    started.answer(run, {DOUBT: False, "nobody>asked": True})
    run = started.answer(run, {DOUBT: True})
    assert [(one["doubt"], one["yes"]) for one in run.decisions] == [(DOUBT, True)]


def test_the_same_file_twice_is_one_import_and_changes_nothing(started: Nation) -> None:
    before = (Snapshot.objects.count(), ImportRun.objects.count(), AreaSpan.objects.count())
    run = started.bring_in(OLD, FIRST)
    assert run.state == "loaded"
    assert started.load(run) == run
    assert (Snapshot.objects.count(), ImportRun.objects.count(), AreaSpan.objects.count()) == before


def test_a_loaded_import_takes_no_more_answers(started: Nation) -> None:
    run = started.bring_in(OLD, FIRST)
    with pytest.raises(AlreadyLoaded):
        started.answer(run, {DOUBT: True})
    with pytest.raises(AlreadyLoaded):
        imports.close_run(by=started.keeper, now=NOW, run_id=run.id, edition_id=1)


def test_what_was_shown_is_what_is_loaded_or_nothing(empty: Nation) -> None:
    run = empty.bring_in(NEW, SECOND)
    empty.load(empty.bring_in(OLD, FIRST))
    with pytest.raises(load.DoubtsOpen):
        empty.load(run)
    said = {"doubt": DOUBT, "yes": True, "reason": "x", "by": "ivar", "at": ""}
    ImportRun.objects.filter(pk=run.id).update(decisions=[said])
    with pytest.raises(load.ProposalStale):
        empty.load(run)
    assert ListEdition.objects.count() == 1


def test_a_refused_row_is_a_doubt_since_its_area_would_be_missing(started: Nation) -> None:
    broken = layer(feature("Norra / Södra"), feature("Torget", {"type": "Point", "coordinates": [6e5, 66e5]}))
    run = started.bring_in(broken, SECOND)
    assert asked(run) == ["row:2"]
    with transaction.atomic(), pytest.raises(load.RunRefused):
        started.load(started.answer(run, {"row:2": False}))
    started.load(started.answer(run, {"row:2": True}))
    areas = queries.areas_in(started.id, on=SECOND, by=started.keeper)
    assert [area.name for area in areas] == ["Norra / Södra"]


def test_a_crash_halfway_leaves_nothing(started: Nation, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(**_: object) -> RunFacts:
        raise RuntimeError

    run = started.answer(started.bring_in(NEW, SECOND), {DOUBT: True})
    with monkeypatch.context() as patch:
        patch.setattr(imports, "close_run", crash)
        with pytest.raises(RuntimeError), transaction.atomic():
            started.load(run)
    assert (ListEdition.objects.count(), Area.objects.count()) == (1, 2)
    assert started.load(run).state == "loaded"


def test_an_answer_against_a_known_list_is_refused(started: Nation) -> None:
    started.load(started.answer(started.bring_in(NEW, SECOND), {DOUBT: True}))
    again = layer(
        feature("Norra", HALF),
        feature("Södra", square(600_700, 6_600_700, side=401)),
        feature("Torget", square(610_000)),
    )
    run = started.bring_in(again, SECOND)
    assert next(one for one in run.proposal["questions"])["recorded"] is True
    with pytest.raises(load.ContradictsRecord), transaction.atomic():
        started.load(started.answer(run, {DOUBT: False}))
    assert started.load(started.answer(run, {DOUBT: True})).state == "loaded"


def test_a_row_that_a_known_list_does_not_hold_is_told_and_left_out(started: Nation) -> None:
    more = layer(feature("Norra / Södra"), feature("Torget", square(610_000)), feature("Ny", square(620_000)))
    run = started.bring_in(more, FIRST)
    assert [one["rule"] for one in run.report] == ["not-on-recorded-list"]
    started.load(run)
    assert len(queries.areas_in(started.id, on=FIRST, by=started.keeper)) == 2


def test_a_known_list_with_fewer_rows_in_the_file_says_which_are_missing(started: Nation) -> None:
    run = started.bring_in(layer(feature("Torget", square(610_000))), FIRST)
    assert [(one["rule"], one["facts"]["names"]) for one in run.report] == [("recorded-without-row", ["Norra / Södra"])]


@pytest.mark.parametrize(
    ("day", "error"), [(date(2021, 12, 10), ListDateNear), (date(2019, 6, 1), ListOlderThanLatest)]
)
def test_a_day_that_cannot_be_the_lists_is_refused(started: Nation, day: date, error: type[Exception]) -> None:
    with pytest.raises(error), transaction.atomic():
        started.bring_in(NEW, day)
    assert Snapshot.objects.count() == 1


def test_an_area_that_left_can_return_under_its_old_key(started: Nation) -> None:
    started.load(started.bring_in(layer(feature("Torget", square(610_000))), SECOND))
    run = started.bring_in(OLD, THIRD)
    assert [line["key"] for line in fates(run)["returned"]] == ["norra-sodra"]
    started.load(run)
    assert Area.objects.count() == 2


def test_another_place_with_a_taken_name_gets_a_key_of_its_own(started: Nation) -> None:
    run = started.bring_in(layer(feature("Torget", square(610_000)), feature("Norra Södra", square(650_000))), SECOND)
    keys = {line["name"]: line["key"] for line in run.proposal["lines"]}
    assert keys["Norra Södra"] == "norra-sodra-almhojden"


@pytest.mark.parametrize("keeps_another", [False, True])
def test_only_the_keeper_takes_the_steps(started: Nation, keeps_another: bool) -> None:
    run = started.bring_in(NEW, SECOND)
    other = (
        actor(*KEEPS, unit_id=started.id + 99) if keeps_another else actor(Permission.AREAS_READ, unit_id=started.id)
    )
    stranger = Nation(started.id, other)
    with refused(Permission.AREAS_KEEP):
        stranger.bring_in(NEW, SECOND)
    with refused(Permission.AREAS_KEEP):
        stranger.answer(run, {DOUBT: True})
    with refused(Permission.AREAS_KEEP):
        stranger.load(run)
    with refused(Permission.AREAS_KEEP):
        imports.run(run.id, by=other)
    with refused(Permission.AREAS_KEEP):
        imports.snapshot_content(run.snapshot.id, by=other)
    assert imports.runs(started.id, by=other) == ()


def test_decisions_are_read_from_a_file() -> None:
    content = '[[decision]]\ndoubt = "a>b"\nyes = true\nreason = " Därför. "\n'.encode()
    assert read_decisions(content) == {"a>b": Decision("a>b", yes=True, reason="Därför.")}
    assert read_decisions(b"") == {}


@pytest.mark.parametrize(
    "content",
    [
        b"\xff",
        b"not toml",
        b"decision = 1",
        b'[[decision]]\ndoubt = "a"\nyes = "ja"\nreason = "x"',
        b'[[decision]]\ndoubt = "a"\nyes = true\nreason = " "',
        b"decision = [1]",
    ],
)
def test_decisions_of_another_shape_are_refused(content: bytes) -> None:
    with pytest.raises(DecisionsUnreadable):
        read_decisions(content)
