"""The register and the page of an area: any day, any nation, and what is not understood is told."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.web.nation.visitor import Visit, add_sweden


def test_everybody_who_may_read_areas_reads_the_register(cast: Cast, visit: Visit) -> None:
    for actor in cast.but("gun"):
        page = visit(actor, "/omraden/")
        assert page.status == 200
        assert "Övningsdistriktet" in page.words
        assert "Kvarnparken" in page.words
    assert visit(cast.gun, "/omraden/").status == 403


def test_only_the_keeper_is_offered_to_import(cast: Cast, visit: Visit) -> None:
    assert "/omraden/inlasning/" in visit(cast.ivar, "/omraden/").html
    assert "/omraden/inlasning/" not in visit(cast.astrid, "/omraden/").html


def test_another_nation_and_another_day_are_shown_as_they_were(cast: Cast, visit: Visit) -> None:
    add_sweden()
    page = visit(cast.astrid, "/omraden/", {"land": "se", "dag": "2024-01-01"})
    assert "Sverige den 1 januari 2024" in page.words
    assert "Malmö söder" in page.words
    assert "Rinkeby / Tensta" in page.words
    today = visit(cast.astrid, "/omraden/", {"land": "se"})
    assert "Malmö söder" not in today.words
    assert "59 − 1 + 1 + 6 = 65" in today.words
    assert "61 − 6 + 4 = 59" in today.words


def test_a_region_narrows_the_tree(cast: Cast, visit: Visit) -> None:
    add_sweden()
    page = visit(cast.astrid, "/omraden/", {"land": "se", "region": "5300"})
    assert "Rinkeby" in page.words
    assert "Rosengård" not in page.words


def test_gaps_are_said_and_areas_without_a_known_unit_are_shown(cast: Cast, visit: Visit) -> None:
    add_sweden()
    words = visit(cast.astrid, "/omraden/", {"land": "se", "dag": "2022-01-01"}).words
    assert "koden 531220 saknas i serien" in words
    assert "inte offentlig" in words
    assert "Lokalpolisområdet är inte känt" in words


@pytest.mark.parametrize("path", ["/omraden/", "/omraden/almhojden/"])
def test_a_day_that_is_no_day_is_told_and_today_is_shown(cast: Cast, visit: Visit, path: str) -> None:
    page = visit(cast.astrid, path, {"dag": "igår"})
    assert page.status == 422
    assert "Skriv dagen som 2026-11-09" in page.words


def test_a_day_before_anything_was_is_empty_and_says_so(cast: Cast, visit: Visit) -> None:
    assert "Inga enheter är kända den dagen" in visit(cast.astrid, "/omraden/", {"dag": "1999-01-01"}).words


def test_the_register_is_handed_over_as_a_file(cast: Cast, visit: Visit) -> None:
    answer = visit.raw(cast.astrid, "/omraden/enheter.csv")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="enheter-OV-2026-11-09.csv"'
    assert "Övningsdistriktet;Lokalpolisområde;OV-540210;Kvarnparken;utsatt" in answer.content.decode("utf-8-sig")


def test_the_register_costs_the_same_however_many_areas_there_are(cast: Cast, visit: Visit) -> None:
    add_sweden()
    client, counts = visit.client(cast.astrid), []
    client.get("/omraden/")
    for land in ("OV", "se"):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/omraden/", {"land": land})
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_an_area_is_shown_with_its_boundary_and_what_every_list_has_said(cast: Cast, visit: Visit) -> None:
    page = visit(cast.astrid, "/omraden/almhojden/")
    assert '<path class="boundary-now" d="M' in page.html
    assert "Övningsdistriktet" in page.words
    assert "Norr är uppåt" in page.words


def test_kin_is_followed_both_ways_by_links(cast: Cast, visit: Visit) -> None:
    add_sweden()
    whole = visit(cast.astrid, "/omraden/rinkeby-tensta/", {"dag": "2024-01-01"})
    assert "Har blivit" in whole.words
    assert "/omraden/hjulsta/?dag=2025-12-01" in whole.html
    part = visit(cast.astrid, "/omraden/hjulsta/")
    assert "Kommer av Rinkeby / Tensta" in part.words
    assert "/omraden/rinkeby-tensta/?dag=2025-11-30" in part.html


def test_an_area_off_the_list_that_day_shows_its_history(cast: Cast, visit: Visit) -> None:
    add_sweden()
    page = visit(cast.astrid, "/omraden/hageby/", {"dag": "2020-01-01"})
    assert page.status == 200
    assert "Står inte på listan den 1 januari 2020" in page.words
    assert "1 december 2023" in page.words


def test_a_boundary_that_is_not_known_is_said(cast: Cast, visit: Visit) -> None:
    add_sweden()
    page = visit(cast.astrid, "/omraden/rosengard/")
    assert "Gränsen för den här listan är inte inläst" in page.words
    assert "boundary-now" not in page.html


def test_an_area_that_is_not_is_not_found(cast: Cast, visit: Visit) -> None:
    assert visit(cast.astrid, "/omraden/finns-inte/").status == 404
    assert visit(cast.gun, "/omraden/almhojden/").status == 403
