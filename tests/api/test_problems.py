"""Whatever goes wrong is told as RFC 9457 has it, in a sentence, and tells nothing more than it should."""

import json
import logging
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from samsyn.accounts import queries as accounts
from samsyn.core.errors import DomainError
from tests.api.programs import PREFIX, Program, problem, program, stand_at
from tests.cast import HERE, NOW, Cast

PATHS = [
    "nations",
    "units",
    f"units/{HERE}",
    "areas",
    "areas/almhojden",
    "pictures",
    f"pictures/{HERE}/versions",
    f"pictures/{HERE}/versions/1",
    "trail",
    "nowhere",
    "",
]


HEADERS = ["", "Bearer", "Bearer ", "Bearer wrong", "Bearer é", f"Bearer {'x' * 5_000}", "Basic YTpi", "Token x"]


def test_without_a_valid_token_nothing_is_told(cast: Cast) -> None:
    told = set()
    for path in PATHS:
        for header in HEADERS:
            response = Client().get(f"{PREFIX}{path}", headers={"Authorization": header} if header else {})
            assert problem(response, 401)["code"] == "api.no-token"
            assert response["WWW-Authenticate"].startswith("Bearer")
            told.add(response.content)
    assert len(told) == 1


def test_an_expired_token_is_none(cast: Cast) -> None:
    reader = program(cast.farid, days=1)
    assert reader("units").status_code == 200
    stand_at(NOW + timedelta(days=1))
    problem(reader("units"), 401)


def test_a_session_is_none(cast: Cast) -> None:
    signed_in = Client()
    signed_in.force_login(get_user_model().objects.get(pk=cast.farid.person_id))
    assert signed_in.get(f"{PREFIX}units").status_code == 401


def test_an_address_that_leads_nowhere_is_not_found(cast: Cast) -> None:
    reader = program(cast.farid)
    for path in ("nowhere", "", "units/", "units/A/B", "pictures/A", "openapi.json", "docs", "%00", "//"):
        assert problem(reader(path), 404)["code"] == "access.not-found"


def test_the_interface_can_only_be_read(cast: Cast) -> None:
    client = program(cast.farid).client
    for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"):
        response = client.generic(method, f"{PREFIX}units", data=b"{}", content_type="application/json")
        assert problem(response, 405)["code"] == "api.wrong-method"
        assert response["Allow"] == "GET, HEAD"


def test_a_head_is_a_get_without_the_body(cast: Cast) -> None:
    reader = program(cast.farid)
    head, get = reader.client.head(f"{PREFIX}units"), reader("units")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", get["ETag"])
    assert head["Content-Length"] == str(len(get.content))
    assert reader.client.head(f"{PREFIX}nowhere").status_code == 404


INVALID = [
    "units?on=yesterday",
    "units?on=2026-02-30",
    "units?on=0001-01-01",
    "units?on=9999-12-31",
    "units?nation=",
    f"units?nation={'x' * 25}",
    f"units/{'x' * 25}",
    f"areas/{'x' * 81}",
    "units/%00",
    "areas/a%00",
    "units?nation=%00",
    "pictures?limit=0",
    "pictures?limit=201",
    "pictures?limit=1.5",
    "pictures?after=-1",
    "pictures?after=9007199254740992",
    "pictures?after=99999999999999999999999",
    f"pictures/{HERE}/versions?before=0",
    f"pictures/{HERE}/versions?before=2147483648",
    f"pictures/{HERE}/versions/0",
    f"pictures/{HERE}/versions/-1",
    f"pictures/{HERE}/versions/one",
    f"pictures/{HERE}/versions/99999999999999999999",
    "trail?limit=NaN",
]


def test_a_parameter_that_is_not_as_it_must_be_is_named_and_not_sent_back(cast: Cast) -> None:
    reader = program(cast.farid)
    for path in INVALID:
        told = problem(reader(path), 422)
        assert told["code"] == "api.invalid"
        assert {one["where"].partition(".")[0] for one in told["errors"]} <= {"query", "path"}
        assert "99999999" not in json.dumps(told["errors"])


def test_a_bug_is_shown_as_one_and_kept_in_the_log(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a secret of the inside")  # noqa: EM101, TRY003 - it must not be told

    monkeypatch.setattr("samsyn.areas.queries.units_in", broken)
    with caplog.at_level(logging.ERROR):
        response = program(cast.farid)("units")
    assert problem(response, 500)["code"] == "api.broken"
    assert b"secret" not in response.content
    assert "ZeroDivisionError" in caplog.text


def test_a_refusal_nobody_wrote_a_sentence_for_is_a_bug(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise DomainError

    monkeypatch.setattr("samsyn.areas.queries.units_in", refuse)
    problem(program(cast.farid)("units"), 500)


def test_a_broken_database_is_a_bug_at_the_door_too(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    reader = program(cast.farid)

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(accounts, "actor_of_token", broken)
    problem(reader("units"), 500)


def test_answers_are_for_one_reader_only_and_refusals_are_kept_by_nobody(cast: Cast) -> None:
    reader = program(cast.farid)
    good, refused = reader("units"), reader("nowhere")
    assert (good["Cache-Control"], refused["Cache-Control"]) == ("private, no-cache", "private, no-store")
    assert "Authorization" in good["Vary"]


def test_every_answer_is_tagged_alike_for_equal_bytes(cast: Cast) -> None:
    first, second = program(cast.farid), program(cast.hanna)
    assert first("units")["ETag"] == second("units")["ETag"]
    assert isinstance(first, Program)
