"""Who may open and send what: every address of the program, tried by every member of the cast.

The expected answers stand hand-written in ``rights.toml``. What must not be read is looked for by its
words in every answer, refusals included.
"""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.db.models import Q
from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client

from samsyn.accounts.models import Person
from samsyn.audit.models import Entry
from samsyn.core.access import Actor
from samsyn.pictures.models import Need, Paragraph, Picture, Receipt, Remark, Round, SignedParagraph, Version
from samsyn.pictures.queries import versions
from tests.security import table, world
from tests.security.world import World


def _client(username: str, *, purpose: bool = True) -> Client:
    client = Client()
    if username != "out":
        client.force_login(Person.objects.get(username=username))
        if purpose:
            client.post("/andamal/", {"purpose": "uppfoljning", "next": "/min-logg/"})
    return client


def _text(response: HttpResponseBase) -> str:
    assert isinstance(response, HttpResponse | StreamingHttpResponse)
    body = response.getvalue() if isinstance(response, StreamingHttpResponse) else response.content
    return body.decode("utf-8", "replace")


def _leaks(response: HttpResponseBase, username: str, there: World, *, purpose: bool) -> Iterator[str]:
    """Yield what an answer holds that its reader may not read."""
    body = _text(response)
    for what, (words, readers) in there.canaries.items():
        allowed = username in readers and (purpose or what not in {"class 2", "class 3"})
        if not allowed and words in body:
            yield what


def test_every_address_stands_in_the_table() -> None:
    assert table.names_in_program() == table.names_in_table()


@pytest.mark.parametrize("username", table.cast())
def test_pages_answer_as_the_table_says_and_leak_nothing(username: str, there: World) -> None:
    faults = []
    client = _client(username)
    for row in table.rows("page", there.names):
        response = client.get(row.path)
        if response.status_code != row.answers[username]:
            faults.append(f"{row.path}: {response.status_code}, expected {row.answers[username]}")
        faults += [f"{row.path}: leaks {what}" for what in _leaks(response, username, there, purpose=True)]
    assert faults == []


@pytest.mark.parametrize("username", sorted(world.READERS))
def test_marked_words_wait_for_a_purpose(username: str, there: World) -> None:
    client = _client(username, purpose=False)
    faults = [
        f"{row.path}: leaks {what}"
        for row in table.rows("page", there.names)
        for what in _leaks(client.get(row.path), username, there, purpose=False)
        if there.authors.get(what) != username or not row.name.startswith("writing:")
    ]
    assert faults == []


@pytest.mark.parametrize("username", table.cast())
def test_the_interface_for_programs_answers_as_the_table_says_and_leaks_nothing(username: str, there: World) -> None:
    secret, client, faults = world.keys().get(username, ""), Client(), []
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    for row in table.rows("api", there.names):
        response = client.get(row.path, headers=headers)
        if response.status_code != row.answers[username]:
            faults.append(f"{row.path}: {response.status_code}, expected {row.answers[username]}")
        faults += [f"{row.path}: leaks {what}" for what in _leaks(response, username, there, purpose=True)]
    assert faults == []


@pytest.mark.parametrize("username", table.cast())
def test_forms_are_refused_to_all_but_those_named_and_then_change_nothing(username: str, there: World) -> None:
    faults = []
    for post in table.posts(there.names):
        if username in post.may:
            continue
        before = _state()
        response = _client(username).post(post.path, post.form)
        sent_on = username == "out" and response.status_code == 302 and response["Location"].startswith("/logga-in/")
        if (
            not sent_on
            and response.status_code not in {403, 404}
            and post.name not in {"account:sign-out", "account:language"}
        ):
            faults.append(f"{post.path}: {response.status_code}")
        if _state() != before:
            faults.append(f"{post.path}: something changed")
        faults += [f"{post.path}: leaks {what}" for what in _leaks(response, username, there, purpose=True)]
    assert faults == []


def test_forms_are_open_to_those_named(there: World) -> None:
    """Each form is sent by each who may, and undone; whether what it says is right is another test's business."""
    refused = [
        f"{who} {post.path}: {status}"
        for post in table.posts(there.names)
        for who in sorted(post.may)
        if (status := _sent_and_undone(who, post)) in {401, 403, 404, 500}
    ]
    assert refused == []


def _sent_and_undone(username: str, post: table.Post) -> int:
    with transaction.atomic():
        status = _client(username).post(post.path, post.form).status_code
        transaction.set_rollback(True)
    return status


@pytest.mark.parametrize("username", ["cecilia", "dawit", "gun", "ivar"])
def test_without_the_filter_of_rights_the_canaries_sing(
    username: str, there: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Show that the tests above can fail: with the filters replaced by "everything", words leak."""

    def everything(*_args: object, **_named: object) -> Q:
        return Q(pk__isnull=False)

    def every_paragraph(_by: Actor) -> object:
        return SignedParagraph.objects.all()

    monkeypatch.setattr(versions, "visible", everything)
    monkeypatch.setattr(versions, "readable", everything)
    monkeypatch.setattr(versions, "readable_paragraphs", every_paragraph)
    client = _client(username)
    leaks = {
        what
        for row in table.rows("page", there.names)
        if row.name.startswith("reading:")
        for what in _leaks(client.get(row.path), username, there, purpose=True)
    }
    assert {"class 1", "class 2", "class 3"} <= leaks


def _state() -> tuple[object, ...]:
    """Return what a refused form may not have changed; sign-ins and choices of purpose are no change."""
    return (
        list(Picture.objects.order_by("pk").values_list("edition", "latest_number")),
        list(Paragraph.objects.order_by("pk").values_list("pk", "rev", "text", "removed_at")),
        Version.objects.count(),
        Remark.objects.count(),
        Receipt.objects.count(),
        Need.objects.filter(answered_at=None).count(),
        Round.objects.filter(closed_at=None).count(),
        Entry.objects.exclude(event="purpose.chosen").exclude(event__endswith=".read").count(),
    )
