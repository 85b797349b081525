"""What tests of pictures stand on: the training nation with its cast."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cast import Cast


@pytest.fixture
def cast(db: None) -> "Cast":
    """Return the cast in a training nation with areas and no pictures."""
    from tests.cast import make_cast  # noqa: PLC0415 - needs settings

    return make_cast()
