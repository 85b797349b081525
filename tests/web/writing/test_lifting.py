"""Hämta in: sentences from below become part of the picture above, each with its trail."""

from samsyn.core.access import InfoClass
from samsyn.pictures.models import Paragraph
from tests.builders import Begun, a_picture, a_signed_picture, sign
from tests.cast import ABOVE, HERE, REGION, Cast, without_purpose
from tests.web.reading.visiting import visitor

LIFT = f"/lagesbild/{ABOVE}/hamta-in/"


def _form(above: Begun, *sources: str, **more: str) -> dict[str, str]:
    chapter = next(iter(above.chapters.values()))
    return {"paragraph": sources[0], "chapter_id": chapter, "section": "patterns", "key": "c" * 32, **more}


def test_a_sentence_is_lifted_once_however_often_the_form_is_sent(cast: Cast) -> None:
    picture, version = a_signed_picture(cast, texts=["Torget är mörkt."])
    above = a_picture(cast, unit=ABOVE)
    chief, source = visitor(cast.hanna), f"{version.id}.{picture.written[0]}"
    assert "Torget är mörkt." in chief.get(LIFT).words
    for _ in range(2):
        chief.post(LIFT, _form(above, source))
    lifted = Paragraph.objects.filter(chapter__picture__unit_id=above.unit_id, text="Torget är mörkt.")
    assert lifted.count() == 1
    assert picture.written[0] in str(lifted.get().sources)


def test_nothing_chosen_is_asked_for(cast: Cast) -> None:
    a_signed_picture(cast)
    a_picture(cast, unit=ABOVE)
    assert "Välj minst ett stycke." in visitor(cast.hanna).post(LIFT, status=422).words


def test_marked_sentences_wait_for_a_purpose_and_keep_their_class_above(cast: Cast) -> None:
    picture = a_picture(cast)
    marked = picture.write("Två butiker betalar.", info_class=InfoClass.K2)
    version = sign(picture)
    above = a_picture(cast, unit=ABOVE)
    assert "Två butiker" not in visitor(without_purpose(cast.hanna)).get(LIFT).words
    visitor(cast.hanna).post(LIFT, _form(above, f"{version.id}.{marked}"))
    assert Paragraph.objects.get(text="Två butiker betalar.", chapter__picture__unit_id=above.unit_id).info_class == 2


def test_what_one_may_not_read_cannot_be_lifted(cast: Cast) -> None:
    picture = a_picture(cast)
    hidden = picture.write("Källans uppgift.", info_class=InfoClass.K3)
    version = sign(picture)
    above = a_picture(cast, unit=REGION)
    form = _form(above, f"{version.id + 1000}.{hidden}")
    visitor(cast.eva).post(f"/lagesbild/{REGION}/hamta-in/", form, status=404)
    assert not Paragraph.objects.filter(chapter__picture__unit_id=above.unit_id, text="Källans uppgift.").exists()


def test_the_nearest_units_stand_first(cast: Cast) -> None:
    for unit in (HERE, ABOVE):
        a_signed_picture(cast, unit=unit)
    a_picture(cast, unit=REGION)
    page = visitor(cast.eva).get(f"/lagesbild/{REGION}/hamta-in/")
    assert "Övningslänet version 1" in page.words
    assert "Övningsdistriktet version 1" not in page.words
