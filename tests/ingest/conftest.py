"""Two nations to load lists into: an empty one, and the one with the published facts."""

from typing import TYPE_CHECKING

import pytest

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
