"""What a reader sees where words have been destroyed by decision."""

from samsyn.pictures.actions.erasing import Decision, erase_paragraph
from tests.builders import a_picture, a_signed_picture, lift, sign
from tests.cast import ABOVE, HERE, NOW, Cast
from tests.web.reading.visiting import visitor


def test_an_erased_paragraph_shows_its_certificate_and_none_of_its_words(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Kanariefågel i bur.", "Torget är mörkt."])
    decision = Decision("2026-114", "dataskydd")
    erase_paragraph(by=cast.karin, now=NOW, paragraph_id=picture.written[0], decision=decision)
    page = visitor(cast.eva).get(f"/lagesbild/{HERE}/")
    assert (
        "Raderat enligt beslut. Beslut 2026-114 den 9 november 2026, dataskydd, verkställt av Karin Exempel."
        in page.words
    )
    assert "Kanariefågel" not in page.html
    assert "Torget är mörkt." in page.words


def test_what_was_lifted_from_it_is_gone_too(cast: Cast) -> None:
    below, first = a_signed_picture(cast, texts=["Kanariefågel i bur."])
    above = a_picture(cast, unit=ABOVE)
    lift(above, "I distriktet finns en kanariefågel.", [(first, below.written[0])])
    sign(above)
    erase_paragraph(by=cast.karin, now=NOW, paragraph_id=below.written[0], decision=Decision("2026-115", "sekretess"))
    page = visitor(cast.eva).get(f"/lagesbild/{ABOVE}/")
    assert "kanariefågel" not in page.html.lower()
    assert "Beslut 2026-115" in page.words
