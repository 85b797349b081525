"""Several sealers and many writers at once: one chain, nothing left out, nobody stopped."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction

from samsyn.audit import actions, queries
from samsyn.audit.models import Entry, Link
from tests.audit.entries import VERIFIER, write

pytestmark = pytest.mark.usefixtures("own_database")

WRITERS, SEALERS, EACH = 4, 4, 30


def test_sealers_at_once_make_one_chain() -> None:
    done = Event()

    def write_some() -> None:
        try:
            write(EACH)
        finally:
            connection.close()

    def seal_until_done() -> int:
        sealed = 0
        try:
            while not done.is_set():
                sealed += actions.seal(batch=7)
        finally:
            connection.close()
        return sealed

    with ThreadPoolExecutor(WRITERS + SEALERS) as pool:
        sealing = [pool.submit(seal_until_done) for _ in range(SEALERS)]
        for writing in [pool.submit(write_some) for _ in range(WRITERS)]:
            writing.result()
        done.set()
        counts = [one.result() for one in sealing]
    rest = actions.seal(thorough=True)
    verdict = queries.verify(by=VERIFIER)
    assert (verdict.whole, verdict.sealed, verdict.unsealed) == (True, WRITERS * EACH, 0)
    assert sum(counts) + rest == WRITERS * EACH


@pytest.mark.postgres_only
def test_an_entry_whose_transaction_was_slow_is_sealed_after_later_ones() -> None:
    begun, may_end = Event(), Event()

    def slowly() -> None:
        try:
            with transaction.atomic():
                write(1, event="slow")
                begun.set()
                assert may_end.wait(10)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(slowly)
        assert begun.wait(10)
        write(2)
        assert actions.seal() == 2
        may_end.set()
        slow.result()
    assert actions.seal() == 1
    assert queries.verify(by=VERIFIER).whole
    late = Entry.objects.get(event="slow")
    assert (late.pk < Entry.objects.exclude(event="slow").earliest("id").pk, Link.objects.get(entry=late).sequence) == (
        True,
        3,
    )
