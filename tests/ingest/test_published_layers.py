"""The layers of 2021, 2023 and 2025 loaded into a nation that knew nothing: every trap in them is seen."""

from datetime import date

import pytest

from samsyn.areas import history, queries
from samsyn.areas.boundaries import boundaries
from samsyn.areas.models import AreaGeometry, AreaSpan
from samsyn.ingest.areas.geometry import stored_shape
from samsyn.ingest.areas.read import read
from samsyn.ingest.areas.validate import validate
from tests.ingest.layers import LISTS, published, real
from tests.ingest.nation import Nation, asked, fates, rules, with_lists

pytestmark = real

PARTS_2025 = {
    "rinkeby-tensta": {"Rinkeby", "Tensta", "Hjulsta"},
    "rissne-hallonbergen": {"Rissne", "Hallonbergen"},
    "ronna-geneta-lina": {"Ronna", "Geneta", "Lina"},
    "oxhagen-varberga": {"Oxhagen", "Varberga"},
}
DAY_2025 = LISTS[2025][1]


def test_the_sums_from_list_to_list_are_split_into_real_and_technical(two_lists: Nation) -> None:
    newest, middle, _first = history.list_editions(with_lists(two_lists, 2025).id, by=two_lists.keeper)
    assert middle.account is not None
    assert newest.account is not None
    assert (middle.account.before, middle.account.left, middle.account.came, middle.account.after) == (61, 6, 4, 59)
    assert middle.account.technical == 0
    sums = newest.account
    assert (sums.before, sums.left, sums.came, sums.technical, sums.after) == (59, 1, 1, 6, 65)


def test_the_categories_are_those_of_the_lists(two_lists: Nation) -> None:
    editions = history.list_editions(with_lists(two_lists, 2025).id, by=two_lists.keeper)
    assert [dict(edition.counts) for edition in editions] == [
        {"utsatt": 46, "sarskilt": 19},
        {"utsatt": 27, "risk": 15, "sarskilt": 17},
        {"utsatt": 28, "risk": 14, "sarskilt": 19},
    ]


def test_who_left_and_who_came(two_lists: Nation) -> None:
    newest = fates(two_lists.bring_year(2025))
    assert [line["name"] for line in newest["left"]] == ["Andersberg"]
    assert [line["name"] for line in newest["new"]] == ["Granängsringen"]
    on_2021, on_2023 = (
        {area.name for area in queries.areas_in(two_lists.id, on=LISTS[year][1], by=two_lists.keeper)}
        for year in (2021, 2023)
    )
    gone = {"Charlottesborg", "Edsberg", "Lagersberg", "Termovägen", "Älvsjö / Solberga", "Östberga"}
    assert gone <= on_2021
    assert not gone & on_2023
    assert {"Hageby", "Hagalund", "Saltskog", "Årby"} <= on_2023 - on_2021


def test_four_became_ten_and_one_part_keeps_the_number(two_lists: Nation) -> None:
    with_lists(two_lists, 2025)
    for whole, parts in PARTS_2025.items():
        found = history.area_history(whole, by=two_lists.keeper)
        assert {kin.name for kin in found.later} == parts
        numbers = [history.area_history(kin.key, by=two_lists.keeper).lines[0].special_id for kin in found.later]
        others = [number or 0 for number in numbers if number != found.lines[0].special_id]
        assert len(others) == len(parts) - 1
        assert all(74 <= number <= 81 for number in others)


def test_the_doubtful_are_those_that_overlap_alone_would_get_wrong(two_lists: Nation) -> None:
    about = {
        one["facts"]["after"]: (one["facts"]["as_fate"], one["facts"]["of_before"], one["facts"]["of_after"])
        for one in two_lists.bring_year(2025).proposal["questions"]
        if one["about"] == "area"
    }
    assert about == {
        "Lina": ("split", 0.127, 0.349),
        "Hässelby gård": ("continues", 0.348, 1.0),
        "Hisings Backa": ("continues", 0.395, 0.927),
        "Hässleholmen": ("continues", 0.327, 0.998),
    }


def test_a_no_to_lina_makes_it_new_ground(two_lists: Nation) -> None:
    run = two_lists.answer(two_lists.bring_year(2025), {"ronna-geneta-lina>lina": False})
    account = run.proposal["account"]
    assert (account["new"], account["technical"], account["after"]) == (2, 5, 65)


def test_renames_new_numbers_and_moved_boundaries_are_flagged(two_lists: Nation) -> None:
    lines = {line["name"]: line for line in two_lists.bring_year(2025).proposal["lines"]}
    assert lines["Hisings Backa"]["flags"] == ["boundary_moved", "re_identified"]
    renamed = {name for name, line in lines.items() if "renamed" in line["flags"]}
    assert renamed == {
        "Södra Sofielund / Seved", "Hässelby gård", "Tynnered / Grevegården / Opaltorget", "Hässleholmen",
        "Holma / Kroksbäck", "Kronogården / Lextorp Norra",
    }  # fmt: skip
    assert lines["Södra Sofielund / Seved"]["flags"] == ["renamed"]
    moved = {name for name, line in lines.items() if "boundary_moved" in line["flags"]}
    assert {"Rosengård", "Gottsunda"} <= moved
    assert len(moved) == 33


def test_boundaries_hold_from_the_list_and_not_from_the_rows_own_dates(two_lists: Nation) -> None:
    with_lists(two_lists, 2025)
    size = {year: {area.name.split()[0]: area.area_m2 or 0 for area in
                   queries.areas_in(two_lists.id, on=on, by=two_lists.keeper)} for year, (_, on) in LISTS.items()}  # fmt: skip
    assert round(size[2023]["Rosengård"] / 1e6, 3) == 1.097
    assert round(size[2025]["Rosengård"] / 1e6, 3) == 0.969
    assert round(size[2023]["Gottsunda"] / 1e6, 3) == 0.915
    assert round(size[2025]["Gottsunda"] / 1e6, 3) == 2.579
    starts = set(AreaSpan.objects.values_list("start", flat=True))
    assert starts == {on for _, on in LISTS.values()}


def test_a_boundary_that_did_not_move_is_one_version(two_lists: Nation) -> None:
    with_lists(two_lists, 2025)
    raslatt = history.area_history("raslatt", by=two_lists.keeper).lines
    assert len({line.boundary for line in raslatt}) == 1
    rosengard = history.area_history("rosengard-soder-om-amiralsgatan", by=two_lists.keeper).lines
    assert [line.boundary_moved for line in rosengard] == [True, False, False]
    assert AreaGeometry.objects.count() == 109


@pytest.mark.parametrize(
    ("year", "found"),
    [
        (2021, {"name-spaces": ["Hässleholmen/ Hulta"], "sliver": ["Fisksätra"]}),
        (2023, {"name-spaces": ["Hässleholmen/ Hulta"], "sliver": ["Fisksätra"], "own-dates-passed-over": [""],
                "local-code-under-another": ["Fisksätra"], "overlaps-another": ["Navestad"]}),
        (2025, {"numbers-missing": [""], "blank-end-read-as-none": [""], "sliver": ["Fisksätra"],
                "code-contradicts-name": ["Fisksätra"], "own-dates-passed-over": [""]}),
    ],
)  # fmt: skip
def test_the_published_errors_are_found_each_by_its_rule(year: int, found: dict[str, list[str]]) -> None:
    name, list_on = LISTS[year]
    seen: dict[str, list[str]] = {}
    for finding in validate(read(published(name)), list_on=list_on).findings:
        seen.setdefault(finding.rule, []).append(finding.name)
    assert seen == found


def test_hallonbergen_is_noted_even_where_nothing_was_known(two_lists: Nation) -> None:
    assert rules(two_lists.bring_year(2025))["place-not-as-before"] == ["Hallonbergen"]


def test_the_changed_organisation_is_dated(two_lists: Nation) -> None:
    run = two_lists.bring_year(2025)
    assert "unit:531240" in asked(run)
    assert {unit["name"] for unit in run.proposal["organisation"]} == {
        "Nacka", "Malmö city", "Rosengård", "Fosie", "Hyllie",
    }  # fmt: skip
    two_lists.load(two_lists.answer(run, dict.fromkeys(asked(run), True)))
    above = [
        queries.unit(queries.ancestor_ids(queries.unit_by_code("531240", on=on).id, on=on)[0], on=on).name
        for on in (date(2025, 11, 30), date(2025, 12, 1))
    ]
    assert above == ["Stockholm nord", "Stockholm syd"]


def test_a_unit_that_did_not_move_after_all_stays(two_lists: Nation) -> None:
    run = two_lists.bring_year(2025)
    two_lists.load(two_lists.answer(run, dict.fromkeys(asked(run), True) | {"unit:531240": False}))
    nacka = queries.unit_by_code("531240", on=date(2026, 1, 1))
    assert nacka.parent_id == queries.unit_by_code("5313", on=date(2026, 1, 1)).id


def test_every_stored_boundary_is_valid_and_the_delivered_one_is_kept(two_lists: Nation) -> None:
    with_lists(two_lists, 2025)
    for row in AreaGeometry.objects.all():
        assert stored_shape(row.geojson).is_valid
        assert row.original
    fisksatra = queries.area_by_key("fisksatra", on=LISTS[2025][1])
    stored = boundaries([fisksatra.boundary])[fisksatra.boundary]
    assert stored.geojson.startswith('{"type":"Polygon"')
    assert '"MultiPolygon"' in AreaGeometry.objects.get(pk=int(fisksatra.boundary)).original
