"""Beginning a unit's picture and choosing its chapters."""

import pytest

from samsyn.core.errors import NotFound
from samsyn.core.periods import day_of
from samsyn.core.pictures.document import ChapterKind
from samsyn.pictures.actions.chapters import add_place, follow_boundaries, remove_chapter, start_picture
from samsyn.pictures.errors import SameIdOtherText
from samsyn.pictures.queries import drafts
from tests.builders import Begun, a_picture, fresh_ids, new_id
from tests.cast import ABOVE, BESIDE, HERE, NOW, Cast


def _titles(picture: Begun) -> list[str]:
    return [chapter.title for chapter in picture.draft.document.chapters]


def test_a_local_picture_begins_with_the_whole_and_every_listed_area(cast_and_areas: Cast) -> None:
    picture = a_picture(cast_and_areas)
    chapters = picture.draft.document.chapters
    assert [(chapter.number, chapter.kind, chapter.title) for chapter in chapters] == [
        (1, ChapterKind.WHOLE, "Hela området"),
        (2, ChapterKind.AREA, "Almhöjden"),
        (3, ChapterKind.AREA, "Kvarnparken"),
        (4, ChapterKind.AREA, "Norra Torget"),
    ]
    assert all(chapter.boundary for chapter in chapters[1:])


def test_a_picture_above_begins_with_the_whole_alone(cast_and_areas: Cast) -> None:
    assert _titles(a_picture(cast_and_areas, unit=ABOVE)) == ["Hela området"]


def test_beginning_twice_is_beginning_once(cast: Cast) -> None:
    picture = a_picture(cast)
    again = start_picture(by=cast.astrid, now=NOW, unit_id=picture.unit_id, chapter_ids=fresh_ids())
    assert again == picture.draft.picture_id
    assert _titles(picture) == ["Hela området"]


def test_a_place_that_nobody_listed_gets_a_chapter_of_its_own(cast: Cast) -> None:
    picture = a_picture(cast)
    number = add_place(by=cast.bjorn, now=NOW, unit_id=picture.unit_id, chapter_id=new_id(), title="Parkeringen")
    place = picture.draft.document.chapters[-1]
    assert (number, place.kind, place.title, place.listed) == (2, ChapterKind.PLACE, "Parkeringen", False)


def test_the_same_form_twice_adds_one_place(cast: Cast) -> None:
    picture, chapter_id = a_picture(cast), new_id()
    for _ in range(2):
        add_place(by=cast.bjorn, now=NOW, unit_id=picture.unit_id, chapter_id=chapter_id, title="Parkeringen")
    assert _titles(picture) == ["Hela området", "Parkeringen"]


def test_the_same_id_with_another_title_is_refused(cast: Cast) -> None:
    picture, chapter_id = a_picture(cast), new_id()
    add_place(by=cast.bjorn, now=NOW, unit_id=picture.unit_id, chapter_id=chapter_id, title="Parkeringen")
    with pytest.raises(SameIdOtherText):
        add_place(by=cast.bjorn, now=NOW, unit_id=picture.unit_id, chapter_id=chapter_id, title="Gångvägen")


def test_a_removed_chapter_leaves_its_number_unused(cast: Cast) -> None:
    picture, chapter_id = a_picture(cast), new_id()
    add_place(by=cast.bjorn, now=NOW, unit_id=picture.unit_id, chapter_id=chapter_id, title="Parkeringen")
    remove_chapter(by=cast.bjorn, now=NOW, unit_id=picture.unit_id, chapter_id=chapter_id)
    number = add_place(by=cast.bjorn, now=NOW, unit_id=picture.unit_id, chapter_id=new_id(), title="Gångvägen")
    assert number == 3
    assert _titles(picture) == ["Hela området", "Gångvägen"]


def test_a_chapter_of_another_unit_is_not_found(cast: Cast) -> None:
    picture = a_picture(cast)
    theirs = next(iter(a_picture(cast, unit=BESIDE).chapters.values()))
    with pytest.raises(NotFound):
        remove_chapter(by=cast.bjorn, now=NOW, unit_id=picture.unit_id, chapter_id=theirs)


def test_chapters_follow_the_list_in_force(cast_and_areas: Cast) -> None:
    before = NOW.replace(year=2025, month=11, day=20)
    picture = a_picture(cast_and_areas, now=before)
    boundary = {chapter.title: chapter.boundary for chapter in picture.draft.document.chapters}
    assert _titles(picture) == ["Hela området", "Almhöjden", "Kvarnparken"]
    changed = follow_boundaries(by=cast_and_areas.bjorn, now=NOW, unit_id=picture.unit_id, chapter_ids=fresh_ids())
    assert changed == 2
    assert _titles(picture) == ["Hela området", "Almhöjden", "Kvarnparken", "Norra Torget"]
    after = {chapter.title: chapter.boundary for chapter in picture.draft.document.chapters}
    assert after["Almhöjden"] != boundary["Almhöjden"]
    assert after["Kvarnparken"] == boundary["Kvarnparken"]
    again = follow_boundaries(by=cast_and_areas.bjorn, now=NOW, unit_id=picture.unit_id, chapter_ids=fresh_ids())
    assert again == 0


def test_a_picture_nobody_began_has_no_draft(cast: Cast) -> None:
    assert not drafts.has_picture(cast.unit(HERE))
    with pytest.raises(NotFound):
        drafts.draft(by=cast.astrid, unit_id=cast.unit(HERE), today=day_of(NOW))
