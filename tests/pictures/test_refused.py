"""Every write of a draft, and every signature, is refused to all who do not hold it on that very unit."""

from collections.abc import Callable, Mapping

import pytest

from samsyn.core.access import Actor, Permission
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.actions import chapters, drafting
from samsyn.pictures.actions.signing import Signature, sign_picture
from samsyn.pictures.facts import Conflict, Saved
from samsyn.pictures.models import Picture
from tests.builders import Begun, a_picture, fresh_ids, new_id, wording
from tests.cast import HERE, NOW, Cast
from tests.refusal import refused

WRITERS = ("astrid", "bjorn", "jonna", "lars")
SIGNERS = ("astrid", "jonna")

Try = Callable[[Actor, Begun], object]


def _choose(by: Actor, picture: Begun) -> None:
    first, second = (
        drafting.edit_paragraph(
            by=picture.by,
            now=NOW,
            unit_id=picture.unit_id,
            paragraph_id=picture.written[0],
            rev=1,
            wording=wording(text),
        )
        for text in ("Ett.", "Två.")
    )
    assert isinstance(first, Saved)
    assert isinstance(second, Conflict)
    drafting.choose_text(
        by=by, now=NOW, unit_id=picture.unit_id, rival_id=second.rival.id, keep="rival", new_id=new_id()
    )


WRITES: Mapping[str, Try] = {
    "begin": lambda by, picture: chapters.start_picture(
        by=by, now=NOW, unit_id=picture.unit_id, chapter_ids=fresh_ids()
    ),
    "add a place": lambda by, picture: chapters.add_place(
        by=by, now=NOW, unit_id=picture.unit_id, chapter_id=new_id(), title="Parkeringen"
    ),
    "remove a chapter": lambda by, picture: chapters.remove_chapter(
        by=by, now=NOW, unit_id=picture.unit_id, chapter_id=picture.chapters["Hela området"]
    ),
    "follow boundaries": lambda by, picture: chapters.follow_boundaries(
        by=by, now=NOW, unit_id=picture.unit_id, chapter_ids=fresh_ids()
    ),
    "write": lambda by, picture: drafting.write_paragraph(
        by=by,
        now=NOW,
        unit_id=picture.unit_id,
        chapter_id=picture.chapters["Hela området"],
        paragraph_id=new_id(),
        kind=ParagraphKind.TEXT,
        section="patterns",
        wording=wording(),
    ),
    "edit": lambda by, picture: drafting.edit_paragraph(
        by=by, now=NOW, unit_id=picture.unit_id, paragraph_id=picture.written[0], rev=1, wording=wording("Annat.")
    ),
    "choose": _choose,
    "remove": lambda by, picture: drafting.remove_paragraph(
        by=by, now=NOW, unit_id=picture.unit_id, paragraph_id=picture.written[0], reason="Löst."
    ),
    "restore": lambda by, picture: drafting.restore_paragraph(
        by=by, now=NOW, unit_id=picture.unit_id, paragraph_id=picture.written[0]
    ),
}


def _edition(picture: Begun) -> int:
    return Picture.objects.get(unit_id=picture.unit_id).edition


@pytest.mark.parametrize("what", [name for name in WRITES if name != "choose"])
def test_writing_is_refused_to_everyone_from_elsewhere_and_changes_nothing(cast: Cast, what: str) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    before = _edition(picture)
    for stranger in cast.but(*WRITERS):
        with refused(Permission.DRAFT_WRITE):
            WRITES[what](stranger, picture)
    assert _edition(picture) == before


def test_settling_a_conflict_is_refused_to_everyone_from_elsewhere(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    for stranger in cast.but(*WRITERS):
        with refused(Permission.DRAFT_WRITE):
            _choose(stranger, picture)


@pytest.mark.parametrize("what", WRITES)
@pytest.mark.parametrize("who", WRITERS)
def test_everyone_of_the_unit_writes(cast: Cast, what: str, who: str) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    WRITES[what](getattr(cast, who), picture)


def _sign(by: Actor, picture: Begun) -> int:
    signature = Signature(_edition(picture), {})
    return sign_picture(by=by, now=NOW, unit_id=picture.unit_id, signature=signature, chance=new_id)


def test_a_signature_is_refused_to_all_but_the_chief_and_the_substitute(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Torget är mörkt."])
    for stranger in cast.but(*SIGNERS):
        with refused(Permission.PICTURE_SIGN):
            _sign(stranger, picture)
    assert Picture.objects.get(unit_id=cast.unit(HERE)).latest_number == 0


@pytest.mark.parametrize("who", SIGNERS)
def test_the_chief_and_the_substitute_sign(cast: Cast, who: str) -> None:
    assert _sign(getattr(cast, who), a_picture(cast)) == 1
