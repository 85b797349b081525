"""Fates on drawn cases, and on the shares published lists really have (tests/ingest reads the layers)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.areas.evidence import Flag, Overlap, Seen, Why
from samsyn.core.areas.fates import Event, Fate, Outcome, fates


def seen(name: str, special_id: int | None = None, *, key: str = "", place: str = "", bounded: bool = True) -> Seen:
    return Seen(key or name, name, special_id, place, bounded)


def fate_of(outcome: Outcome, after: str) -> Event:
    return next(event for event in outcome.events if after in event.after)


def test_name_number_and_ground_agree_so_the_area_continues() -> None:
    outcome = fates([seen("A", 1)], [seen("A", 1)], [Overlap("A", "A", 1, 1)])
    assert outcome.events[0].fate is Fate.CONTINUES
    assert not outcome.events[0].flags
    assert not outcome.doubts


@pytest.mark.parametrize(
    ("before", "after", "shares", "why"),
    [
        (seen("Hässelby / Vällingby", 45), seen("Hässelby gård", 45), (0.35, 1.0), Why.LITTLE_IN_COMMON),
        (seen("Hisings Backa", 28), seen("Hisings Backa", 78), (0.40, 0.93), Why.LITTLE_IN_COMMON),
        (seen("Norra", 1), seen("Södra", 2), (0.95, 0.95), Why.OTHER_NAME),
        (seen("Norra", 1), seen("Södra", 1), (0.95, 0.95), None),
        (seen("Norra"), seen("Södra", 2), (0.95, 0.95), None),
        (seen("Norra"), seen("Södra", 2), (0.95, 0.6), Why.OTHER_NAME),
        (seen("Gottsunda", 3), seen("Gottsunda", 3), (1.0, 0.35), None),
    ],
)
def test_a_lone_pair_is_doubtful_when_too_little_agrees(
    before: Seen, after: Seen, shares: tuple[float, float], why: Why | None
) -> None:
    outcome = fates([before], [after], [Overlap(before.key, after.key, *shares)])
    assert outcome.events[0].fate is Fate.CONTINUES
    assert [doubt.why for doubt in outcome.doubts] == ([why] if why else [])
    assert outcome.open == outcome.doubts


def test_flags_tell_what_changed_in_an_area_that_continues() -> None:
    outcome = fates(
        [seen("Hisings Backa", 28)], [seen("Hisings Backa", 78)], [Overlap("Hisings Backa", "Hisings Backa", 0.4, 1)]
    )
    assert outcome.events[0].flags == {Flag.RE_IDENTIFIED, Flag.BOUNDARY_MOVED}


@pytest.mark.parametrize(
    ("before", "after", "renamed"),
    [
        ("Södra Sofielund (Seved)", "Södra Sofielund / Seved", True),
        ("Hässleholmen/  Hulta", "Hässleholmen / Hulta", False),
    ],
)
def test_another_spelling_is_a_renaming_but_spaces_are_not(before: str, after: str, renamed: bool) -> None:
    outcome = fates([seen(before, 1)], [seen(after, 1)], [Overlap(before, after, 1, 1)])
    assert (Flag.RENAMED in outcome.events[0].flags) is renamed


def split_of_ronna() -> tuple[list[Seen], list[Seen], list[Overlap]]:
    whole = "Ronna / Geneta / Lina"
    shares = {"Geneta": (0.44, 0.59), "Ronna": (0.35, 0.99), "Lina": (0.13, 0.35)}
    after = [seen("Geneta", 79), seen("Ronna", 19), seen("Lina", 80)]
    return [seen(whole, 19)], after, [Overlap(whole, part, *pair) for part, pair in shares.items()]


def test_lina_is_a_part_though_its_ground_says_little_so_a_person_decides() -> None:
    outcome = fates(*split_of_ronna())
    assert [event.fate for event in outcome.events] == [Fate.SPLIT]
    assert [(doubt.after, doubt.why, doubt.as_fate) for doubt in outcome.doubts] == [
        ("Lina", Why.PART_MOSTLY_OUTSIDE, Fate.SPLIT)
    ]
    assert (outcome.account.technical, outcome.account.real) == (2, 0)


@pytest.mark.parametrize(("answer", "fate", "technical", "new"), [(True, Fate.SPLIT, 2, 0), (False, Fate.NEW, 1, 1)])
def test_an_answer_closes_the_doubt_and_decides_the_fate(answer: bool, fate: Fate, technical: int, new: int) -> None:
    outcome = fates(*split_of_ronna(), answers={"Ronna / Geneta / Lina>Lina": answer})
    assert not outcome.open
    assert fate_of(outcome, "Lina").fate is fate
    assert (outcome.account.technical, outcome.account.new) == (technical, new)


def test_the_doubts_do_not_change_when_they_are_answered() -> None:
    doubts = fates(*split_of_ronna()).doubts
    assert fates(*split_of_ronna(), answers={"Ronna / Geneta / Lina>Lina": False}).doubts == doubts


def test_a_part_that_is_not_named_is_certain_only_when_it_lies_within() -> None:
    before, parts = [seen("Rinkeby / Tensta", 9)], [seen("Tensta", 9), seen("Hjulsta", 75)]
    tensta = Overlap("Rinkeby / Tensta", "Tensta", 0.38, 1)
    assert not fates(before, parts, [tensta, Overlap("Rinkeby / Tensta", "Hjulsta", 0.1, 1)]).doubts
    doubts = fates(before, parts, [tensta, Overlap("Rinkeby / Tensta", "Hjulsta", 0.1, 0.7)]).doubts
    assert [doubt.why for doubt in doubts] == [Why.PART_NOT_NAMED]


def test_two_areas_that_go_up_in_one_are_merged() -> None:
    outcome = fates(
        [seen("A"), seen("B")], [seen("A / B")], [Overlap("A", "A / B", 1, 0.5), Overlap("B", "A / B", 1, 0.5)]
    )
    assert [(event.fate, event.before) for event in outcome.events] == [(Fate.MERGED, ("A", "B"))]
    assert not outcome.doubts
    assert outcome.account.technical == -1


def test_neighbours_that_only_touch_are_strangers() -> None:
    outcome = fates([seen("Hageby", 72)], [seen("Navestad", 33)], [Overlap("Hageby", "Navestad", 0.002, 0.003)])
    assert [event.fate for event in outcome.events] == [Fate.LEFT, Fate.NEW]


def test_a_boundary_moved_between_two_that_stay_is_neither_split_nor_merge() -> None:
    both = [seen("A", 1), seen("B", 2)]
    shares = [Overlap("A", "A", 0.8, 1), Overlap("A", "B", 0.2, 0.15), Overlap("B", "B", 1, 0.85)]
    outcome = fates(both, both, shares)
    assert [event.fate for event in outcome.events] == [Fate.CONTINUES, Fate.CONTINUES]
    assert not outcome.doubts


def test_ground_cut_out_of_an_area_that_continues_is_for_a_person() -> None:
    outcome = fates(
        [seen("A", 1)], [seen("A", 1), seen("B", 2)], [Overlap("A", "A", 0.8, 1), Overlap("A", "B", 0.2, 1)]
    )
    assert [(doubt.after, doubt.why) for doubt in outcome.doubts] == [("B", Why.CUT_OUT)]


def test_ground_taken_up_by_an_area_that_continues_is_for_a_person() -> None:
    outcome = fates(
        [seen("A", 1), seen("B", 2)], [seen("A", 1)], [Overlap("A", "A", 1, 0.8), Overlap("B", "A", 1, 0.2)]
    )
    assert [(doubt.before, doubt.as_fate) for doubt in outcome.doubts] == [("B", Fate.MERGED)]


def test_a_tangle_of_old_and_new_is_all_for_a_person() -> None:
    shares = [Overlap(old, new, 0.5, 0.5) for old in "AB" for new in "CD"]
    outcome = fates([seen("A"), seen("B")], [seen("C"), seen("D")], shares)
    assert {doubt.why for doubt in outcome.doubts} == {Why.TANGLED}
    assert len(outcome.open) == 4


def test_a_name_that_comes_back_elsewhere_is_doubtful() -> None:
    outcome = fates([seen("Söder", 59)], [seen("Söder", 99)], [])
    assert [doubt.why for doubt in outcome.doubts] == [Why.NAME_WITHOUT_GROUND]


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (seen("A", 1, bounded=False), seen("A", 1), None),
        (seen("A", bounded=False), seen("A", 1), None),
        (seen("A", 1, bounded=False), seen("A", 2), Why.LITTLE_IN_COMMON),
        (seen("A", 1, bounded=False), seen("B", 1), Why.NO_GROUND_KNOWN),
        (seen("A", place="Malmö", bounded=False), seen("A", place="Lund"), Why.PLACE_DIFFERS),
        (seen("A", place="Upplands-Bro", bounded=False), seen("A", place="Upplands Bro"), None),
    ],
)
def test_without_boundaries_name_number_and_place_decide(before: Seen, after: Seen, why: Why | None) -> None:
    outcome = fates([before], [after])
    assert outcome.events[0].fate is Fate.CONTINUES
    assert [doubt.why for doubt in outcome.doubts] == ([why] if why else [])


def test_without_boundaries_the_parts_are_those_that_are_named() -> None:
    whole = seen("Ronna / Lina", 19, bounded=False)
    outcome = fates([whole], [seen("Ronna", 19), seen("Lina", 80), seen("Hjulsta", 81)])
    assert [(event.fate, event.after) for event in outcome.events] == [
        (Fate.SPLIT, ("Ronna", "Lina")),
        (Fate.NEW, ("Hjulsta",)),
    ]
    assert not outcome.doubts


def test_without_boundaries_a_part_that_is_not_named_is_for_a_person() -> None:
    whole = seen("Ronna / Lina", 19, bounded=False)
    outcome = fates([whole], [seen("Ronna", 79), seen("Hjulsta", 19)])
    assert [(doubt.after, doubt.why) for doubt in outcome.doubts] == [("Hjulsta", Why.PART_NOT_NAMED)]


def test_an_area_off_the_last_list_can_return() -> None:
    outcome = fates([], [seen("Hageby", 72)], known=[seen("Hageby", key="hageby", bounded=False)])
    assert outcome.events == (fate_of(outcome, "Hageby"),)
    assert outcome.events[0].fate is Fate.RETURNED
    assert outcome.events[0].before == ("hageby",)
    assert outcome.account.returned == 1


@pytest.mark.parametrize(("answer", "fate"), [(True, Fate.RETURNED), (False, Fate.NEW)])
def test_a_doubtful_return_is_for_a_person(answer: bool, fate: Fate) -> None:
    known = seen("Hageby", key="hageby", place="Malmö", bounded=False)
    after = [seen("Hageby", 72, place="Norrköping")]
    assert [doubt.as_fate for doubt in fates([], after, known=[known]).open] == [Fate.RETURNED]
    outcome = fates([], after, known=[known], answers={"hageby>Hageby": answer})
    assert outcome.events[0].fate is fate
    assert not outcome.open


def test_the_earlier_area_that_most_speaks_for_returns() -> None:
    known = [seen("Other", 72, key="other", bounded=False), seen("Hageby", key="hageby", bounded=False)]
    assert fates([], [seen("Hageby", 72)], known=known).events[0].before == ("hageby",)
    assert fates([], [seen("Hageby", 72)], known=known[::-1]).events[0].before == ("hageby",)


def test_an_area_refused_as_continuing_may_still_be_a_return() -> None:
    before, known = seen("Hageby", 1, key="other"), seen("Hageby", 72, key="hageby", bounded=False)
    outcome = fates([before], [seen("Hageby", 72)], known=[known], answers={"other>Hageby": False})
    assert [event.fate for event in outcome.events] == [Fate.LEFT, Fate.RETURNED]


shares = st.floats(0, 1)


@st.composite
def changes(draw: st.DrawFn) -> tuple[list[Seen], list[Seen], list[Overlap]]:
    def areas(side: str) -> list[Seen]:
        numbers = draw(st.lists(st.integers(1, 6), max_size=5, unique=True))
        ids = st.none() | st.integers(1, 6)
        return [
            seen(f"Area {number}", draw(ids), key=f"{side}{number}", bounded=draw(st.booleans())) for number in numbers
        ]

    before, after = areas("b"), areas("a")
    pairs = [(old.key, new.key) for old in before for new in after if draw(st.booleans())]
    return before, after, [Overlap(old, new, draw(shares), draw(shares)) for old, new in pairs]


@given(changes(), st.booleans())
def test_every_area_stands_in_exactly_one_fate_and_the_sum_is_right(
    change: tuple[list[Seen], list[Seen], list[Overlap]], answer: bool
) -> None:
    before, after, overlaps = change
    doubts = fates(before, after, overlaps).doubts
    outcome = fates(before, after, overlaps, answers={doubt.id: answer for doubt in doubts})
    assert sorted(key for event in outcome.events for key in event.before) == sorted(area.key for area in before)
    assert sorted(key for event in outcome.events for key in event.after) == sorted(area.key for area in after)
    assert (outcome.account.before, outcome.account.after) == (len(before), len(after))
    assert not outcome.open


def test_a_known_list_decides_where_no_ground_is_known() -> None:
    before, after = seen("Kronogården / Lextorp", bounded=False), seen("Kronogården / Sylte", 50)
    outcome = fates([before], [after], recorded={(before.key, after.key)})
    assert [event.fate for event in outcome.events] == [Fate.CONTINUES]
    assert not outcome.doubts


def test_a_known_list_does_not_silence_the_ground() -> None:
    outcome = fates(*split_of_ronna(), recorded={("Ronna / Geneta / Lina", "Lina")})
    assert [doubt.after for doubt in outcome.doubts] == ["Lina"]


def test_a_known_list_names_the_parts_and_the_whole_where_no_ground_is_known() -> None:
    whole = seen("Whole", bounded=False)
    parts = [seen("One"), seen("Other")]
    split = fates([whole], parts, recorded={("Whole", "One"), ("Whole", "Other")})
    assert [(event.fate, event.after) for event in split.events] == [(Fate.SPLIT, ("One", "Other"))]
    merged = fates(
        [seen("One", bounded=False), seen("Other", bounded=False)],
        [seen("Whole")],
        recorded={("One", "Whole"), ("Other", "Whole")},
    )
    assert [event.fate for event in merged.events] == [Fate.MERGED]
    assert not (*split.doubts, *merged.doubts)


def test_a_known_list_says_that_an_area_has_returned() -> None:
    known = seen("Hageby", key="hageby", place="Malmö", bounded=False)
    outcome = fates([], [seen("Hageby", place="Norrköping")], known=[known], recorded={("hageby", "Hageby")})
    assert outcome.events[0].fate is Fate.RETURNED
    assert not outcome.doubts
