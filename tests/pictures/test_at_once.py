"""Two at the very same time, in threads of their own: no words lost, no signature on text nobody read."""

import threading
from collections.abc import Callable, Sequence
from datetime import timedelta

from django.db import connection

from samsyn.core.access import Actor
from samsyn.core.errors import DomainError
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.actions.drafting import edit_paragraph, write_paragraph
from samsyn.pictures.actions.reading import take_note
from samsyn.pictures.actions.signing import Signature, sign_picture
from samsyn.pictures.errors import AlreadySigned, DraftChanged
from samsyn.pictures.facts import Conflict, Saved
from samsyn.pictures.queries import receipts, versions
from tests.builders import Begun, a_picture, a_signed_picture, new_id, wording
from tests.cast import NOW, REGION, make_cast

ROUNDS = 5


def _at_once(*acts: Callable[[], object]) -> list[object]:
    """Let each act happen in a thread of its own, all let go together; return what came of each."""
    ready, results = threading.Barrier(len(acts)), [object() for _ in acts]

    def act(place: int) -> None:
        try:
            ready.wait(timeout=30)
            results[place] = acts[place]()
        except DomainError as refused_because:
            results[place] = refused_because
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


def _editing(picture: Begun, by: Actor, text: str, rev: int) -> Callable[[], object]:
    return lambda: edit_paragraph(
        by=by,
        now=NOW,
        unit_id=picture.unit_id,
        paragraph_id=picture.written[0],
        rev=rev,
        wording=wording(text),
    )


def _writing(picture: Begun, by: Actor, key: str, text: str) -> Callable[[], object]:
    return lambda: write_paragraph(
        by=by,
        now=NOW,
        unit_id=picture.unit_id,
        chapter_id=picture.chapters["Hela området"],
        paragraph_id=key,
        kind=ParagraphKind.TEXT,
        section="patterns",
        wording=wording(text),
    )


def _signing(picture: Begun, by: Actor, edition: int) -> Callable[[], object]:
    signature = Signature(edition, {})
    return lambda: sign_picture(by=by, now=NOW, unit_id=picture.unit_id, signature=signature, chance=new_id)


def _texts(picture: Begun) -> Sequence[str]:
    rows = picture.draft.paragraphs.values()
    return sorted([row.paragraph.text for row in rows] + [one.text for row in rows for one in row.rivals])


def test_two_who_save_the_same_paragraph_both_keep_their_words(own_database: None) -> None:
    cast = make_cast(areas=False)
    picture = a_picture(cast, texts=["Från början."])
    for turn in range(ROUNDS):
        row = picture.draft.paragraphs[picture.written[0]]
        mine, theirs = f"Björns {turn}.", f"Lars {turn}."
        done = _at_once(
            _editing(picture, cast.bjorn, mine, row.rev),
            _editing(picture, cast.lars, theirs, row.rev),
        )
        assert {type(one) for one in done} == {Saved, Conflict}
        assert {mine, theirs} <= set(_texts(picture))


def test_many_who_add_paragraphs_get_one_number_each(own_database: None) -> None:
    cast = make_cast(areas=False)
    picture = a_picture(cast)
    before = picture.draft.edition
    texts = [f"Stycke {place}." for place in range(6)]
    _at_once(*(_writing(picture, cast.bjorn, new_id(), text) for text in texts))
    rows = [row.paragraph for row in picture.draft.paragraphs.values() if row.paragraph.text in texts]
    assert sorted(row.label for row in rows) == [f"1.{number}" for number in range(2, 8)]
    assert picture.draft.edition == before + len(texts)


def test_the_same_form_sent_twice_at_once_adds_one(own_database: None) -> None:
    cast = make_cast(areas=False)
    picture, key = a_picture(cast), new_id()
    done = _at_once(*[_writing(picture, cast.bjorn, key, "Ett.")] * 2)
    assert all(isinstance(one, Saved) for one in done)
    assert _texts(picture).count("Ett.") == 1


def test_a_save_and_a_signature_at_once_never_sign_what_nobody_read(own_database: None) -> None:
    cast = make_cast(areas=False)
    picture = a_picture(cast, texts=["Från början."])
    signed, saved = _at_once(
        _signing(picture, cast.astrid, picture.draft.edition), _editing(picture, cast.bjorn, "I sista stund.", 1)
    )
    assert isinstance(saved, Saved)
    found = versions.versions_of(by=cast.astrid, unit_id=picture.unit_id)
    if isinstance(signed, DraftChanged):
        assert found == ()
    else:
        read = versions.reading(by=cast.astrid, facts=found[0], on=NOW.date()).document
        assert "Från början." in [item.text for item in read.paragraphs()]
    assert "I sista stund." in _texts(picture)


def test_two_signatures_at_once_make_one_version(own_database: None) -> None:
    cast = make_cast(areas=False)
    picture = a_picture(cast, texts=["Från början."])
    edition = picture.draft.edition
    done = _at_once(_signing(picture, cast.astrid, edition), _signing(picture, cast.jonna, edition))
    assert sorted(map(type, done), key=str) == sorted([int, AlreadySigned], key=str)
    assert [one.number for one in versions.versions_of(by=cast.astrid, unit_id=picture.unit_id)] == [1]


def test_taking_note_twice_at_once_counts_once(own_database: None) -> None:
    cast = make_cast(areas=False)
    _, version = a_signed_picture(cast)
    unit_id = cast.unit(REGION)
    done = _at_once(*[lambda: take_note(by=cast.eva, now=NOW, facts=version, unit_id=unit_id)] * 3)
    assert done == [None, None, None]
    (covered,) = receipts.coverage(version_id=version.id, unit_ids=[unit_id], now=NOW + timedelta(days=1))
    assert covered.confirmed == 1
