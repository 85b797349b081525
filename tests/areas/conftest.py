"""The invented nation for every test of units and areas."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.areas.land import Land


@pytest.fixture
def land(db: None) -> "Land":
    """Found the invented nation."""
    from tests.areas.land import found  # noqa: PLC0415 - tables need settings, which conftest files come before

    return found()
