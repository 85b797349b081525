"""The cast on a fixed morning, the real nation beside it, and a keeper of both."""

from typing import TYPE_CHECKING

import pytest

from tests.serving import collected

if TYPE_CHECKING:
    from django.conf import LazySettings

    from tests.cast import Cast
    from tests.web.nation.visitor import Visit


@pytest.fixture
def cast(db: None, settings: "LazySettings") -> "Cast":
    """Return the cast in a training nation with areas, with the clock on its morning."""
    from samsyn.shell import clock  # noqa: PLC0415 - needs settings
    from tests.cast import NOW, make_cast  # noqa: PLC0415 - needs settings

    collected()
    settings.CLOCK_SHIFT_S = 0
    settings.CLOCK_SHIFT_S = (NOW - clock.now()).total_seconds()
    return make_cast()


@pytest.fixture
def visit(cast: "Cast") -> "Visit":
    """Return how somebody of the cast opens a page."""
    from tests.web.nation.visitor import Visit  # noqa: PLC0415 - needs settings

    return Visit(cast)
