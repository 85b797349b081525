"""Taking a paragraph out, and putting it back."""

import pytest

from samsyn.core.errors import NotFound
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.actions.drafting import remove_paragraph, restore_paragraph
from samsyn.pictures.errors import NotReady
from samsyn.pictures.queries import versions
from tests.builders import Begun, a_picture, a_signed_picture, sign
from tests.cast import BESIDE, NOW, Cast


def _remove(picture: Begun, key: str, reason: str = "Lampan är lagad.") -> None:
    remove_paragraph(by=picture.by, now=NOW, unit_id=picture.unit_id, paragraph_id=key, reason=reason)


def _texts(picture: Begun) -> list[str]:
    return [item.text for item in picture.draft.document.paragraphs() if item.kind is ParagraphKind.TEXT]


def test_a_removed_paragraph_leaves_the_document_but_not_the_draft(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt.", "Gången är mörk."])
    _remove(picture, picture.written[0])
    row = picture.draft.paragraphs[picture.written[0]]
    assert _texts(picture) == ["Gången är mörk."]
    assert (row.paragraph.text, row.removed_by, row.removal_reason) == (
        "Torget är mörkt.",
        "astrid",
        "Lampan är lagad.",
    )


def test_a_restored_paragraph_is_as_it_was(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    before = picture.draft.paragraphs[picture.written[0]]
    _remove(picture, picture.written[0])
    restore_paragraph(by=cast.bjorn, now=NOW, unit_id=picture.unit_id, paragraph_id=picture.written[0])
    assert picture.draft.paragraphs[picture.written[0]] == before


def test_the_reason_is_signed_where_the_paragraph_stood(cast: Cast) -> None:
    picture, first = a_signed_picture(cast, texts=["Torget är mörkt.", "Gången är mörk."])
    _remove(picture, picture.written[0])
    second = sign(picture)
    read = versions.reading(by=cast.astrid, facts=second, on=NOW.date()).document
    removal = next(item for item in read.paragraphs() if item.kind is ParagraphKind.REMOVAL)
    assert (removal.text, removal.label, removal.facts) == (
        "Lampan är lagad.",
        "1.2",
        {"removed": picture.written[0]},
    )
    assert "Torget är mörkt." not in [item.text for item in read.paragraphs()]
    earlier = versions.reading(by=cast.astrid, facts=first, on=NOW.date()).document
    assert "Torget är mörkt." in [item.text for item in earlier.paragraphs()]


def test_a_signed_paragraph_is_not_taken_out_without_a_reason(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Torget är mörkt."])
    _remove(picture, picture.written[0], reason=" ")
    with pytest.raises(NotReady):
        sign(picture)


def test_one_that_was_never_signed_goes_without_a_reason(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Torget är mörkt."])
    key = picture.write("Skriv här.")
    picture.write("Gången är mörk.")
    _remove(picture, key, reason="")
    read = versions.reading(by=cast.astrid, facts=sign(picture), on=NOW.date()).document
    assert [item.text for item in read.paragraphs() if item.kind is ParagraphKind.REMOVAL] == []
    assert key not in picture.draft.paragraphs


def test_the_number_of_a_removed_paragraph_is_never_reused(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Torget är mörkt."])
    _remove(picture, picture.written[0])
    sign(picture)
    key = picture.write("Gången är mörk.")
    assert picture.draft.paragraphs[key].paragraph.label == "1.3"


def test_a_paragraph_of_another_unit_is_not_found(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    beside = a_picture(cast, unit=BESIDE)
    with pytest.raises(NotFound):
        _remove(beside, picture.written[0])
    with pytest.raises(NotFound):
        restore_paragraph(by=cast.cecilia, now=NOW, unit_id=beside.unit_id, paragraph_id=picture.written[0])
