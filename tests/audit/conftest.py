"""A database whose guards are taken away, for tests of tampering."""

import pytest


@pytest.fixture
def unguarded(db: None) -> None:
    """Take the triggers away."""
    from tests.audit.entries import unguard  # noqa: PLC0415 - tables need settings, which conftest files come before

    unguard()
