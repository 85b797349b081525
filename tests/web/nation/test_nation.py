"""The nation page: every area once, sums from data, order by name or place, rights and bad addresses."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samsyn.areas import queries as areas
from tests.builders import a_signed_picture
from tests.cast import NOW, Cast, without_purpose
from tests.web.nation.visitor import Visit, add_sweden

TODAY = NOW.date()


def test_the_signed_out_are_sent_to_sign_in(cast: Cast) -> None:
    response = Client().get("/riket/OV/")
    assert response.status_code == 302
    assert "/logga-in/" in response.headers["Location"]


def test_the_nation_leads_to_the_readers_own(cast: Cast, visit: Visit) -> None:
    add_sweden()
    for actor in cast.but("gun"):
        page = visit(actor, "/riket/")
        assert (page.status, page.location) == (302, "/riket/OV/")


def test_somebody_without_a_role_is_refused(cast: Cast, visit: Visit) -> None:
    for path in ("/riket/", "/riket/OV/", "/riket/OV.csv", "/riket/OV/hinder/", "/riket/OV/insamling/"):
        assert visit(cast.gun, path).status == 403


@pytest.mark.parametrize("path", ["/riket/XX/", "/riket/XX.csv", "/riket/XX/hinder/", "/riket/OV-540210/"])
def test_a_nation_that_is_not_there_is_not_found(cast: Cast, visit: Visit, path: str) -> None:
    assert visit(cast.farid, path).status == 404


def test_both_nations_are_linked_from_each(cast: Cast, visit: Visit) -> None:
    add_sweden()
    for code in ("OV", "se"):
        page = visit(cast.bjorn, f"/riket/{code}/")
        assert 'href="/riket/OV/"' in page.html
        assert 'href="/riket/se/"' in page.html


def test_a_page_about_the_real_nation_is_not_marked_as_training(cast: Cast, visit: Visit) -> None:
    add_sweden()
    assert "Övning: påhittade uppgifter" in visit(cast.farid, "/riket/OV/").words
    assert "Övning: påhittade uppgifter" not in visit(cast.farid, "/riket/se/").words


def test_the_sums_of_the_published_lists_are_told_with_what_is_technical_last(cast: Cast, visit: Visit) -> None:
    add_sweden()
    page = visit(cast.farid, "/riket/se/")
    assert "61 − 6 + 4 = 59." in page.words
    assert "59 − 1 + 1 + 6 = 65." in page.words
    assert "Från 53 till 65 områden, 6 av dem genom delning" in page.words
    assert "59 utan delningar" in page.words


def test_every_listed_area_stands_in_the_table_once(cast: Cast, visit: Visit) -> None:
    nation_id = add_sweden()
    listed = areas.areas_in(nation_id, on=TODAY, by=cast.farid)
    rows = visit(cast.farid, "/riket/se/").headings_of_rows()
    assert sorted(rows) == sorted(area.name for area in listed)


def test_the_map_has_a_mark_for_every_area_and_windows_where_they_lie_close(cast: Cast, visit: Visit) -> None:
    add_sweden()
    page = visit(cast.farid, "/riket/se/")
    for title in ("Stockholm med omland, 32", "Göteborg, 8", "Malmö, 4"):
        assert title in page.words
    main = page.html.partition('aria-labelledby="karta"')[2].partition("</svg>")[0]
    assert main.count("<title>") == 65
    assert "<title>Alby, Botkyrka, särskilt utsatt</title>" in main


def test_rows_stand_by_region_and_name(cast: Cast, visit: Visit) -> None:
    nation_id = add_sweden()
    listed = areas.areas_in(nation_id, on=TODAY, by=cast.farid)
    rows = visit(cast.farid, "/riket/se/").headings_of_rows()
    stockholm = rows[rows.index("Alby") : rows.index("Araby")]
    key = {area.name: area.sort_key for area in listed}
    assert len(stockholm) == 32
    assert stockholm == sorted(stockholm, key=key.__getitem__)


def test_rows_stand_from_north_to_south_when_asked(cast: Cast, visit: Visit) -> None:
    nation_id = add_sweden()
    north = {area.name: area.lat or 0 for area in areas.areas_in(nation_id, on=TODAY, by=cast.farid)}
    rows = visit(cast.farid, "/riket/se/", {"ordning": "lage"}).headings_of_rows()
    skane = [name for name in rows if name in {"Söder", "Karlslund", "Rosengård", "Araby"}]
    assert skane == sorted(skane, key=north.__getitem__, reverse=True)
    assert rows.index("Tjärna Ängar") < rows.index("Alby") < rows.index("Rosengård")


@pytest.mark.parametrize("order", ["antal", "trend", "kategori", "folkmangd"])
def test_rows_are_never_sorted_by_a_figure(cast: Cast, visit: Visit, order: str) -> None:
    plain = visit(cast.farid, "/riket/OV/").headings_of_rows()
    page = visit(cast.farid, "/riket/OV/", {"ordning": order})
    assert page.status == 422
    assert page.headings_of_rows() == plain


def test_filters_keep_what_they_say(cast: Cast, visit: Visit) -> None:
    add_sweden()
    page = visit(cast.farid, "/riket/se/", {"region": "5100", "kategori": "sarskilt"})
    assert "Visar" in page.words
    only = visit(cast.farid, "/riket/se/", {"trend": "ny"})
    assert only.headings_of_rows() == ["Granängsringen"]
    assert "Visar 1 av 65." in only.words
    assert visit(cast.farid, "/riket/OV/", {"kategori": "sarskilt"}).headings_of_rows() == ["Almhöjden"]


def test_a_filter_that_finds_nothing_says_what_to_do(cast: Cast, visit: Visit) -> None:
    page = visit(cast.farid, "/riket/OV/", {"kategori": "sarskilt", "trend": "negativ"})
    assert (page.status, page.headings_of_rows()) == (200, [])
    assert "Ta bort ett val för att se fler." in page.words


@pytest.mark.parametrize("query", [{"region": "9999"}, {"kategori": "svart"}, {"trend": "'"}, {"dag": "2026-13-40"}])
def test_a_choice_that_is_not_understood_is_told_and_left_out(cast: Cast, visit: Visit, query: dict[str, str]) -> None:
    page = visit(cast.farid, "/riket/OV/", query)
    assert page.status == 422
    assert "Något i adressen gick inte att läsa." in page.words
    assert len(page.headings_of_rows()) == 3


def test_the_page_stands_on_any_day(cast: Cast, visit: Visit) -> None:
    add_sweden()
    page = visit(cast.farid, "/riket/se/", {"dag": "2022-01-01"})
    assert len(page.headings_of_rows()) == 61
    assert "Som av den 1 januari 2022." in page.words
    assert "59 − 1 + 1 + 6 = 65" not in page.words
    assert "riskområde, 14" in page.words


@pytest.mark.parametrize("day", ["2014-06-01", "1900-01-01"])
def test_a_day_before_the_first_list_says_so(cast: Cast, visit: Visit, day: str) -> None:
    page = visit(cast.farid, "/riket/OV/", {"dag": day})
    assert page.status == 200
    assert "Ingen lista var i kraft den dagen." in page.words


def test_an_area_tells_what_it_was_split_from(cast: Cast, visit: Visit) -> None:
    assert "Kvarnparken delad från Kvarnbacken" in visit(cast.bjorn, "/riket/OV/").words


def test_the_strip_of_an_area_is_read_in_words(cast: Cast, visit: Visit) -> None:
    assert (
        'aria-label="2021 riskområde, 2023 särskilt utsatt, 2025 särskilt utsatt"'
        in visit(cast.bjorn, "/riket/OV/").html
    )


def test_a_partner_reads_public_facts_and_nothing_of_what_is_answered(cast: Cast, visit: Visit) -> None:
    a_signed_picture(cast)
    page = visit(cast.dawit, "/riket/OV/")
    assert page.status == 200
    assert len(page.headings_of_rows()) == 3
    assert "De lämnar inte polisen." in page.words
    assert "Just nu" not in page.words
    assert "Insamling" not in page.words


def test_an_answer_counts_from_the_moment_it_is_signed_for_those_who_may_read_it(cast: Cast, visit: Visit) -> None:
    assert "Just nu: 0 av 3 områden." in visit(cast.farid, "/riket/OV/").words
    a_signed_picture(cast)
    for actor in (cast.farid, cast.eva, cast.hanna, cast.astrid, without_purpose(cast.karin)):
        assert "Just nu: 3 av 3 områden." in visit(actor, "/riket/OV/").words
    assert "Just nu: 0 av 3 områden." in visit(cast.cecilia, "/riket/OV/").words


def test_only_whoever_decides_the_list_is_led_to_it(cast: Cast, visit: Visit) -> None:
    assert "Besluta lista" in visit(cast.farid, "/riket/OV/").words
    for actor in cast.but("farid", "gun"):
        assert "Besluta lista" not in visit(actor, "/riket/OV/").words


def test_it_costs_the_same_number_of_queries_for_three_areas_and_sixty_five(cast: Cast, visit: Visit) -> None:
    add_sweden()
    client = visit.client(cast.farid)
    counted = []
    for code in ("OV", "se"):
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert client.get(f"/riket/{code}/").status_code == 200
        counted.append(len(found))
    assert counted[0] == counted[1]


def test_trends_are_not_claimed_for_lists_that_give_none(cast: Cast, visit: Visit) -> None:
    add_sweden()
    page = visit(cast.farid, "/riket/se/", {"dag": "2022-01-01"})
    assert "Trend 2021 inom kategorin" not in page.words
    assert "anges inte" in page.words


def test_the_oldest_page_of_the_training_nation_has_one_list(cast: Cast, visit: Visit) -> None:
    page = visit(replace(cast.farid), "/riket/OV/", {"dag": date(2022, 6, 1).isoformat()})
    assert "Den första listan har 2 områden" in page.words
