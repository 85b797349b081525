"""Signed pictures as programs read them: in force, all versions, one version's words; within the person's rights."""

from datetime import timedelta

import pytest

from samsyn.audit.queries import own_log
from samsyn.core.access import Actor, InfoClass, Purpose
from samsyn.pictures.actions.erasing import Decision, erase_paragraph
from tests.api.programs import problem, program, queries, stand_at
from tests.builders import a_picture, a_signed_picture, lift, sign
from tests.cast import ABOVE, BESIDE, HERE, NOW, Cast

LATER = NOW + timedelta(days=1)


def _texts(told: dict[str, list[dict[str, list[dict[str, str]]]]]) -> list[str]:
    return [item["text"] for chapter in told["chapters"] for item in chapter["paragraphs"] if item["kind"] == "text"]


def test_a_version_in_force_is_listed_to_its_own_unit_and_all_above(cast: Cast) -> None:
    a_signed_picture(cast)
    for actor in (cast.astrid, cast.bjorn, cast.hanna, cast.eva, cast.farid):
        (told,) = program(actor).json("pictures")["pictures"]
        assert (told["unit"], told["number"]) == ({"code": HERE, "name": "Övningsdistriktet"}, 1)
        assert (told["signed_by"], told["in_force"], told["substitute"]) == ("Astrid Exempel", True, False)


def test_those_beside_and_outside_see_no_picture_and_cannot_tell_that_there_is_one(cast: Cast) -> None:
    a_signed_picture(cast)
    for actor in (cast.cecilia, cast.dawit, cast.gun, cast.ivar):
        reader = program(actor)
        assert reader.json("pictures") == {"pictures": [], "next": None}
        refusals = {
            reader(path).content
            for path in (
                f"pictures/{HERE}/versions",
                f"pictures/{HERE}/versions/1",
                f"pictures/{BESIDE}/versions",
                "pictures/NOWHERE/versions",
                "pictures/NOWHERE/versions/1",
            )
        }
        assert len(refusals) == 1
        problem(reader(f"pictures/{HERE}/versions/1"), 404)


def test_a_draft_is_nowhere(cast: Cast) -> None:
    a_picture(cast, texts=["Bara ett utkast."])
    reader = program(cast.astrid)
    assert reader.json("pictures")["pictures"] == []
    problem(reader(f"pictures/{HERE}/versions"), 404)


def test_pictures_come_in_pages_by_key(cast: Cast) -> None:
    for unit in (HERE, BESIDE, ABOVE):
        a_signed_picture(cast, unit=unit)
    reader = program(cast.farid)
    seen: list[str] = []
    after: int | None = 0
    while after is not None:
        page = reader.json(f"pictures?limit=1&after={after}")
        assert len(page["pictures"]) == 1
        seen.append(page["pictures"][0]["unit"]["code"])
        after = page["next"]
    assert seen == [HERE, BESIDE, ABOVE]


def test_versions_are_listed_newest_first_in_pages(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast)
    for day in (1, 2):
        picture.write(f"Dag {day}.", now=NOW + timedelta(days=day))
        sign(picture, now=NOW + timedelta(days=day), correction=day == 2)
    reader = program(cast.farid)
    page = reader.json(f"pictures/{HERE}/versions?limit=2")
    assert [(one["number"], one["in_force"]) for one in page["versions"]] == [(3, True), (2, False)]
    assert (page["versions"][0]["corrects"], page["versions"][1]["corrected_by"]) == (2, 3)
    last = reader.json(f"pictures/{HERE}/versions?limit=2&before={page['next']}")
    assert ([one["number"] for one in last["versions"]], last["next"]) == ([1], None)


def test_a_version_holds_its_words_with_certainty_and_marking(cast: Cast) -> None:
    _, facts = a_signed_picture(cast, texts=["Belysningen är trasig vid torget."])
    told = program(cast.farid).json(f"pictures/{HERE}/versions/1")
    assert (told["digest"], told["whole"], told["level"]) == (facts.digest, True, "local_area")
    (item,) = [one for one in told["chapters"][0]["paragraphs"] if one["kind"] == "text"]
    assert (item["text"], item["certainty"]) == ("Belysningen är trasig vid torget.", "sannolikt")
    assert (item["info_class"], item["zone"], item["author"]) == (1, "polis", "Astrid Exempel")


def test_every_version_is_there_for_ever(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Först."])
    picture.write("Sedan.", now=LATER)
    sign(picture, now=LATER)
    reader = program(cast.farid)
    assert _texts(reader.json(f"pictures/{HERE}/versions/1")) == ["Först."]
    assert _texts(reader.json(f"pictures/{HERE}/versions/2")) == ["Först.", "Sedan."]
    problem(reader(f"pictures/{HERE}/versions/3"), 404)


def test_paragraphs_above_the_clearance_are_left_out(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Öppen text."])
    picture.write("Hemlig text.", info_class=InfoClass.K3)
    sign(picture)
    cleared, not_cleared = (program(actor).json(f"pictures/{HERE}/versions/1") for actor in (cast.farid, cast.bjorn))
    assert (_texts(cleared), cleared["highest"], cleared["reads_up_to"]) == (["Öppen text.", "Hemlig text."], 3, 3)
    assert (_texts(not_cleared), not_cleared["highest"], not_cleared["reads_up_to"]) == (["Öppen text."], 1, 2)


@pytest.fixture
def marked(cast: Cast) -> str:
    """Sign a picture with a marked paragraph; return its path."""
    picture = a_picture(cast)
    picture.write("Märkt text.", info_class=InfoClass.K2)
    sign(picture)
    return f"pictures/{HERE}/versions/1"


def _readings(actor: Actor) -> list[tuple[str, object, object]]:
    return [
        (row.purpose, row.facts["class"], row.facts["way"]) for row in own_log(by=actor) if row.event == "picture.read"
    ]


def test_reading_marked_text_is_logged_with_the_tokens_purpose(cast: Cast, marked: str) -> None:
    program(cast.farid, purpose=Purpose.PLANNING).json(marked)
    program(cast.farid, purpose=Purpose.FOLLOW_UP).json(marked)
    assert _readings(cast.farid) == [("uppfoljning", 2, "api"), ("planering", 2, "api")]


def test_reading_unmarked_text_is_not_logged(cast: Cast) -> None:
    a_signed_picture(cast)
    program(cast.farid).json(f"pictures/{HERE}/versions/1")
    assert _readings(cast.farid) == []


def test_the_same_bytes_are_not_sent_twice_and_the_reading_is_logged_all_the_same(cast: Cast, marked: str) -> None:
    reader = program(cast.farid)
    tag = reader(marked)["ETag"]
    again = reader(marked, If_None_Match=f'"other", W/{tag}')
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    assert len(_readings(cast.farid)) == 2


def test_a_tag_covers_what_its_reader_was_sent(cast: Cast) -> None:
    picture = a_picture(cast, texts=["Öppen text."])
    picture.write("Hemlig text.", info_class=InfoClass.K3)
    sign(picture)
    path = f"pictures/{HERE}/versions/1"
    whole, partly = program(cast.farid)(path)["ETag"], program(cast.bjorn)(path)["ETag"]
    assert program(cast.eva)(path)["ETag"] == whole != partly
    assert program(cast.bjorn)(path, If_None_Match=whole).status_code == 200


def test_a_tag_in_hand_gives_nothing_to_somebody_without_rights(cast: Cast) -> None:
    a_signed_picture(cast)
    path = f"pictures/{HERE}/versions/1"
    tag = program(cast.farid)(path)["ETag"]
    for actor in (cast.cecilia, cast.dawit, cast.gun):
        for sent in (tag, "*"):
            assert problem(program(actor)(path, If_None_Match=sent), 404)


def test_rights_that_have_ended_end_the_reading(cast: Cast) -> None:
    a_signed_picture(cast, now=NOW)
    reader = program(cast.jonna, days=90)
    tag = reader(f"pictures/{HERE}/versions/1")["ETag"]
    stand_at(NOW + timedelta(days=30))
    problem(reader(f"pictures/{HERE}/versions/1", If_None_Match=tag), 404)
    assert reader.json("pictures")["pictures"] == []


def test_from_below_only_the_sentences_that_rest_on_own_words_are_open(cast: Cast) -> None:
    below, facts = a_signed_picture(cast, texts=["Torget är mörkt."])
    above = a_picture(cast, unit=ABOVE, texts=["Länets egen text."])
    lift(above, "Flera torg är mörka.", [(facts, below.written[0])])
    sign(above)
    told = program(cast.astrid).json(f"pictures/{ABOVE}/versions/1")
    assert (_texts(told), told["whole"]) == (["Flera torg är mörka."], False)
    whole = program(cast.hanna).json(f"pictures/{ABOVE}/versions/1")
    assert (_texts(whole), whole["whole"]) == (["Länets egen text.", "Flera torg är mörka."], True)
    (source,) = [one for chapter in whole["chapters"] for item in chapter["paragraphs"] for one in item["sources"]]
    assert source == {
        "unit": {"code": HERE, "name": "Övningsdistriktet"},
        "number": 1,
        "paragraph_id": below.written[0],
    }


def test_where_words_were_destroyed_stands_the_certificate(cast: Cast) -> None:
    picture, _ = a_signed_picture(cast, texts=["Ska bort.", "Står kvar."])
    decision = Decision(reference="A123.456/2026", reason_code="dataskydd")
    erase_paragraph(by=cast.karin, now=LATER, paragraph_id=picture.written[0], decision=decision)
    stand_at(LATER)
    response = program(cast.farid)(f"pictures/{HERE}/versions/1")
    assert b"Ska bort" not in response.content
    told = program(cast.farid).json(f"pictures/{HERE}/versions/1")
    (erased,) = [item for chapter in told["chapters"] for item in chapter["paragraphs"] if item["erased"]]
    assert erased["certificate"] == {
        "decided_on": LATER.date().isoformat(),
        "reference": "A123.456/2026",
        "reason_code": "dataskydd",
    }


def test_more_pictures_versions_and_words_cost_no_more_queries(cast: Cast) -> None:
    below, facts = a_signed_picture(cast, texts=["Ett."])
    above = a_picture(cast, unit=ABOVE)
    lift(above, "Lyft.", [(facts, below.written[0])])
    sign(above)
    reader = program(cast.farid)
    paths = ["pictures", f"pictures/{ABOVE}/versions", f"pictures/{ABOVE}/versions/{{}}"]
    before = [queries(reader, path.format(1)) for path in paths]
    a_signed_picture(cast, unit=BESIDE)
    for number in range(8):
        above.write(f"Mer {number}.", now=LATER)
        lift(above, f"Lyft {number}.", [(facts, below.written[0])], now=LATER)
        sign(above, now=LATER + timedelta(hours=number))
    assert before == [queries(reader, path.format(9)) for path in paths]
    assert max(before) <= 14
