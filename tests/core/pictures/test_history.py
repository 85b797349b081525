"""A signed document is written once, read for ever, verified, and erased without breaking."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.pictures import history
from samsyn.core.pictures.document import Certificate, ChapterKind, Document
from samsyn.core.pictures.history import Fault, FaultKind, HistoryUnreadable, Seal
from tests.core.pictures.samples import chapter, document, documents, paragraph

CERTIFICATE = Certificate(date(2026, 11, 12), "karin", "A1.234/2026", "rattelse")
OTHER = replace(CERTIFICATE, reference="A9.999/2026")
SIGNED_BY_SCHEMA_1 = Path(__file__).with_name("signed_by_schema_1.json")
CANARY = "Kanariefågeln sjöng vid torget."


SEAL = Seal(3, "2026-11-02T13:00:00+00:00", "astrid", "ab" * 32)


def counted(start: int = 0) -> Callable[[], str]:
    """Return salts that run 0, 1, 2 …: plain to see, and never alike."""
    numbers = count(start)
    return lambda: f"{next(numbers):032x}"


def stored(picture: Document, seal: Seal = SEAL) -> str:
    return history.store(picture, seal, salt=counted())


def leaf_ids(picture: Document) -> list[str]:
    return [name for part in picture.chapters for name in (part.id, *(item.id for item in part.paragraphs))]


def as_text(raw: object) -> str:
    return json.dumps(raw, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


PICTURE = document(
    chapter(paragraph("p1", "Ett."), paragraph("p2", CANARY), id="c1"),
    chapter(paragraph("p3", "Tre."), id="c2", number=2, kind=ChapterKind.PLACE, title="Kanariegränd", listed=False),
)


@given(documents())
def test_what_is_signed_is_what_is_read(picture: Document) -> None:
    assert history.read(stored(picture)) == picture


@given(documents())
def test_signing_the_same_gives_the_same_bytes_and_they_verify(picture: Document) -> None:
    text = stored(picture)
    assert text == stored(picture)
    assert history.verify(text, digest=history.digest_of(text)) == ()
    assert history.erasures(text) == ()


@given(documents(), st.data())
def test_what_is_erased_is_gone_and_all_else_stands_and_verifies(picture: Document, data: st.DataObject) -> None:
    text = stored(picture)
    names = leaf_ids(picture)
    chosen = data.draw(st.sets(st.sampled_from(names)) if names else st.just(set[str]()))
    erased = history.erase(text, chosen, CERTIFICATE)
    assert history.verify(erased, digest=history.digest_of(text)) == ()
    assert history.erasures(erased) == tuple((name, CERTIFICATE) for name in names if name in chosen)
    assert history.erase(erased, chosen, OTHER) == erased
    read = history.read(erased)
    for before, after in zip(picture.paragraphs(), read.paragraphs(), strict=True):
        if before.id in chosen:
            assert (after.text, after.author, after.evidence, after.sources) == ("", "", (), ())
            assert (after.id, after.label, after.info_class) == (before.id, before.label, before.info_class)
            assert (after.erased, after.certificate, after.written_on) == (True, CERTIFICATE, before.written_on)
        else:
            assert after == before


def test_the_digest_of_a_leaf_is_the_documented_one() -> None:
    leaf = json.loads(stored(PICTURE))["chapters"][0]["paragraphs"][1]
    assert leaf["digest"] == sha256(bytes.fromhex(leaf["salt"]) + as_text(leaf["body"]).encode()).hexdigest()
    assert leaf["body"]["text"] == CANARY


def test_the_words_of_an_erased_paragraph_and_of_an_erased_title_are_in_no_byte() -> None:
    text = stored(PICTURE)
    erased = history.erase(text, ["p2", "c2"], CERTIFICATE)
    assert "Kanarie" in text
    assert "Kanarie" not in erased
    assert [f"{number:032x}" in erased for number in range(5)] == [True, True, False, False, True]
    read = history.read(erased)
    assert (read.chapters[1].title, read.chapters[1].title_certificate) == ("", CERTIFICATE)
    assert [item.text for item in read.paragraphs()] == ["Ett.", "", "Tre."]


def test_an_erasure_that_names_nothing_here_changes_nothing() -> None:
    text = stored(PICTURE)
    assert history.erase(text, ["nobody"], CERTIFICATE) == text


Spoil = Callable[[dict[str, Any]], object]


def leaf_of(raw: dict[str, Any], place: int) -> dict[str, Any]:
    found: dict[str, Any] = raw["chapters"][0]["paragraphs"][place]
    return found


@pytest.mark.parametrize(
    ("spoil", "faults"),
    [
        (lambda raw: leaf_of(raw, 1)["body"].update(text="Annat."), [Fault("p2", FaultKind.LEAF)]),
        (lambda raw: leaf_of(raw, 0)["body"].update(certainty="osakert"), [Fault("p1", FaultKind.LEAF)]),
        (lambda raw: leaf_of(raw, 0).update(written_on="never"), [Fault("", FaultKind.WHOLE)]),
        (lambda raw: leaf_of(raw, 0).pop("salt"), [Fault("p1", FaultKind.LEAF)]),
        (lambda raw: leaf_of(raw, 0).update(certificate={}), [Fault("p1", FaultKind.LEAF)]),
        (lambda raw: raw["chapters"][1]["title"]["body"].update(title="B"), [Fault("c2", FaultKind.LEAF)]),
        (
            lambda raw: leaf_of(raw, 0).update(digest="0" * 64),
            [Fault("p1", FaultKind.LEAF), Fault("", FaultKind.WHOLE)],
        ),
        (lambda raw: leaf_of(raw, 0).update(info_class=0), [Fault("", FaultKind.WHOLE)]),
        (lambda raw: leaf_of(raw, 0).update(zone="oppen"), [Fault("", FaultKind.WHOLE)]),
        (lambda raw: raw["chapters"].reverse(), [Fault("", FaultKind.WHOLE)]),
        (lambda raw: raw["chapters"][0]["paragraphs"].pop(), [Fault("", FaultKind.WHOLE)]),
        (lambda raw: raw["chapters"][0].update(boundary="2"), [Fault("", FaultKind.WHOLE)]),
        (lambda raw: raw["header"].update(previous="00"), [Fault("", FaultKind.WHOLE)]),
        (lambda raw: raw["header"].update(number=4), [Fault("", FaultKind.WHOLE)]),
        (lambda raw: raw.update(extra=1), [Fault("", FaultKind.WHOLE)]),
        (lambda raw: raw.update(schema=99), [Fault("", FaultKind.UNREADABLE)]),
        (lambda raw: raw.pop("chapters"), [Fault("", FaultKind.UNREADABLE)]),
        (lambda raw: leaf_of(raw, 0).pop("digest"), [Fault("", FaultKind.UNREADABLE)]),
    ],
)
def test_a_change_is_found_and_the_first_wrong_leaf_is_named(spoil: Spoil, faults: list[Fault]) -> None:
    raw = json.loads(stored(PICTURE))
    spoil(raw)
    text = as_text(raw)
    assert list(history.verify(text)) == faults


def test_two_wrong_leaves_are_named_in_reading_order() -> None:
    raw = json.loads(stored(PICTURE))
    for place in (0, 1):
        leaf_of(raw, place)["body"]["text"] = "Annat."
    text = as_text(raw)
    assert [fault.leaf for fault in history.verify(text)] == ["p1", "p2"]


def test_the_same_content_in_other_bytes_is_told() -> None:
    text = stored(PICTURE)
    assert history.verify(json.dumps(json.loads(text))) == (Fault("", FaultKind.FORM),)


def test_a_document_replaced_as_a_whole_is_told_when_its_hash_is_kept_elsewhere() -> None:
    text, forged = stored(PICTURE), stored(document(chapter(paragraph("p1", "Allt är lugnt."))))
    assert history.verify(forged) == ()
    assert history.verify(forged, digest=history.digest_of(text)) == (Fault("", FaultKind.REPLACED),)


@given(documents(), st.data())
def test_no_single_changed_character_goes_unseen(picture: Document, data: st.DataObject) -> None:
    text = stored(picture)
    place = data.draw(st.integers(0, len(text) - 1))
    char = data.draw(st.characters(exclude_categories=["Cs"]).filter(lambda each: each != text[place]))
    assert history.verify(text[:place] + char + text[place + 1 :]) != ()


NONSENSE = ["", "null", "[]", "{}", '{"schema":[]}', '{"schema":1}', "[" * 100_000, '{"schema":1,"chapters":3}', "NaN"]


@pytest.mark.parametrize("text", [*NONSENSE, '{"chapters":[{"id":"c"}],"schema":1}'])
def test_what_is_no_document_is_unreadable_never_a_crash(text: str) -> None:
    assert history.verify(text) == (Fault("", FaultKind.UNREADABLE),)
    with pytest.raises(HistoryUnreadable) as refused:
        history.read(text)
    assert refused.value.code == "history.unreadable"
    with pytest.raises(HistoryUnreadable):
        history.digest_of(text)
    with pytest.raises(HistoryUnreadable):
        history.erase(text, ["p1"], CERTIFICATE)
    with pytest.raises(HistoryUnreadable):
        history.erasures(text)


@given(st.text())
def test_any_text_at_all_can_be_verified(text: str) -> None:
    assert history.verify(text) != ()


def test_a_body_that_was_signed_but_cannot_be_read_is_unreadable() -> None:
    picture = document(chapter(paragraph("p1")))
    raw = json.loads(stored(picture))
    leaf = leaf_of(raw, 0)
    leaf["body"]["certainty"] = "kanske"
    leaf["digest"] = sha256(bytes.fromhex(leaf["salt"]) + as_text(leaf["body"]).encode()).hexdigest()
    raw["digest"] = sha256(as_text(history.SCHEMAS[1].skeleton(raw)).encode()).hexdigest()
    text = as_text(raw)
    assert history.verify(text) == (Fault("", FaultKind.UNREADABLE),)


@pytest.mark.parametrize(
    "seal",
    [
        replace(SEAL, previous="cd" * 32),
        replace(SEAL, number=4),
        replace(SEAL, signed_by="jonna"),
        replace(SEAL, signed_at=""),
    ],
)
def test_the_digest_covers_who_signed_when_and_what_came_before(seal: Seal) -> None:
    assert history.digest_of(stored(PICTURE, seal)) != history.digest_of(stored(PICTURE))


def test_the_digest_covers_the_salts() -> None:
    assert history.digest_of(history.store(PICTURE, SEAL, salt=counted(7))) != history.digest_of(stored(PICTURE))


@pytest.mark.parametrize(
    ("picture", "salt"),
    [
        (document(chapter(paragraph("p1"), paragraph("p1"))), counted()),
        (document(chapter(id="c1"), chapter(id="c1")), counted()),
        (document(chapter(paragraph("c1"), id="c1")), counted()),
        (document(chapter(paragraph("p1"))), lambda: "1" * 32),
        (document(chapter(paragraph("p1"))), lambda: "1" * 30),
        (document(chapter(paragraph("p1"))), lambda: "not hexadecimal " * 2),
        (document(chapter(paragraph("p1", erased=True))), counted()),
        (document(chapter(paragraph("p1"), title_certificate=CERTIFICATE)), counted()),
        (document(chapter(paragraph("p1", "\ud800"))), counted()),
    ],
)
def test_a_callers_fault_is_an_error_not_a_signed_document(picture: Document, salt: Callable[[], str]) -> None:
    with pytest.raises(ValueError, match=r"leaf|salt|erased|hex|surrogates"):
        history.store(picture, SEAL, salt=salt)


def test_a_document_signed_by_the_first_schema_is_still_read_and_verified() -> None:
    """The file is never edited: a reader that fails here has broken every old version."""
    kept = SIGNED_BY_SCHEMA_1.read_text(encoding="utf-8").strip()
    assert history.verify(kept, digest="2cfd2906e1b056aa380bdda42cc6670a716be89ecd5c76c1a0583d7684537a9d") == ()
    assert history.read(kept) == document(
        chapter(
            paragraph("p1"),
            paragraph(
                "p2",
                "",
                label="1.2",
                author="",
                certainty=None,
                evidence=(),
                erased=True,
                certificate=CERTIFICATE,
            ),
        )
    )
