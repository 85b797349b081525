"""What tests of commands stand on: the training nation with its cast, in a database that commands may change."""

from typing import TYPE_CHECKING

import pytest
from pytest_django import Settings

if TYPE_CHECKING:
    from tests.cast import Cast


@pytest.fixture
def cast(db: None, settings: Settings) -> "Cast":
    """Return the cast in a training nation with areas and no pictures; the clock stands with it."""
    return _cast(settings)


@pytest.fixture
def own_cast(own_database: None, settings: Settings) -> "Cast":
    """Return the same in a database of the test's own, where it may commit and start threads."""
    return _cast(settings)


def _cast(settings: Settings) -> "Cast":
    from samsyn.shell import clock  # noqa: PLC0415 - needs settings
    from tests.cast import NOW, make_cast  # noqa: PLC0415 - needs settings

    settings.CLOCK_SHIFT_S = 0.0
    settings.CLOCK_SHIFT_S = (NOW - clock.now()).total_seconds()
    return make_cast()
