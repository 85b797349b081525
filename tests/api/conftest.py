"""What tests of the interface stand on: the training nation, its cast, and a clock that stands with them."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_django import Settings

if TYPE_CHECKING:
    from tests.cast import Cast


@pytest.fixture
def cast(db: None, settings: Settings) -> "Cast":
    """Return the cast in a training nation with areas and no pictures; the clock stands a little after that."""
    from tests.api.programs import stand_at  # noqa: PLC0415 - needs settings
    from tests.cast import NOW, make_cast  # noqa: PLC0415 - needs settings

    settings.CLOCK_SHIFT_S = 0.0
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)  # or whitenoise warns
    made = make_cast()
    stand_at(NOW)
    return made
