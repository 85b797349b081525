"""How a test says that an action is refused to somebody.

``tests/house`` looks for these words: every permission stands in at least one of them.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from samsyn.core.access import Permission
from samsyn.core.errors import NotAllowed, NotFound


@contextmanager
def refused(permission: Permission) -> Iterator[None]:
    """Hold that what is done inside is refused for want of ``permission``.

    A read may answer "not found" instead, since it must not tell that the object exists.
    """
    with pytest.raises((NotAllowed, NotFound)) as caught:
        yield
    if isinstance(caught.value, NotAllowed):
        assert caught.value.facts.get("permission") == permission.value
