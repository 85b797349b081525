"""Lifting from below: markings that hold, and sources that changed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.access import InfoClass, Zone
from samsyn.core.pictures.document import Certainty, Paragraph, Source
from samsyn.core.pictures.rollup import (
    Marking,
    Stale,
    lifted_class,
    may_lower,
    stale,
)
from tests.core.pictures.samples import PARAGRAPHS, paragraph

MARKINGS = st.builds(Marking, st.sampled_from(InfoClass), st.sampled_from(Zone))


@pytest.mark.parametrize(
    ("marked", "least"),
    [
        ([], Marking(InfoClass.K0, Zone.OPEN)),
        ([(InfoClass.K1, Zone.OPEN)], Marking(InfoClass.K1, Zone.OPEN)),
        ([(InfoClass.K3, Zone.OPEN), (InfoClass.K0, Zone.SHARED)], Marking(InfoClass.K3, Zone.SHARED)),
        ([(InfoClass.K1, Zone.SHARED), (InfoClass.K2, Zone.POLICE)], Marking(InfoClass.K2, Zone.POLICE)),
    ],
)
def test_a_lift_carries_the_highest_class_and_the_strictest_zone(
    marked: list[tuple[InfoClass, Zone]], least: Marking
) -> None:
    assert lifted_class(paragraph(info_class=info_class, zone=zone) for info_class, zone in marked) == least


@given(st.lists(PARAGRAPHS, max_size=4))
def test_the_least_marking_covers_every_source(sources: list[Paragraph]) -> None:
    least = lifted_class(sources)
    assert all(least.covers(Marking(item.info_class, item.zone)) for item in sources)


@given(MARKINGS, MARKINGS)
def test_two_markings_that_cover_each_other_are_the_same(one: Marking, other: Marking) -> None:
    assert (one.covers(other) and other.covers(one)) == (one == other)


def test_only_words_are_a_reason_to_lower_a_marking() -> None:
    assert may_lower("Bara det som redan är känt.")
    assert not may_lower("")
    assert not may_lower("  \n")


SOURCE = Source(7, "p1")
LIFTED = paragraph("p1")


@pytest.mark.parametrize(
    ("lifted", "current", "fate"),
    [
        (LIFTED, [LIFTED], None),
        (LIFTED, [replace(LIFTED, section="patterns", sources=(SOURCE,), author="jonna")], None),
        (LIFTED, [replace(LIFTED, text="Annat.")], Stale.CHANGED),
        (LIFTED, [replace(LIFTED, certainty=Certainty.UNCERTAIN)], Stale.CHANGED),
        (LIFTED, [replace(LIFTED, info_class=InfoClass.K3)], Stale.CHANGED),
        (LIFTED, [], Stale.REMOVED),
        (LIFTED, [paragraph("p2")], Stale.REMOVED),
        (LIFTED, [paragraph("p2", origin="p1")], None),
        (LIFTED, [paragraph("p2", "Annat.", origin="p1")], Stale.CHANGED),
        (LIFTED, [paragraph("p2", "Annat.", origin="p1"), LIFTED], None),
        (LIFTED, [replace(LIFTED, text="", erased=True)], Stale.ERASED),
        (replace(LIFTED, text="", erased=True), [], Stale.ERASED),
    ],
)
def test_a_source_that_no_longer_stands_is_told_with_what_became_of_it(
    lifted: Paragraph, current: list[Paragraph], fate: Stale | None
) -> None:
    assert stale({SOURCE: lifted}, current) == ({SOURCE: fate} if fate else {})
    assert stale({SOURCE: lifted}, iter(current)) == ({SOURCE: fate} if fate else {})


@given(st.lists(PARAGRAPHS, max_size=4, unique_by=lambda item: item.id))
def test_what_was_lifted_today_is_not_stale(current: list[Paragraph]) -> None:
    assert stale({Source(1, item.id): item for item in current}, current) == {}
