"""What tests of pictures stand on: the training nation with its cast."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cast import Cast


@pytest.fixture
def cast(db: None) -> "Cast":
    """Return the cast in a training nation without listed areas, where one chapter makes a picture."""
    from tests.cast import make_cast  # noqa: PLC0415 - needs settings

    return make_cast(areas=False)


@pytest.fixture
def cast_and_areas(db: None) -> "Cast":
    """Return the cast in a training nation with its three lists of areas."""
    from tests.cast import make_cast  # noqa: PLC0415 - needs settings

    return make_cast()
