"""The world that the table of rights speaks of: made once for all tests of a process, a copy for each."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from pytest_django.plugin import DjangoDbBlocker

if TYPE_CHECKING:
    from tests.security.world import World


@pytest.fixture(scope="session")
def furnished(trained: str, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[str, "World"]]:
    """Make the training nation with something in every state."""
    from tests import databases  # noqa: PLC0415 - needs settings
    from tests.security import world  # noqa: PLC0415 - needs settings

    with django_db_blocker.unblock(), databases.furnished(world.build, of=trained) as made:
        yield made


@pytest.fixture
def there(furnished: tuple[str, "World"], django_db_blocker: DjangoDbBlocker) -> Iterator["World"]:
    """Give the test a copy of it, where it may commit."""
    from tests import databases  # noqa: PLC0415 - needs settings

    name, made = furnished
    with django_db_blocker.unblock(), databases.copied(name):
        yield made
