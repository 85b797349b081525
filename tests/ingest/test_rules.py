"""The rules of single rows on layers made up for one fault each; none of them stops another."""

from datetime import date

import pytest

from samsyn.ingest.areas.findings import Severity
from samsyn.ingest.areas.read import read
from samsyn.ingest.areas.validate import Checked, validate
from tests.ingest.layers import feature, layer, square

OLD, NEW = date(2023, 12, 1), date(2025, 12, 1)
ELSEWHERE = square(620_000)
BOW_TIE = {
    "type": "Polygon",
    "coordinates": [[[6e5, 66e5], [6e5 + 800, 66e5 + 800], [6e5 + 800, 66e5], [6e5, 66e5 + 800], [6e5, 66e5]]],
}
FLAT = {"type": "Polygon", "coordinates": [[[6e5, 66e5], [6e5 + 800, 66e5], [6e5 + 400, 66e5], [6e5, 66e5]]]}
UNITS = {
    "NAMN": "", "KATEGORI": "Utsatt område", "ORT": "", "SPECIALOMRADES_ID": 1, "LOKALPOLISOMRADE": "Nacka",
    "OMRADESKOD": "531240", "POLISOMRADE": "Stockholm syd", "POLISOMRADESKOD": "5312", "REGION": "Stockholm",
    "REGIONKOD": "5300",
}  # fmt: skip


def checked(*features: object, list_on: date = OLD) -> Checked:
    return validate(read(layer(*features)), list_on=list_on)


def found(result: Checked) -> dict[str, str]:
    return {one.rule: one.severity.value for one in result.findings}


def row_of_units(name: str, number: int, place: int, **units: object) -> dict[str, object]:
    made = feature("", square(600_000 + 2_000 * place))
    made["properties"] = UNITS | {"NAMN": name, "SPECIALOMRADES_ID": number} | units
    return made


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (feature("  / "), "name-missing"),
        (feature("A", kategori="farligt"), "category-unknown"),
        (feature("A", kategori=None), "category-unknown"),
        ({"type": "Feature", "properties": {"namn": "A", "kategori": "Utsatt område"}}, "geometry-missing"),
        (feature("A", {"type": "Polygon", "coordinates": [[[1, 2]]]}), "geometry-broken"),
        (feature("A", {"type": "Polygon", "coordinates": "x"}), "geometry-broken"),
        (feature("A", {"type": "Curve", "coordinates": []}), "geometry-broken"),
        (feature("A", {"type": "Point", "coordinates": [6e5, 66e5]}), "geometry-no-polygon"),
        (feature("A", {"type": "Polygon", "coordinates": []}), "geometry-empty"),
        (feature("A", FLAT), "geometry-empty"),
        (feature("A", square(1_500_000)), "outside-sweden"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_loaded_is_refused_by_its_rule_and_the_others_are_not(
    row: dict[str, object], rule: str
) -> None:
    result = checked(row, feature("Annan", ELSEWHERE))
    assert found(result)[rule] == "refused"
    assert [one.number for one in result.refused] == [1]
    assert [one.name for one in result.rows] == ["Annan"]


def test_a_number_without_end_is_a_broken_boundary() -> None:
    content = layer(feature("A"), feature("Annan", ELSEWHERE)).replace(b"[600000, 6600000]", b"[1e999, 6600000]")
    assert found(validate(read(content), list_on=OLD)) == {"geometry-broken": "refused"}


def test_every_fault_of_a_row_is_told_and_not_only_the_first() -> None:
    result = checked(feature("", None, kategori="farligt"), feature("Annan", ELSEWHERE))
    assert {"name-missing", "category-unknown"} <= found(result).keys()


def test_riskomrade_is_a_category_until_the_list_of_2025() -> None:
    row = feature("A", kategori="Riskområde")
    assert checked(row, list_on=OLD).rows[0].category == "risk"
    assert found(checked(row, list_on=NEW))["category-not-in-use"] == "refused"


def test_a_misspelt_category_is_mended() -> None:
    result = checked(feature("A", kategori="Särskild  utsatt område"))
    assert found(result) == {"category-misspelt": "repaired"}
    assert result.rows[0].category == "sarskilt"


@pytest.mark.parametrize("name", ["A/  B", " A / B", "A  /B"])
def test_odd_spaces_in_a_name_are_mended(name: str) -> None:
    result = checked(feature(name))
    assert result.rows[0].name == "A / B"
    assert found(result) == {"name-spaces": "repaired"}


def test_a_boundary_that_crosses_itself_is_made_valid() -> None:
    result = checked(feature("A", BOW_TIE))
    shape = result.rows[0].shape
    assert found(result) == {"crosses-itself": "repaired"}
    assert shape is not None
    assert shape.is_valid
    assert round(shape.area) == 320_000
    assert result.rows[0].raw.geometry == BOW_TIE


def test_a_sliver_is_left_out_and_a_small_real_part_is_not() -> None:
    rings = [square()["coordinates"], square(601_000, side=1.5)["coordinates"], square(602_000, side=60)["coordinates"]]
    result = checked(feature("A", {"type": "MultiPolygon", "coordinates": rings}))
    assert found(result) == {"sliver": "repaired"}
    assert result.rows[0].shape is not None
    assert len(getattr(result.rows[0].shape, "geoms", ())) == 2


def test_the_same_row_twice_is_read_once() -> None:
    result = checked(feature("A"), feature("A "))
    assert [one.number for one in result.rows] == [1]
    assert not result.refused
    assert found(result)["row-twice"] == "repaired"


@pytest.mark.parametrize(
    ("rows", "rule"),
    [
        ((feature("A"), feature("A", ELSEWHERE)), "name-twice"),
        ((feature("A (B)"), feature("A / B", kategori="Riskområde")), "name-twice"),
        ((row_of_units("A", 1, 0), row_of_units("B", 1, 1)), "number-twice"),
    ],
)
def test_two_rows_with_one_name_or_number_are_not_both_loaded(rows: tuple[object, ...], rule: str) -> None:
    result = checked(*rows)
    assert found(result)[rule] == "refused"
    assert [one.number for one in result.rows] == [1]


def test_an_unusual_size_and_one_that_is_not_as_stated_are_noted() -> None:
    result = checked(feature("A", square(side=50), Shape_Area=9_999))
    assert found(result) == {"size-unusual": "noted", "size-not-as-stated": "noted"}
    assert result.rows


def test_two_areas_that_share_ground_are_noted() -> None:
    result = checked(feature("A"), feature("B", square(600_400)))
    (one,) = [one for one in result.findings if one.rule == "overlaps-another"]
    assert (one.row, one.facts["other"], one.facts["share"]) == (1, "B", 0.5)


def test_a_code_that_most_rows_contradict_is_mended_after_the_local_areas_code() -> None:
    rows = [row_of_units(name, number, number) for number, name in enumerate("ABC")]
    wrong = row_of_units("D", 4, 4, POLISOMRADESKOD="5313")
    north = [row_of_units(name, 10 + place, 5 + place, POLISOMRADE="Stockholm nord", POLISOMRADESKOD="5313",
                          OMRADESKOD="531340", LOKALPOLISOMRADE="Järfälla") for place, name in enumerate("EFG")]  # fmt: skip
    result = checked(*rows, wrong, *north, list_on=NEW)
    mended = next(row for row in result.rows if row.name == "D")
    assert (mended.units["police_area"].code, mended.units["police_area"].name) == ("5312", "Stockholm syd")
    assert found(result)["code-contradicts-name"] == "repaired"


def test_two_codes_with_one_name_each_said_once_are_left_alone() -> None:
    rows = [row_of_units("A", 1, 0), row_of_units("B", 2, 1, POLISOMRADESKOD="5313")]
    assert "code-contradicts-name" not in found(checked(*rows, list_on=NEW))


def test_a_local_area_under_another_code_is_noted() -> None:
    result = checked(row_of_units("A", 1, 0, POLISOMRADESKOD="5313", POLISOMRADE="Stockholm nord"), list_on=NEW)
    assert found(result)["local-code-under-another"] == "noted"


def test_numbers_dates_and_blanks_of_the_file_are_noted_once() -> None:
    rows = [
        row_of_units(name, number, number, OBJECTID=number, AKTUALITET_START="2018-10-01", AKTUALITET_SLUT=" ")
        for name, number in (("A", 1), ("B", 3))
    ]
    result = checked(*rows, list_on=NEW)
    of_file = {one.rule: one.facts for one in result.findings if one.row == 0}
    assert of_file["numbers-missing"] == {"missing": [2], "count": 1}
    assert of_file["own-dates-passed-over"]["starts"] == ["2018-10-01"]
    assert of_file["blank-end-read-as-none"] == {"rows": 2}


def test_a_number_that_is_no_number_is_none() -> None:
    assert checked(row_of_units("A", 0, 0, SPECIALOMRADES_ID="x"), list_on=NEW).rows[0].special_id is None
    assert checked(row_of_units("A", 0, 0, SPECIALOMRADES_ID=7.0), list_on=NEW).rows[0].special_id == 7


def test_features_that_are_no_objects_are_refused_rows() -> None:
    result = checked("text", feature("A"))
    assert [one.number for one in result.refused] == [1]
    assert {one.severity for one in result.findings if one.row == 1} == {Severity.REFUSED}
