"""The description in docs/api/openapi.json is the code's own, says what may be refused, and is kept to."""

import json
from typing import Any
from urllib.parse import quote

import pytest
from django.http import HttpResponse
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.api import document
from tests.api.contract import faults, resolved, schemas
from tests.api.programs import Program, program
from tests.builders import a_signed_picture
from tests.cast import HERE, Cast
from tests.house import tree

DOCUMENT: dict[str, Any] = json.loads(document.described())
OPERATIONS = {path: methods["get"] for path, methods in DOCUMENT["paths"].items()}
GOOD = {"code": HERE, "key": "almhojden", "number": "1", "nation": "OV", "on": "2026-11-09"}


def test_the_description_is_up_to_date() -> None:
    written = tree.ROOT / document.FILE
    assert written.exists(), document.HOW
    assert written.read_text(encoding="utf-8") == document.described(), document.HOW


def test_every_address_is_only_read_and_asks_for_a_token() -> None:
    assert {tuple(methods) for methods in DOCUMENT["paths"].values()} == {("get",)}
    assert [path for path, one in OPERATIONS.items() if one.get("security") != [{"Token": []}]] == []


@pytest.mark.parametrize("path", OPERATIONS)
def test_every_refusal_is_declared_as_a_problem(path: str) -> None:
    responses = OPERATIONS[path]["responses"]
    assert set(responses) == {"200", "304", "401", "403", "404", "405", "422", "500"}
    for status in set(responses) - {"200", "304"}:
        content = resolved(responses[status]["$ref"], DOCUMENT)["content"]
        assert content == {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}


def test_every_whole_number_is_bounded() -> None:
    unbounded = [
        one
        for one in schemas(DOCUMENT)
        if one["type"] == "integer" and "enum" not in one and not {"minimum", "maximum"} <= one.keys()
    ]
    assert unbounded == []


def test_every_text_that_is_sent_in_is_bounded() -> None:
    sent = [
        one["schema"] for operation in OPERATIONS.values() for one in operation["parameters"] if one["in"] != "header"
    ]
    loose = [one for one in schemas(sent) if one["type"] == "string" and not {"maxLength", "format"} & one.keys()]
    assert loose == []


@pytest.mark.parametrize("path", OPERATIONS)
def test_every_operation_and_parameter_says_what_it_is(path: str) -> None:
    operation = OPERATIONS[path]
    assert operation["description"]
    assert [one["name"] for one in operation["parameters"] if one["in"] == "query" and not one.get("description")] == []


@pytest.fixture
def reader(cast: Cast) -> Program:
    a_signed_picture(cast)
    return program(cast.astrid)


def test_good_answers_are_as_described(reader: Program) -> None:
    for path in OPERATIONS:
        response = reader(_filled(path, GOOD))
        assert response.status_code == 200
        assert list(_faults(path, response)) == []


TEXT = st.one_of(
    st.text(max_size=30),
    st.sampled_from([*GOOD.values(), "0", "-1", "NaN", "null", "%2F", "..", "' OR 1=1 --", "2026-13-01", "a" * 90]),
    st.integers().map(str),
)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(list(OPERATIONS)), values=st.fixed_dictionaries(dict.fromkeys(GOOD, TEXT)), more=TEXT)
@example(path="/api/v1/units/{code}", values={**GOOD, "code": "\x00"}, more="")
@example(path="/api/v1/areas/{key}", values={**GOOD, "key": "\x00"}, more="")
@example(path="/api/v1/units", values={**GOOD, "nation": "\x00"}, more="")
def test_whatever_is_sent_the_answer_is_as_described(
    reader: Program, path: str, values: dict[str, str], more: str
) -> None:
    names = [one["name"] for one in OPERATIONS[path]["parameters"] if one["in"] == "query"]
    query = "&".join(f"{name}={quote(values.get(name, more))}" for name in names)
    response = reader(f"{_filled(path, values)}?{query}")
    assert response.status_code != 500
    assert list(_faults(path, response)) == []


def _filled(path: str, values: dict[str, str]) -> str:
    """Return the address with its holes filled, under the prefix; an empty value leads somewhere else."""
    for name, value in values.items():
        path = path.replace(f"{{{name}}}", quote(value, safe="") or "-")
    return path.removeprefix("/api/v1/")


def _faults(path: str, response: HttpResponse) -> list[str]:
    declared = OPERATIONS[path]["responses"].get(str(response.status_code))
    if declared is None:
        return [f"{response.status_code} is not declared"]
    declared = resolved(declared["$ref"], DOCUMENT) if "$ref" in declared else declared
    content = declared["content"].get(response["Content-Type"].partition(";")[0])
    if content is None:
        return [f"{response['Content-Type']} is not declared"]
    return list(faults(json.loads(response.content), content["schema"], DOCUMENT))
