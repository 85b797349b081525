"""The only clock of the house. Settable, so that a demo can stand on a chosen day."""

from datetime import UTC, datetime, timedelta

from django.conf import settings


def now() -> datetime:
    """Return this moment in UTC, moved by ``CLOCK_SHIFT_S`` where the demo has set it."""
    shift: float = getattr(settings, "CLOCK_SHIFT_S", 0.0)
    return datetime.now(UTC) + timedelta(seconds=shift)
