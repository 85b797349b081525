"""``samsyn verify`` finds what was changed afterwards, and where."""

import json
from datetime import timedelta

import pytest
from django.db import connection

from samsyn.audit.actions import seal
from samsyn.pictures.actions.erasing import Decision, erase_paragraph
from tests.audit.entries import unguard
from tests.builders import a_signed_picture, lift, sign
from tests.cast import ABOVE, HERE, NOW, Cast
from tests.cli.commands import Done, typed


@pytest.fixture
def two_versions(cast: Cast) -> list[str]:
    """Sign two versions, seal the trail, and return the paragraph ids."""
    picture, _ = a_signed_picture(cast, texts=["Ett.", "Två."])
    picture.write("Tre.", now=NOW + timedelta(days=1))
    sign(picture, now=NOW + timedelta(days=1))
    seal()
    return picture.written


def _verify(capsys: pytest.CaptureFixture[str], *words: str) -> Done:
    return typed(capsys, "verify", *words)


def _change(statement: str, *values: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_what_nobody_has_touched_is_whole(capsys: pytest.CaptureFixture[str], two_versions: list[str]) -> None:
    done = _verify(capsys)
    assert done.status == 0, done.said
    assert "Fastställda versioner: 2." in done.said
    assert "Allt stämmer." in done.said


def test_a_changed_entry_is_named_with_its_link(capsys: pytest.CaptureFixture[str], two_versions: list[str]) -> None:
    unguard()
    _change("UPDATE audit_entry SET actor = 'nobody' WHERE id = (SELECT entry_id FROM audit_link WHERE sequence = 3)")
    done = _verify(capsys)
    assert done.status == 3
    assert "bryts vid länk 3 (post " in done.said


def test_a_changed_word_of_a_signed_version_is_found(
    capsys: pytest.CaptureFixture[str], two_versions: list[str]
) -> None:
    _change("UPDATE pictures_version SET document = replace(document, 'Ett.', 'Nio.') WHERE number = 1")
    done = _verify(capsys)
    assert done.status == 3
    assert f"{HERE} version 1: leaf {two_versions[0]}" in done.said
    assert "version 2:" not in done.said


def test_a_version_signed_anew_behind_the_trails_back_is_found(
    capsys: pytest.CaptureFixture[str], two_versions: list[str]
) -> None:
    _change(
        "UPDATE pictures_version SET document = (SELECT document FROM pictures_version WHERE number = 2), "
        "digest = (SELECT digest FROM pictures_version WHERE number = 2) WHERE number = 1"
    )
    done = _verify(capsys)
    assert done.status == 3
    assert f"{HERE} version 1: trail" in done.said


def test_a_projection_that_says_something_else_is_found(
    capsys: pytest.CaptureFixture[str], two_versions: list[str]
) -> None:
    _change("UPDATE pictures_signedparagraph SET info_class = 0 WHERE paragraph_id = %s", two_versions[0])
    done = _verify(capsys)
    assert done.status == 3
    assert f"projection {two_versions[0]}" in done.said


def test_after_an_erasure_everything_still_verifies(capsys: pytest.CaptureFixture[str], cast: Cast) -> None:
    below, facts = a_signed_picture(cast, texts=["Ska bort.", "Står kvar."])
    above, _ = a_signed_picture(cast, unit=ABOVE)
    lift(above, "Lyft.", [(facts, below.written[0])], now=NOW + timedelta(days=1))
    sign(above, now=NOW + timedelta(days=1))
    decision = Decision(reference="A123.456/2026", reason_code="dataskydd")
    erase_paragraph(by=cast.karin, now=NOW + timedelta(days=2), paragraph_id=below.written[0], decision=decision)
    done = _verify(capsys)
    assert done.status == 0, done.said
    told = typed(capsys, "erasures")
    assert told.said.split() == [
        (NOW + timedelta(days=2)).isoformat(),
        f"paragraph:{below.written[0]}",
        "A123.456/2026",
        "dataskydd",
    ]
    assert typed(capsys, "erasures", "--since", (NOW + timedelta(days=3)).isoformat()).said == ""
    assert typed(capsys, "erasures", "--since", "2026-11-01").said == told.said


def test_a_trail_cut_short_is_found_by_a_head_kept_elsewhere(
    capsys: pytest.CaptureFixture[str], two_versions: list[str]
) -> None:
    head = next(line.split()[1] for line in _verify(capsys).said.splitlines() if line.startswith("Huvud:"))
    assert _verify(capsys, "--head", head).status == 0
    unguard()
    _change("DELETE FROM audit_link WHERE sequence > 2")
    assert _verify(capsys).status == 0
    done = _verify(capsys, "--head", head)
    assert done.status == 3
    assert "bortklippt" in done.said


def test_what_is_printed_holds_no_words_of_a_picture(
    capsys: pytest.CaptureFixture[str], two_versions: list[str]
) -> None:
    _change("UPDATE pictures_signedparagraph SET text = 'Nio.'")
    assert not {"Ett.", "Nio."} & set(json.dumps(_verify(capsys).said).split())
