"""Keeps the trail sealed: a thread in every server process, or ``samsyn worker`` beside another server.

Any number may run at once (see ``audit.actions.seal``). A killed one loses nothing: entries are
committed with what they tell of, and the next sealer finds those that wait.
"""

import logging
from collections.abc import Callable
from threading import Event, Thread

from django.db import Error, close_old_connections

from samsyn.audit.actions import seal

EVERY_S = 2.0
THOROUGH_EVERY = 1_800
"""Sweeps between two thorough ones: about an hour."""

_log = logging.getLogger(__name__)


def keep_sealing(stop: Event, *, every_s: float = EVERY_S) -> None:
    """Seal until ``stop`` is set; a database that is away for a while is waited for."""
    sweeps = 0
    while not stop.is_set():
        _sweep(thorough=sweeps % THOROUGH_EVERY == 0)
        sweeps += 1
        stop.wait(every_s)


def sealer(stop: Event) -> Thread:
    """Return a thread that keeps sealing, not yet started; it goes with its process."""
    work: Callable[[Event], None] = keep_sealing
    return Thread(target=work, args=(stop,), name="sealer", daemon=True)


def _sweep(*, thorough: bool) -> None:
    close_old_connections()
    try:
        sealed = seal(thorough=thorough)
        while sealed:
            sealed = seal()
    except Error:
        _log.warning("The trail could not be sealed; trying again.", exc_info=True)
    finally:
        close_old_connections()
