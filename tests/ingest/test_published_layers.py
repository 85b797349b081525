"""The layers of 2021, 2023 and 2025 as they were published: the program's account agrees with every trap in them."""

from datetime import date

import pytest

from samsyn.areas import history, queries
from samsyn.areas.boundaries import boundaries
from samsyn.areas.models import AreaGeometry, AreaSpan
from samsyn.audit.models import Entry
from samsyn.ingest.areas.geometry import stored_shape
from tests.ingest.layers import LISTS, published, real
from tests.ingest.nation import Nation, asked, fates, rules

pytestmark = [real, pytest.mark.django_db]

PARTS_2025 = {
    "Rinkeby / Tensta": {"Rinkeby", "Tensta", "Hjulsta"},
    "Rissne / Hallonbergen": {"Rissne", "Hallonbergen"},
    "Ronna / Geneta / Lina": {"Ronna", "Geneta", "Lina"},
    "Oxhagen / Varberga": {"Oxhagen", "Varberga"},
}


def all_three(nation: Nation) -> Nation:
    for year in LISTS:
        nation.load_year(year)
    return nation


def test_the_sums_from_list_to_list_are_split_into_real_and_technical(empty: Nation) -> None:
    newest, middle, _first = history.list_editions(all_three(empty).id, by=empty.keeper)
    assert middle.account is not None
    assert newest.account is not None
    assert (middle.account.before, middle.account.left, middle.account.came, middle.account.after) == (61, 6, 4, 59)
    assert middle.account.technical == 0
    sums = newest.account
    assert (sums.before, sums.left, sums.came, sums.technical, sums.after) == (59, 1, 1, 6, 65)


def test_the_categories_are_those_of_the_lists(empty: Nation) -> None:
    counted = [dict(edition.counts) for edition in history.list_editions(all_three(empty).id, by=empty.keeper)]
    assert counted == [
        {"utsatt": 46, "sarskilt": 19},
        {"utsatt": 27, "risk": 15, "sarskilt": 17},
        {"utsatt": 28, "risk": 14, "sarskilt": 19},
    ]


def test_the_layers_agree_with_the_published_facts(known: Nation) -> None:
    for year in LISTS:
        run = known.bring_year(year)
        assert run.proposal["fills"]
        assert not {"recorded-otherwise", "not-on-recorded-list", "recorded-without-row"} & rules(run).keys()
        assert not run.proposal["organisation"]
        known.load(known.answer(run, dict.fromkeys(asked(run), True)))
        areas = queries.areas_in(known.id, on=LISTS[year][1], by=known.keeper)
        assert all(area.boundary for area in areas)


def test_hageby_returned(known: Nation) -> None:
    known.load_year(2021)
    run = known.bring_year(2023)
    assert [line["name"] for line in fates(run)["returned"]] == ["Hageby"]
    assert (run.proposal["account"]["returned"], run.proposal["account"]["new"]) == (1, 3)


@pytest.mark.parametrize("nation", ["empty", "known"])
def test_who_left_and_who_came(nation: str, request: pytest.FixtureRequest) -> None:
    land: Nation = request.getfixturevalue(nation)
    land.load_year(2021)
    middle = fates(land.bring_year(2023))
    assert {line["name"] for line in middle["left"]} == {
        "Charlottesborg", "Edsberg", "Lagersberg", "Termovägen", "Älvsjö / Solberga", "Östberga",
    }  # fmt: skip
    land.load_year(2023)
    newest = fates(land.bring_year(2025))
    assert [line["name"] for line in newest["left"]] == ["Andersberg"]
    assert [line["name"] for line in newest["new"]] == ["Granängsringen"]


def test_four_became_ten_and_one_part_keeps_the_number(empty: Nation) -> None:
    all_three(empty)
    for whole, parts in PARTS_2025.items():
        (key,) = {area.key for area in queries.areas_known(empty.id, before=LISTS[2025][1], by=empty.keeper)
                  if area.name == whole}  # fmt: skip
        found = history.area_history(key, by=empty.keeper)
        assert {kin.name for kin in found.later} == parts
        lines = [history.area_history(kin.key, by=empty.keeper).lines[0] for kin in found.later]
        assert len([line for line in lines if line.special_id == found.lines[0].special_id]) == 1
        assert all(line.special_id is not None and 74 <= line.special_id <= 81
                   for line in lines if line.special_id != found.lines[0].special_id)  # fmt: skip


@pytest.mark.parametrize("nation", ["empty", "known"])
def test_the_doubtful_are_those_that_overlap_alone_would_get_wrong(nation: str, request: pytest.FixtureRequest) -> None:
    land: Nation = request.getfixturevalue(nation)
    land.load_year(2021)
    assert asked(land.load_year(2023)) == []
    about = {
        one["facts"]["after"]: (one["facts"]["as_fate"], one["facts"]["of_before"], one["facts"]["of_after"])
        for one in land.bring_year(2025).proposal["questions"]
        if one["about"] == "area"
    }
    assert about == {
        "Lina": ("split", 0.127, 0.349),
        "Hässelby gård": ("continues", 0.348, 1.0),
        "Hisings Backa": ("continues", 0.395, 0.927),
        "Hässleholmen": ("continues", 0.327, 0.998),
    }


def test_a_no_to_lina_makes_it_new_ground(empty: Nation) -> None:
    for year in (2021, 2023):
        empty.load_year(year)
    run = empty.bring_year(2025)
    run = empty.answer(run, {"ronna-geneta-lina>lina": False})
    account = run.proposal["account"]
    assert (account["new"], account["technical"], account["after"]) == (2, 5, 65)


def test_renames_new_numbers_and_moved_boundaries_are_flagged(empty: Nation) -> None:
    empty.load_year(2021)
    empty.load_year(2023)
    lines = {line["name"]: line for line in empty.bring_year(2025).proposal["lines"]}
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


def test_boundaries_hold_from_the_list_and_not_from_the_rows_own_dates(empty: Nation) -> None:
    all_three(empty)
    size = {year: {area.name.split()[0]: area.area_m2 or 0 for area in
                   queries.areas_in(empty.id, on=on, by=empty.keeper)} for year, (_, on) in LISTS.items()}  # fmt: skip
    assert round(size[2023]["Rosengård"] / 1e6, 3) == 1.097
    assert round(size[2025]["Rosengård"] / 1e6, 3) == 0.969
    assert round(size[2023]["Gottsunda"] / 1e6, 3) == 0.915
    assert round(size[2025]["Gottsunda"] / 1e6, 3) == 2.579
    starts = set(AreaSpan.objects.values_list("start", flat=True))
    assert starts == {on for _, on in LISTS.values()}


def test_a_boundary_that_did_not_move_is_one_version(empty: Nation) -> None:
    all_three(empty)
    raslatt = history.area_history("raslatt", by=empty.keeper).lines
    assert len({line.boundary for line in raslatt}) == 1
    rosengard = history.area_history("rosengard-soder-om-amiralsgatan", by=empty.keeper).lines
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
def test_the_published_errors_are_found_each_by_its_rule(empty: Nation, year: int, found: dict[str, list[str]]) -> None:
    assert rules(empty.bring_year(year)) == found


def test_the_doubtful_places_are_found_against_the_published_facts(known: Nation) -> None:
    for year in (2021, 2023):
        known.load_year(year)
    places = rules(known.bring_year(2025))["place-not-municipality"]
    assert {"Granängsringen", "Hallonbergen"} <= set(places)


def test_hallonbergen_is_noted_even_where_nothing_was_known(empty: Nation) -> None:
    for year in (2021, 2023):
        empty.load_year(year)
    assert rules(empty.bring_year(2025))["place-not-as-before"] == ["Hallonbergen"]


def test_the_changed_organisation_is_dated(empty: Nation) -> None:
    for year in (2021, 2023):
        empty.load_year(year)
    run = empty.bring_year(2025)
    assert "unit:531240" in asked(run)
    assert {unit["name"] for unit in run.proposal["organisation"]} == {
        "Nacka", "Malmö city", "Rosengård", "Fosie", "Hyllie",
    }  # fmt: skip
    empty.load(empty.answer(run, dict.fromkeys(asked(run), True)))
    above = [
        queries.unit(queries.ancestor_ids(queries.unit_by_code("531240", on=on).id, on=on)[0], on=on).name
        for on in (date(2025, 11, 30), date(2025, 12, 1))
    ]
    assert above == ["Stockholm nord", "Stockholm syd"]


def test_a_unit_that_did_not_move_after_all_stays(empty: Nation) -> None:
    for year in (2021, 2023):
        empty.load_year(year)
    run = empty.bring_year(2025)
    empty.load(empty.answer(run, dict.fromkeys(asked(run), True) | {"unit:531240": False}))
    nacka = queries.unit_by_code("531240", on=date(2026, 1, 1))
    assert nacka.parent_id == queries.unit_by_code("5313", on=date(2026, 1, 1)).id


def test_both_reference_systems_give_the_same_boundaries(known: Nation) -> None:
    known.load_year(2025)
    before = (AreaGeometry.objects.count(), AreaSpan.objects.count())
    run = known.bring_in(published("uso_2025_epsg3006.geojson"), LISTS[2025][1])
    assert run.proposal["system"] == 3006
    known.load(known.answer(run, dict.fromkeys(asked(run), True)))
    assert (AreaGeometry.objects.count(), AreaSpan.objects.count()) == before


def test_sizes_agree_with_the_published_to_a_thousandth(known: Nation) -> None:
    known.load_year(2025)
    sizes = {line["name"]: line["m2"] for line in known.bring_year(2025).proposal["lines"] if line["row"]}
    assert sizes["Rosengård"] == pytest.approx(969127, rel=1e-3)
    assert len(sizes) == 65


def test_every_stored_boundary_is_valid_and_the_delivered_one_is_kept(known: Nation) -> None:
    for year in LISTS:
        known.load_year(year)
    for row in AreaGeometry.objects.all():
        assert stored_shape(row.geojson).is_valid
        assert row.original
    fisksatra = queries.area_by_key("fisksatra", on=LISTS[2025][1])
    stored = boundaries([fisksatra.boundary])[fisksatra.boundary]
    assert stored.geojson.startswith('{"type":"Polygon"')
    assert AreaGeometry.objects.get(pk=int(fisksatra.boundary)).original.startswith('{"type": "MultiPolygon"') or (
        '"MultiPolygon"' in AreaGeometry.objects.get(pk=int(fisksatra.boundary)).original
    )


def test_loading_the_same_files_again_changes_nothing(known: Nation) -> None:
    for year in LISTS:
        known.load_year(year)
    before = (Entry.objects.count(), AreaSpan.objects.count(), AreaGeometry.objects.count())
    for year in LISTS:
        assert known.bring_year(year).state == "loaded"
        assert known.load(known.bring_year(year)).state == "loaded"
    assert (Entry.objects.count(), AreaSpan.objects.count(), AreaGeometry.objects.count()) == before


@pytest.mark.parametrize("order", [(2025, 2023, 2021), (2023, 2021, 2025)])
def test_known_lists_take_their_boundaries_in_any_order(known: Nation, order: tuple[int, ...]) -> None:
    for year in order:
        known.load_year(year)
    assert AreaGeometry.objects.count() == 109
    newest = history.list_editions(known.id, by=known.keeper)[0].account
    assert newest is not None
    assert newest.technical == 6
