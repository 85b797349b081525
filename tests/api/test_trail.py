"""The own log: what the token's person has done and read, and nobody else's."""

from tests.api.programs import problem, program
from tests.builders import a_signed_picture
from tests.cast import Cast


def test_the_own_entries_come_newest_first_in_pages(cast: Cast) -> None:
    a_signed_picture(cast, texts=["Ett.", "Två."])
    reader = program(cast.astrid)
    whole = reader.json("trail?limit=200")
    assert whole["entries"][0]["event"] == "token.made"
    assert "picture.signed" in {one["event"] for one in whole["entries"]}
    assert whole["next"] is None
    paged, before = [], ""
    while True:
        page = reader.json(f"trail?limit=3{before}")
        paged += page["entries"]
        if page["next"] is None:
            break
        before = f"&before={page['next']}"
    assert paged == whole["entries"]


def test_nobody_elses_entries_are_among_them(cast: Cast) -> None:
    a_signed_picture(cast)
    assert [one["event"] for one in program(cast.gun).json("trail")["entries"]] == ["token.made"]


def test_before_the_first_entry_there_is_nothing(cast: Cast) -> None:
    assert program(cast.gun).json("trail?before=1") == {"entries": [], "next": None}
    problem(program(cast.gun)("trail?before=0"), 422)
