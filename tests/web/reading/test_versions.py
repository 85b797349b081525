"""Older versions, corrections, the picture as of a day, and taking note."""

from datetime import UTC, datetime, timedelta

import pytest

from samsyn.pictures.actions import responding
from samsyn.web.reading import pages
from tests.builders import a_signed_picture, said, sign
from tests.cast import ABOVE, HERE, NATION, NOW, REGION, Cast
from tests.web.reading.editing import edit
from tests.web.reading.visiting import stand_at, visitor

PAGE = f"/lagesbild/{HERE}/"
DAY = timedelta(days=1)


def _three_versions(cast: Cast) -> None:
    """Sign on 9 November, 12 November, and a correction of the second on 14 November."""
    picture, _ = a_signed_picture(cast, texts=["Torget är mörkt."])
    edit(picture, picture.written[0], "Torget är ljust.", now=NOW + 3 * DAY)
    sign(picture, by=cast.jonna, now=NOW + 3 * DAY)
    edit(picture, picture.written[0], "Torget är halvljust.", now=NOW + 5 * DAY)
    sign(picture, now=NOW + 5 * DAY, correction=True)
    stand_at(NOW + 7 * DAY)


def test_a_corrected_version_leads_to_its_correction_and_back(cast: Cast) -> None:
    _three_versions(cast)
    reader = visitor(cast.eva)
    wrong = reader.get(f"{PAGE}version/2/")
    assert "Rättad i version 3. Läs den rättade versionen" in wrong.words
    assert wrong.links(f"{PAGE}version/3/")
    right = reader.get(PAGE)
    assert "Den här versionen rättar version 2. Läs den version som rättades" in right.words
    assert right.links(f"{PAGE}version/2/")


def test_a_past_version_says_until_when_it_held_and_offers_nothing_to_do(cast: Cast) -> None:
    _three_versions(cast)
    page = visitor(cast.eva).get(f"{PAGE}version/1/")
    assert "Version 1 gällde till 12 november 2026 kl. 09.00. Läs versionen i kraft" in page.words
    assert "Torget är mörkt." in page.words
    assert "Jag har tagit del" not in page.words
    assert not page.links(f"{PAGE}version/1/stycke/")


def test_the_list_names_every_version_who_signed_it_and_what_became_of_it(cast: Cast) -> None:
    _three_versions(cast)
    reader = visitor(cast.eva)
    reader.post(f"{PAGE}version/3/tagit-del/")
    words = reader.get(f"{PAGE}versioner/").words
    assert "Version 3 14 november 2026 kl. 09.00 Astrid Exempel Rättar version 2, i kraft 16 november 2026" in words
    assert "Jonna Exempel, ersättare Rättad i version 3, gällde till 14 november 2026 nej" in words
    assert "Gällde till 12 november 2026 nej den första" in words


def test_a_long_list_goes_on_on_the_next_page(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PAGE", 2)
    _three_versions(cast)
    first = visitor(cast.eva).get(f"{PAGE}versioner/")
    assert "Version 2" in first.words
    assert "Visa äldre versioner" in first.words
    rest = visitor(cast.eva).get(first.links(f"{PAGE}versioner/")[0])
    assert "Version 1 9 november 2026" in rest.words
    assert "Version 2 12 november" not in rest.words


@pytest.mark.parametrize(
    ("day", "number", "said"),
    [
        ("2026-11-09", 1, "mörkt"),
        ("2026-11-11", 1, "mörkt"),
        ("2026-11-12", 2, "[tillagt: ljust ]"),
        ("2026-11-14", 3, "[tillagt: halvljust ]"),
    ],
)
def test_as_of_a_day_is_what_was_signed_before_its_end(cast: Cast, day: str, number: int, said: str) -> None:
    _three_versions(cast)
    words = visitor(cast.eva).get(f"{PAGE}?dag={day}").words
    assert f"Version {number}, som gällde" in words
    assert f"Torget är {said}" in words


def test_a_day_before_the_first_version_says_when_the_first_was_signed(cast: Cast) -> None:
    _three_versions(cast)
    page = visitor(cast.eva).get(f"{PAGE}?dag=2026-11-08")
    assert "Ingen lägesbild var fastställd den 8 november 2026." in page.words
    assert "Den första fastställdes 9 november 2026 kl. 09.00. Läs version 1" in page.words


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2026-11-17", "Den dagen har inte varit än. Välj i dag eller en dag före."),
        ("i går", "Dagen går inte att läsa. Skriv den som 2026-11-02."),
        ("2026-02-30", "Dagen går inte att läsa. Skriv den som 2026-11-02."),
        ("", "Dagen går inte att läsa. Skriv den som 2026-11-02."),
    ],
)
def test_a_day_that_cannot_be_shown_gets_a_clear_sentence(cast: Cast, day: str, sentence: str) -> None:
    _three_versions(cast)
    assert sentence in visitor(cast.eva).get(f"{PAGE}?dag={day}", status=422).words


def test_as_of_a_day_names_and_boundaries_are_those_of_the_day(cast: Cast) -> None:
    """A picture signed before the newest list is read under that list today, and under the one before it then."""
    before = datetime(2025, 11, 20, 8, tzinfo=UTC)
    a_signed_picture(cast, now=before)
    now = visitor(cast.eva).get(PAGE).words
    assert "Almhöjden Särskilt utsatt område, trend stabil" in now
    assert "Gränsen är en annan än när kapitlet fastställdes." in now
    then = visitor(cast.eva).get(f"{PAGE}?dag=2025-11-21").words
    assert "Almhöjden Särskilt utsatt område Karta och historia" in then
    assert "Gränsen är en annan" not in then


def test_what_was_said_after_the_day_is_not_shown(cast: Cast) -> None:
    picture, version = a_signed_picture(cast, texts=["Vittnen tackar nej."])
    responding.dissent(
        by=cast.hanna, now=NOW + DAY, version=version, paragraph_id=picture.written[0], said=said(cast, ABOVE, "Nej.")
    )
    stand_at(NOW + 2 * DAY)
    assert "”Nej.”" in visitor(cast.eva).get(PAGE).words
    assert "”Nej.”" not in visitor(cast.eva).get(f"{PAGE}?dag=2026-11-09").words


@pytest.mark.parametrize("number", [0, 4, 99999999999999999999])
def test_an_unknown_version_is_not_there(cast: Cast, number: int) -> None:
    _three_versions(cast)
    visitor(cast.eva).get(f"{PAGE}version/{number}/", status=404)


def test_taking_note_is_one_tap_and_once_is_enough(cast: Cast) -> None:
    a_signed_picture(cast, texts=["Torget är mörkt."])
    reader = visitor(cast.eva)
    assert "Jag har tagit del" in reader.get(PAGE).words
    reader.post(f"{PAGE}version/1/tagit-del/")
    reader.post(f"{PAGE}version/1/tagit-del/")
    page = reader.get(PAGE)
    assert "Du har tagit del av version 1." in page.words
    assert "Jag har tagit del" not in page.words
    assert "Du tog del av versionen 9 november 2026." in page.words


def test_receipts_are_counted_level_by_level_and_name_nobody(cast: Cast) -> None:
    a_signed_picture(cast)
    for reader in (cast.astrid, cast.bjorn, cast.eva):
        visitor(reader).post(f"{PAGE}version/1/tagit-del/")
    page = visitor(cast.hanna).get(f"{PAGE}version/1/kvittenser/")
    assert "Övningsdistriktet 2 av 4 senast 9 november 2026 kl. 09.00" in page.words
    assert "Övningslänet 0 av 1 ingen ännu" in page.words
    assert "Övningsregionen 1 av 1" in page.words
    assert "Övningsriket 0 av 2 ingen ännu" in page.words
    assert "Björn" not in page.words


@pytest.mark.parametrize("name", ["cecilia", "dawit", "gun", "ivar"])
@pytest.mark.parametrize("path", ["version/1/", "versioner/", "version/1/kvittenser/", "version/1.pdf"])
def test_every_address_of_a_picture_is_closed_to_those_outside(cast: Cast, name: str, path: str) -> None:
    a_signed_picture(cast, texts=["Kanariefågel."])
    page = visitor(getattr(cast, name)).get(f"{PAGE}{path}", status=404)
    assert "Kanariefågel" not in page.html


@pytest.mark.parametrize("name", ["cecilia", "dawit", "gun", "ivar"])
def test_nobody_takes_note_of_what_they_may_not_read(cast: Cast, name: str) -> None:
    a_signed_picture(cast)
    visitor(getattr(cast, name)).post(f"{PAGE}version/1/tagit-del/", status=404)


def test_a_picture_of_the_nation_has_its_own_levels(cast: Cast) -> None:
    a_signed_picture(cast, unit=NATION, texts=["Läget i riket."])
    words = visitor(cast.farid).get(f"/lagesbild/{NATION}/").words
    assert "Läget i riket." in words
    assert "Inte lyft än" not in words
    a_signed_picture(cast, unit=REGION)
    assert "Inte lyft än" in visitor(cast.farid).get(f"/lagesbild/{REGION}/").words
