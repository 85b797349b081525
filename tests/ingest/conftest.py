"""Nations to load lists into. Those with two lists loaded are made once per file and rolled back after it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pytest_django.plugin import DjangoDbBlocker

if TYPE_CHECKING:
    from tests.ingest.nation import Nation


@pytest.fixture
def empty(db: None) -> "Nation":
    """Found a nation that knows nothing."""
    from tests.ingest import nation  # noqa: PLC0415 - tables need settings, which conftest files come before

    return nation.empty()


@pytest.fixture
def known(db: None) -> "Nation":
    """Load the published facts."""
    from tests.ingest import nation  # noqa: PLC0415 - tables need settings, which conftest files come before

    return nation.known()


@pytest.fixture(scope="module")
def _outer(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    from django.db import transaction  # noqa: PLC0415 - needs settings

    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def _two_lists(_outer: None) -> "Nation":
    from tests.ingest import nation  # noqa: PLC0415 - tables need settings, which conftest files come before

    return nation.with_lists(nation.empty(), 2021, 2023)


@pytest.fixture(scope="module")
def _known_two_lists(_outer: None) -> "Nation":
    from tests.ingest import nation  # noqa: PLC0415 - tables need settings, which conftest files come before

    return nation.with_lists(nation.known(), 2021, 2023)


@pytest.fixture
def two_lists(_two_lists: "Nation", db: None) -> "Nation":
    """Return a nation that knew nothing before the layers of 2021 and 2023 were loaded."""
    return _two_lists


@pytest.fixture
def known_two_lists(_known_two_lists: "Nation", db: None) -> "Nation":
    """Return the nation of the published facts, with the layers of 2021 and 2023 loaded."""
    return _known_two_lists
