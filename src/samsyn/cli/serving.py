"""The web server: few processes, several threads, everything bounded, a sealer in each process."""

import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from threading import Event
from typing import Any

from django.conf import settings
from django.db import connections
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped] # it ships no types

from samsyn.cli.sealing import sealer
from samsyn.core.errors import DomainError

LARGEST_BODY = 32 * 1024 * 1024
"""Bytes of the largest request that is let in: a delivered layer, with room to spare."""

Environ = dict[str, Any]
Start = Callable[..., object]
Application = Callable[[Environ, Start], Iterable[bytes]]


class PortTaken(DomainError):
    """Another program listens there; facts: port."""

    code = "cli.port-taken"


@dataclass(frozen=True, slots=True)
class Place:
    """Where to listen, and with how many hands."""

    host: str
    port: int
    processes: int = 2
    threads: int = 4

    @property
    def address(self) -> str:
        """Return the address that a person types."""
        return f"http://{self.host}:{self.port}/"


class Server(BaseApplication):  # type: ignore[misc] # gunicorn has no types
    """Gunicorn, told everything here and nothing by files or the environment."""

    def __init__(self, place: Place, *, ready: Callable[[], None]) -> None:
        """Keep where to listen and what to do once somebody can come."""
        self.place, self.ready = place, ready
        super().__init__()

    def load_config(self) -> None:
        """Set every limit; no access log, since addresses may hold what somebody searched for."""
        chosen: dict[str, object] = {
            "bind": f"{self.place.host}:{self.place.port}",
            "worker_class": "gthread",
            "workers": self.place.processes,
            "threads": self.place.threads,
            "preload_app": True,
            "timeout": 60,
            "graceful_timeout": 20,
            "keepalive": 5,
            "limit_request_line": 4094,
            "limit_request_fields": 60,
            "limit_request_field_size": 8190,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": lambda _server: self.ready(),
            "post_worker_init": lambda _worker: sealer(Event()).start(),
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Application:
        """Return the application that the settings name, with the largest body bounded.

        The pages are read in before the processes part, so that it is done once and they share the memory.
        """
        application: Application = import_string(settings.WSGI_APPLICATION)
        import_module(settings.ROOT_URLCONF)
        return bounded(application)


def serve(place: Place, *, ready: Callable[[], None]) -> int:
    """Serve until told to stop; ``ready`` is called once somebody can come."""
    _require_free(place)
    connections.close_all()  # the processes are copies of this one, and none may share a connection
    Server(place, ready=ready).run()
    return 0


def bounded(application: Application, *, largest: int = LARGEST_BODY) -> Application:
    """Return the application behind a door that turns away bodies larger than ``largest`` bytes, unread."""

    def door(environ: Environ, start: Start) -> Iterable[bytes]:
        if _length(environ) <= largest:
            return application(environ, start)
        said = _("Filen är för stor.").encode()
        start("413 Content Too Large", [("Content-Type", "text/plain; charset=utf-8"), ("Connection", "close")])
        return [said]

    return door


def _length(environ: Environ) -> int:
    stated = str(environ.get("CONTENT_LENGTH") or "0")
    return int(stated) if stated.isdecimal() else 0


def _require_free(place: Place) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((place.host, place.port))
        except OSError:
            raise PortTaken(port=place.port) from None
