"""The training nation tells a story: enough of everything for a new user to see what the program is for."""

import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta
from importlib import resources
from typing import Any

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from samsyn.accounts import queries as accounts
from samsyn.areas import history as area_history
from samsyn.areas import queries as areas
from samsyn.audit import queries as trail
from samsyn.cli.seed.lists import newest_list_on
from samsyn.cli.seed.run import latest_afternoon, seed
from samsyn.core import guard
from samsyn.core.access import Actor, Purpose
from samsyn.core.periods import day_of
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures import definitions, integrity
from samsyn.pictures.models import Version
from samsyn.pictures.queries import drafts, receipts, remarks, standing, trace, versions
from samsyn.pictures.queries.signing import signing_view
from tests.cast import ABOVE, BESIDE, FAR, HERE, NATION, NOW, REGION

TODAY = day_of(NOW)


@pytest.fixture(scope="module")
def told(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Make the training nation as the demo does, once for all tests here, which only read."""
    with django_db_blocker.unblock(), transaction.atomic():
        seed(now=NOW)
        yield
        transaction.set_rollback(True)


def _who(username: str) -> Actor:
    return accounts.actor(accounts.person(username).id, now=NOW, purpose=Purpose.FOLLOW_UP)


def _unit(code: str) -> int:
    return areas.unit_by_code(code, on=TODAY).id


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def test_no_word_of_it_points_at_a_person() -> None:
    folder = resources.files("samsyn.cli.seed") / "content"
    for file in folder.iterdir():
        for text in _strings(tomllib.loads(file.read_text(encoding="utf-8"))):
            assert guard.inspect(text) == (), (file.name, text)


def test_the_district_has_four_versions_of_which_one_corrects_another(told: None) -> None:
    found = versions.versions_of(by=_who("farid"), unit_id=_unit(HERE))
    assert [(one.number, one.signed_by, one.corrects, one.substitute) for one in found] == [
        (4, "astrid", None, False),
        (3, "jonna", 2, True),
        (2, "jonna", None, True),
        (1, "astrid", None, False),
    ]


def test_every_section_of_the_method_is_filled_in(told: None) -> None:
    by = _who("astrid")
    document = versions.reading(by=by, facts=versions.version(by=by, unit_id=_unit(HERE)), on=TODAY).document
    for chapter in document.chapters:
        written = {item.section for item in chapter.paragraphs}
        wanted = {one.key for one in definitions.method(document.method).sections_in(chapter.kind)}
        if chapter.title in {"Almhöjden", "Norra Torget"}:
            assert wanted <= written, chapter.title
    kinds = {item.kind for item in document.paragraphs()}
    assert kinds == set(ParagraphKind)
    assert {int(item.info_class) for item in document.paragraphs()} == {0, 1, 2, 3}


def test_the_versions_differ_for_causes_of_several_kinds(told: None) -> None:
    by = _who("farid")
    picture_id = versions.version(by=by, unit_id=_unit(HERE)).picture_id
    reasons = versions.reasons(by=by, picture_id=picture_id, after=1, until=4)
    causes = {one.paragraph.facts["cause"] for one in reasons if one.paragraph.kind is ParagraphKind.CAUSE}
    assert causes == {"world", "evidence", "assessor", "boundary"}
    assert [one.paragraph.text for one in reasons if one.paragraph.kind is ParagraphKind.REMOVAL] == [
        "Hemtjänsten är tillbaka på kvällarna sedan fyra veckor. Gruppledaren har bekräftat det."
    ]


def test_receipts_are_as_many_as_the_drawn_start_page_says(told: None) -> None:
    version = versions.version(by=_who("astrid"), unit_id=_unit(HERE))
    units = [_unit(code) for code in (HERE, ABOVE, REGION, NATION)]
    covered = receipts.coverage(version_id=version.id, unit_ids=units, now=NOW)
    assert [(one.confirmed, one.expected) for one in covered] == [(38, 41), (2, 3), (1, 2), (0, 2)]


def test_one_need_is_answered_in_part_and_one_is_late(told: None) -> None:
    astrid = _who("astrid")
    verdicts = {one.verdict for one in remarks.needs_of(by=astrid, unit_ids=[_unit(HERE)])}
    assert verdicts == {"", "ja", "delvis"}
    assert "Två utredare på plats i området i sex månader" in remarks.needs_late(by=astrid, today=TODAY)[0].text
    assert [one.verdict for one in remarks.needs_of(by=_who("hanna"), unit_ids=[_unit(ABOVE)])] == ["nej"]


def test_one_question_has_a_reply_and_one_waits(told: None) -> None:
    waiting = remarks.questions_waiting(by=_who("astrid"))
    assert [one.text for one in waiting] == [
        "Vad bygger ni vissheten på? Är det samma uppgift från två butiker eller två olika?"
    ]
    assert trail.own_log(by=_who("bjorn"))


def test_every_level_rests_on_the_street_and_the_flags_show(told: None) -> None:
    by = _who("farid")
    stale = {}
    for code in (ABOVE, REGION, NATION):
        version = versions.version(by=by, unit_id=_unit(code))
        lifts = trace.lifts_down(by=by, upper_version_id=version.id)
        assert _unit(HERE) in {one.lower_unit_id for one in lifts}
        assert remarks.dissents_along(by=by, lifts=lifts)
        stale[code] = "changed" in {one.stale for one in lifts}
    assert stale == {ABOVE: True, REGION: False, NATION: True}


def test_the_draft_under_way_lacks_two_things(told: None) -> None:
    astrid = _who("astrid")
    view = signing_view(by=astrid, unit_id=_unit(HERE), today=TODAY)
    assert {(one.code, one.detail) for one in view.lacking if one.blocking} == {
        ("answer-reason", ""),
        ("section", "missing"),
    }
    assert {one.title for one in view.changes} == {
        "Almhöjden",
        "Kvarnparken",
        "Norra Torget",
        "Parkeringen vid idrottshallen",
    }
    assert drafts.draft(by=astrid, unit_id=_unit(HERE), today=TODAY).changed_by == "bjorn"


def test_one_local_area_is_late_in_the_round(told: None) -> None:
    (asked,) = standing.open_rounds(nation_id=_unit(NATION))
    answered = standing.round_answers(
        by=_who("farid"), round_facts=asked, unit_ids=[_unit(code) for code in (HERE, BESIDE, FAR)]
    )
    assert asked.due_on < TODAY
    assert set(answered) == {_unit(HERE), _unit(BESIDE)}


def test_the_lists_hold_a_split_a_moved_boundary_and_a_new_area(told: None) -> None:
    by = _who("ivar")
    parts = area_history.area_history("kvarnbacken", by=by).later
    assert {(one.name, one.fate) for one in parts} == {("Kvarnparken", "split"), ("Kvarnängen", "split")}
    assert [line.boundary_moved for line in area_history.area_history("almhojden", by=by).lines] == [True, False, False]
    assert len(area_history.area_history("norra-torget", by=by).lines) == 1


def test_the_real_nation_stands_beside_it_and_nothing_is_invented_there(told: None) -> None:
    real = next(one for one in areas.nations(on=TODAY) if not one.training)
    assert len(areas.areas_in(real.id, on=TODAY, by=_who("ivar"))) == 65
    assert {row.picture.unit.nation_id or row.picture.unit_id for row in Version.objects.all()} == {_unit(NATION)}


def test_everything_signed_verifies(told: None) -> None:
    ivar = _who("ivar")
    signed = {
        row.target: str(row.facts["digest"])
        for event in ("picture.signed", "picture.corrected")
        for row in trail.told_of(event, by=ivar)
    }
    assert [one for one in integrity.versions(by=ivar, signed=signed) if one.faults] == []


def test_seeding_twice_changes_nothing(told: None) -> None:
    before = Version.objects.count()
    seed(now=NOW + timedelta(days=3))
    assert Version.objects.count() == before


@pytest.mark.parametrize("year", [2025, 2026, 2027, 2028, 2029])
@pytest.mark.parametrize("month", [1, 6, 12])
def test_the_newest_list_is_never_newer_than_the_second_version(year: int, month: int) -> None:
    now = NOW.replace(year=year, month=month, day=1)
    list_on = newest_list_on(now)
    assert list_on.year % 2 == 1
    assert 300 <= (day_of(now) - list_on).days <= 300 + 2 * 366


def test_nobody_signs_at_night_or_in_the_future() -> None:
    for hour in (0, 7, 13, 14, 23):
        now = NOW.replace(hour=hour)
        at = latest_afternoon(now)
        assert at <= now
        assert at - now > timedelta(days=-1)
        assert isinstance(at, datetime)
