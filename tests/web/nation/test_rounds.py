"""Collection rounds: opened by the nation, answered by signing, late by whole days, seen within one's own rights."""

from datetime import datetime, timedelta

from django.conf import settings

from samsyn.core.access import Permission
from samsyn.pictures.actions.rounds import open_round
from samsyn.pictures.models import Round
from tests.builders import a_picture, sign
from tests.cast import BESIDE, NOW, Cast
from tests.refusal import refused
from tests.web.nation.visitor import Visit

PATH = "/riket/OV/insamling/"
TITLE = "Årlig insamling 2026"
TODAY = NOW.date()


def later(days: int) -> datetime:
    """Move the clock of the pages on and return the moment."""
    settings.CLOCK_SHIFT_S += days * 86_400
    return NOW + timedelta(days=days)


def a_round(cast: Cast, *, days: int = 7) -> int:
    """Open a round an hour ago, due in some days."""
    return open_round(
        by=cast.farid,
        now=NOW - timedelta(hours=1),
        nation_id=cast.country.nation_id,
        title=TITLE,
        due_on=TODAY + timedelta(days=days),
    )


def row(words: str, name: str) -> str:
    """Return what stands after the name of a unit."""
    return words.partition(name)[2][:90]


def test_only_the_nation_opens_and_closes_a_round(cast: Cast, visit: Visit) -> None:
    form = {"titel": TITLE, "sista_dag": (TODAY + timedelta(days=7)).isoformat()}
    for actor in cast.but("farid"):
        with refused(Permission.ROUND_OPEN):
            open_round(
                by=actor, now=NOW, nation_id=cast.country.nation_id, title=TITLE, due_on=TODAY + timedelta(days=7)
            )
        assert visit.post(actor, PATH, form).status == 403
    assert not Round.objects.exists()
    number = str(a_round(cast))
    for actor in cast.but("farid"):
        assert visit.post(actor, f"{PATH}stang/", {"omgang": number}).status == 403
    assert not Round.objects.exclude(closed_at=None).exists()


def test_a_round_is_opened_by_a_form(cast: Cast, visit: Visit) -> None:
    form = {"titel": TITLE, "sista_dag": (TODAY + timedelta(days=7)).isoformat()}
    assert visit.post(cast.farid, PATH, form).location == PATH
    page = visit(cast.farid, PATH)
    assert TITLE in page.words
    assert "Sista dag 16 november 2026, 7 dagar kvar." in page.words
    assert "0 av 3 har fastställt." in page.words


def test_a_form_sent_twice_opens_one_round(cast: Cast, visit: Visit) -> None:
    form = {"titel": TITLE, "sista_dag": (TODAY + timedelta(days=7)).isoformat()}
    visit.post(cast.farid, PATH, form)
    visit.post(cast.farid, PATH, form)
    assert Round.objects.count() == 1


def test_wrong_input_is_told_beside_its_field_and_nothing_typed_is_lost(cast: Cast, visit: Visit) -> None:
    day = (TODAY + timedelta(days=7)).isoformat()
    for form, sentence in (
        ({"titel": TITLE, "sista_dag": TODAY.isoformat()}, "Sista dagen måste komma efter i dag."),
        ({"titel": TITLE, "sista_dag": "i morgon"}, "Välj den sista dagen."),
        ({"titel": "  ", "sista_dag": day}, "Skriv vad insamlingen heter"),
        ({"titel": "Fråga 19121212-1212", "sista_dag": day}, "Den innehåller uppgifter som inte får stå här."),
        ({"titel": "x" * 121, "sista_dag": day}, "Texten är för lång."),
    ):
        page = visit.post(cast.farid, PATH, form)
        assert page.status == 422
        assert sentence in page.words
        assert page.values("titel") == [form["titel"].strip()]
    assert not Round.objects.exists()


def test_signed_waiting_and_late_are_told_apart(cast: Cast, visit: Visit) -> None:
    a_round(cast)
    sign(a_picture(cast))
    words = visit(cast.farid, PATH).words
    assert "Version 1, 9 november 2026" in row(words, "Övningsdistriktet Övningslänet")
    assert "Inte fastställd än" in row(words, "Granndistriktet Övningslänet")
    assert "sent" not in words
    later(8)
    words = visit(cast.farid, PATH).words
    assert "Inte fastställd än 1 dag sent" in row(words, "Granndistriktet Övningslänet")
    assert "2 är sena." in words
    assert "Sista dag var 16 november 2026." in words


def test_what_is_signed_after_the_last_day_is_in_but_late(cast: Cast, visit: Visit) -> None:
    a_round(cast)
    sign(a_picture(cast, now=later(10)), now=NOW + timedelta(days=10))
    assert "Version 1, 19 november 2026 3 dagar sent" in visit(cast.farid, PATH).words


def test_the_last_day_itself_is_not_late(cast: Cast, visit: Visit) -> None:
    a_round(cast)
    later(7)
    words = visit(cast.farid, PATH).words
    assert "Sista dag 16 november 2026, i dag." in words
    assert "sent" not in words


def test_what_was_signed_before_the_round_does_not_count(cast: Cast, visit: Visit) -> None:
    sign(a_picture(cast, now=NOW - timedelta(days=2)), now=NOW - timedelta(days=2))
    a_round(cast)
    assert "0 av 3 har fastställt." in visit(cast.farid, PATH).words


def test_the_first_version_after_the_opening_is_the_answer(cast: Cast, visit: Visit) -> None:
    a_round(cast)
    picture = a_picture(cast)
    sign(picture)
    moment = later(9)
    picture.write("Det är lugnare nu.", now=moment)
    sign(picture, now=moment)
    assert "Version 1, 9 november 2026" in visit(cast.farid, PATH).words


def test_everybody_sees_the_units_of_their_own_rights_and_no_others(cast: Cast, visit: Visit) -> None:
    a_round(cast)
    sign(a_picture(cast))
    for actor, shown, hidden in (
        (cast.farid, 3, 0),
        (cast.eva, 3, 0),
        (cast.hanna, 2, 1),
        (cast.astrid, 1, 2),
        (cast.cecilia, 1, 2),
    ):
        words = visit(actor, PATH).words
        assert f"av {shown} har fastställt." in words
        assert ("visas inte." in words) == bool(hidden)
    words = visit(cast.cecilia, PATH).words
    assert "0 av 1 har fastställt." in words
    assert "Version 1" not in words


def test_those_who_read_no_pictures_are_refused(cast: Cast, visit: Visit) -> None:
    a_round(cast)
    for actor in (cast.dawit, cast.gun, cast.ivar):
        for path in (PATH, f"{PATH[:-1]}.csv"):
            assert visit(actor, path).status == 403


def test_a_closed_round_keeps_what_came_in_and_counts_nothing_later(cast: Cast, visit: Visit) -> None:
    number = a_round(cast)
    sign(a_picture(cast))
    assert visit.post(cast.farid, f"{PATH}stang/", {"omgang": str(number)}).location == PATH
    moment = later(3)
    sign(a_picture(cast, unit=BESIDE, now=moment), now=moment)
    words = visit(cast.farid, PATH, {"omgang": str(number)}).words
    assert "1 av 3 har fastställt." in words
    assert "stängd 9 november 2026" in words


def test_a_round_that_is_not_there_is_not_found(cast: Cast, visit: Visit) -> None:
    assert visit(cast.farid, PATH, {"omgang": "17"}).status == 404
    assert visit(cast.farid, f"{PATH[:-1]}.csv").status == 404
    for number in ("17", "", "ett", "-1"):
        assert visit.post(cast.farid, f"{PATH}stang/", {"omgang": number}).status == 404


def test_a_round_is_closed_once(cast: Cast, visit: Visit) -> None:
    number = str(a_round(cast))
    visit.post(cast.farid, f"{PATH}stang/", {"omgang": number})
    assert visit.post(cast.farid, f"{PATH}stang/", {"omgang": number}).status == 404


def test_without_a_round_the_page_says_what_it_is_for(cast: Cast, visit: Visit) -> None:
    assert "Ingen insamling har öppnats än" in visit(cast.astrid, PATH).words
    assert "Öppna en insamling" not in visit(cast.astrid, PATH).words


def test_the_rows_are_handed_over_as_a_file_within_the_same_rights(cast: Cast, visit: Visit) -> None:
    a_round(cast)
    sign(a_picture(cast))
    text = visit.raw(cast.hanna, f"{PATH[:-1]}.csv").content.decode()
    assert "Övningsdistriktet;OV-540210;Version 1, 9 november 2026;" in text
    assert "Granndistriktet;OV-540220;Inte fastställd än;" in text
    assert "Fjärrdistriktet" not in text


def test_rows_can_be_narrowed_to_a_region(cast: Cast, visit: Visit) -> None:
    a_round(cast)
    assert "0 av 3 har fastställt." in visit(cast.farid, PATH, {"region": "OV-5400"}).words
    assert visit(cast.farid, PATH, {"region": "Nord"}).status == 422
