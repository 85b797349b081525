"""The file of areas: the chosen rows, and no cell that a spreadsheet would run."""

import csv
from io import StringIO

import pytest

from samsyn.web.nation.export import as_file, harmless
from tests.cast import Cast
from tests.web.nation.visitor import Visit, add_sweden


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff")), delimiter=";"))


@pytest.mark.parametrize("cell", ["=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_a_cell_that_could_be_run_is_written_as_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert f"'{cell[0]}" in as_file("prov", [[cell]]).content.decode()


@pytest.mark.parametrize("cell", ["Alby", "Södra Sofielund / Seved", "", "2025-12-01"])
def test_other_cells_are_left_alone(cell: str) -> None:
    assert harmless(cell) == cell


def test_the_file_holds_every_area_with_what_each_list_said(cast: Cast, visit: Visit) -> None:
    add_sweden()
    response = visit.raw(cast.bjorn, "/riket/se.csv")
    rows = read(response.content.decode())
    assert len(rows) == 65
    assert response.headers["Content-Disposition"].startswith('attachment; filename="omraden-se-')
    gottsunda = next(row for row in rows if row["Område"] == "Gottsunda")
    marks = [value for name, value in gottsunda.items() if name.startswith("Lista ")]
    assert marks == ["utsatt", *["särskilt utsatt"] * 3, "riskområde", "utsatt"]


def test_the_file_holds_the_chosen_rows_only(cast: Cast, visit: Visit) -> None:
    add_sweden()
    rows = read(visit.raw(cast.bjorn, "/riket/se.csv", {"kategori": "sarskilt"}).content.decode())
    assert len(rows) == 19
    earlier = read(visit.raw(cast.bjorn, "/riket/se.csv", {"dag": "2022-01-01"}).content.decode())
    assert len(earlier) == 61


def test_a_partner_may_fetch_it_since_it_is_public(cast: Cast, visit: Visit) -> None:
    assert len(read(visit.raw(cast.dawit, "/riket/OV.csv").content.decode())) == 3
