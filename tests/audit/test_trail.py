"""What is done leaves a row, sealed in a chain that tells when anything was changed afterwards."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection, transaction
from pytest_django import DjangoAssertNumQueries

from samsyn.audit import actions, chain, queries
from samsyn.audit.facts import Head
from samsyn.audit.models import Entry, Link
from samsyn.core.access import Permission
from tests.audit.entries import NOW, READER, VERIFIER, write
from tests.refusal import refused

pytestmark = pytest.mark.django_db


def test_a_row_holds_who_what_when_and_why() -> None:
    write()
    (row,) = queries.own_log(by=READER)
    assert (row.event, row.target, row.at, row.purpose) == ("picture.read", "version:0", NOW, "uppfoljning")
    assert row.facts == {"number": 0}


def test_a_row_goes_when_what_it_tells_of_is_undone() -> None:
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    assert queries.own_log(by=READER) == ()


def test_everybody_reads_their_own_rows_newest_first_in_pages() -> None:
    write(5)
    write(2, by=VERIFIER)
    first = queries.own_log(by=READER, limit=3)
    second = queries.own_log(by=READER, limit=3, before=first[-1].id)
    assert [row.facts["number"] for row in (*first, *second)] == [4, 3, 2, 1, 0]


def test_sealing_twice_seals_once() -> None:
    write(3)
    assert (actions.seal(), actions.seal()) == (3, 0)


def test_a_large_backlog_is_sealed_in_batches() -> None:
    write(7)
    assert [actions.seal(batch=3) for _ in range(4)] == [3, 3, 1, 0]
    assert queries.verify(by=VERIFIER).whole


def test_a_whole_chain_tells_its_length_its_head_and_what_waits() -> None:
    write(4)
    actions.seal()
    write(2)
    verdict = queries.verify(by=VERIFIER)
    assert (verdict.whole, verdict.sealed, verdict.unsealed) == (True, 4, 2)
    assert queries.head() == Head(4, verdict.head)


def test_an_empty_trail_is_whole() -> None:
    verdict = queries.verify(by=VERIFIER)
    assert (verdict.whole, verdict.sealed, verdict.head) == (True, 0, chain.START)
    assert queries.head() == Head(0, chain.START)


def test_an_entry_overtaken_by_many_others_is_found_by_a_thorough_sweep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "RECENT", 2)
    write(6)
    late = Entry.objects.order_by("id").first()
    assert late is not None
    with connection.cursor() as cursor:  # as if its transaction had been open all the while
        cursor.execute(
            "INSERT INTO audit_link (sequence, entry_id, digest) VALUES (1, %s, %s)", [late.pk + 5, "0" * 64]
        )
    assert actions.seal() == 1
    assert actions.seal(thorough=True) == 4
    assert Link.objects.filter(entry=late).exists()


@pytest.mark.parametrize(
    ("column", "value"), [("actor", "nobody"), ("purpose", ""), ("target", "version:9"), ("unit_id", 8)]
)
def test_a_changed_entry_is_named(unguarded: None, column: str, value: object) -> None:
    write(5)
    actions.seal()
    tampered = Entry.objects.order_by("id")[2]
    Entry.objects.filter(pk=tampered.pk).update(**{column: value})
    verdict = queries.verify(by=VERIFIER)
    assert (verdict.whole, verdict.broken_at, verdict.sealed) == (False, tampered.pk, 2)


def test_an_entry_taken_out_with_its_link_is_found(unguarded: None) -> None:
    write(5)
    actions.seal()
    gone, after = Entry.objects.order_by("id")[2:4]
    Link.objects.filter(entry=gone).delete()
    Entry.objects.filter(pk=gone.pk).delete()
    assert queries.verify(by=VERIFIER).broken_at == after.pk


def test_a_chain_cut_at_the_end_is_found_by_the_head_kept_elsewhere(unguarded: None) -> None:
    write(5)
    actions.seal()
    kept = queries.head()
    Link.objects.filter(sequence__gt=3).delete()
    Entry.objects.filter(link=None).delete()
    assert queries.verify(by=VERIFIER).whole, "without a head nobody can tell"
    verdict = queries.verify(by=VERIFIER, kept=kept)
    assert (verdict.whole, verdict.cut_off) == (False, True)


def test_a_chain_made_anew_is_found_by_the_head_kept_elsewhere(unguarded: None) -> None:
    write(5)
    actions.seal()
    kept = queries.head()
    Link.objects.all().delete()
    Entry.objects.update(actor="nobody")
    actions.seal(thorough=True)
    assert queries.verify(by=VERIFIER).whole
    assert not queries.verify(by=VERIFIER, kept=kept).whole


def test_a_head_kept_earlier_is_still_in_its_place() -> None:
    write(2)
    actions.seal()
    kept = queries.head()
    write(2)
    actions.seal()
    assert queries.verify(by=VERIFIER, kept=kept).whole
    assert not queries.verify(by=VERIFIER, kept=replace(kept, digest="1" * 64)).whole


def test_only_those_who_may_verify_do() -> None:
    write(2, event="paragraph.erased")
    with refused(Permission.TRAIL_VERIFY):
        queries.verify(by=READER)
    with refused(Permission.TRAIL_VERIFY):
        queries.told_of("paragraph.erased", by=READER)
    assert [row.target for row in queries.told_of("paragraph.erased", by=VERIFIER)] == ["version:0", "version:1"]
    assert list(queries.told_of("paragraph.erased", by=VERIFIER, since=NOW + timedelta(days=1))) == []


def test_an_ordinary_sweep_costs_the_same_however_long_the_trail_is(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    write(20)
    actions.seal()
    with django_assert_num_queries(2):
        actions.seal()
