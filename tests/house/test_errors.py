"""Every refusal has a stable code, a sentence on every door, and a line in docs/errors.md."""

import re
from pathlib import Path

from samsyn.shell.sentences import SENTENCES
from tests.house import documents, tree


def test_every_code_is_its_own_and_well_formed() -> None:
    codes = [error.code for error in documents.errors()]
    assert sorted(set(codes)) == sorted(codes)
    assert [code for code in codes if not re.fullmatch(r"[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)+", code)] == []


def test_every_error_has_a_sentence_and_no_sentence_is_left_over() -> None:
    assert {error.code for error in documents.errors()} == set(SENTENCES)


def test_every_error_says_what_it_means() -> None:
    assert [error.__name__ for error in documents.errors() if not (error.__doc__ or "").strip()] == []


def test_the_page_of_errors_is_up_to_date() -> None:
    written = tree.ROOT / documents.ERRORS
    assert written.exists(), documents.HOW
    assert written.read_text(encoding="utf-8") == documents.errors_page(), documents.HOW


def test_errors_are_raised_where_they_stand_or_above() -> None:
    """A refusal stands beside what raises it, so none is defined that nobody raises."""
    everything = "\n".join(tree.text(path) for path in tree.source())
    unused = [
        error.__name__ for error in documents.errors() if len(re.findall(rf"\b{error.__name__}\b", everything)) < 2
    ]
    assert unused == []
    assert Path("src/samsyn/core/errors.py") in tree.source()
