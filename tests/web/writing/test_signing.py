"""Fastställa: what is missing is linked, nothing is signed unread, and what was typed is kept."""

from datetime import timedelta

import pytest

from samsyn.pictures.models import Version
from tests.builders import ALMHOJDEN, Begun, a_picture, sign
from tests.cast import HERE, NOW, Cast
from tests.web.reading.visiting import stand_at, visitor

SIGN = f"/lagesbild/{HERE}/faststall/"
DAY = timedelta(days=1)


@pytest.fixture
def picture(cast: Cast) -> Begun:
    return a_picture(cast, texts=["Torget är mörkt."])


def _form(picture: Begun, **more: str) -> dict[str, str]:
    causes = {f"cause-{chapter}": "world" for chapter in picture.chapters.values()}
    return {"edition": str(picture.draft.edition), **causes, **more}


def test_the_chief_signs_and_the_version_is_in_force(cast: Cast, picture: Begun) -> None:
    chief = visitor(cast.astrid)
    assert chief.post(SIGN, _form(picture)).response["Location"] == f"/lagesbild/{HERE}/"
    assert "Version 1 är fastställd och i kraft." in chief.get(f"/lagesbild/{HERE}/").words


def test_the_substitute_signs_in_the_time_given_and_not_after(cast: Cast, picture: Begun) -> None:
    substitute = visitor(cast.jonna)
    substitute.get(SIGN)
    stand_at(NOW + 200 * DAY)
    substitute.post(SIGN, _form(picture), status=403)
    assert not Version.objects.exists()
    stand_at(NOW)
    visitor(cast.jonna).post(SIGN, _form(picture))
    assert Version.objects.get().substitute


@pytest.mark.parametrize("name", ["bjorn", "cecilia", "dawit", "eva", "farid", "gun", "hanna", "ivar", "karin", "lars"])
def test_nobody_else_signs(cast: Cast, picture: Begun, name: str) -> None:
    visitor(getattr(cast, name)).post(SIGN, _form(picture), status=403)
    assert not Version.objects.exists()


def test_what_is_missing_is_shown_as_links_and_nothing_is_signed(cast: Cast, picture: Begun) -> None:
    empty = picture.write("Gången är mörk.", chapter=ALMHOJDEN, certainty=None)
    chief = visitor(cast.astrid)
    page = chief.post(SIGN, _form(picture), status=422)
    assert "Lägesbilden är inte fastställd." in page.words
    assert [link for link in page.links(f"/lagesbild/{HERE}/utkast/") if empty in link]
    assert not Version.objects.exists()


def test_a_draft_that_changed_a_second_ago_is_not_signed_and_the_reasons_typed_are_kept(
    cast: Cast, picture: Begun
) -> None:
    sign(picture)
    picture.write("Gången är mörk.", now=NOW + DAY)
    stand_at(NOW + 2 * DAY)
    chapter = next(iter(picture.chapters.values()))
    form = _form(picture, **{f"reason-{chapter}": "Bron är stängd."})
    picture.write("Bron är stängd.", now=NOW + 2 * DAY, by=cast.bjorn)
    page = visitor(cast.astrid).post(SIGN, form, status=409)
    assert "Björn Exempel ändrade utkastet" in page.words
    assert "Bron är stängd." in page.html
    assert Version.objects.count() == 1


def test_signed_twice_is_signed_once(cast: Cast, picture: Begun) -> None:
    chief, form = visitor(cast.astrid), _form(picture)
    chief.post(SIGN, form)
    chief.post(SIGN, form)
    assert Version.objects.count() == 1


def test_the_guard_reads_the_reasons_too(cast: Cast, picture: Begun) -> None:
    sign(picture)
    picture.write("Gången är mörk.", now=NOW + DAY)
    chapter = next(iter(picture.chapters.values()))
    page = visitor(cast.astrid).post(SIGN, _form(picture, **{f"reason-{chapter}": "Se 19811218-9876."}), status=422)
    assert "Texten är inte sparad." in page.words
    assert Version.objects.count() == 1
