"""What tests of these pages stand on: the cast in the training nation, at a clock that stands."""

from typing import TYPE_CHECKING

import pytest
from pytest_django import Settings

if TYPE_CHECKING:
    from tests.cast import Cast


@pytest.fixture
def cast(db: None, settings: Settings) -> "Cast":
    """Return the cast in a training nation with areas and no pictures."""
    from tests.web.reading.visiting import standing_cast  # noqa: PLC0415 - needs settings

    return standing_cast(settings)
