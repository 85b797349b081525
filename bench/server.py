"""``samsyn serve`` in processes of its own, and what they have used: processor time and memory, as Linux tells it."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_TICKS_PER_S = os.sysconf("SC_CLK_TCK")
_UP_WITHIN_S = 120


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: the port, and the process that its workers are children of."""

    port: int
    pid: int

    def workers(self) -> tuple[int, ...]:
        """Return the ids of the processes that answer."""
        return tuple(map(int, Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()))

    def cpu_s(self) -> float:
        """Return the processor time that the workers have used, their own and the system's for them."""
        return sum(_ticks(pid) for pid in self.workers()) / _TICKS_PER_S

    def peak_mb(self) -> tuple[float, ...]:
        """Return the most memory that each process has held at once, the parent first (VmHWM)."""
        return tuple(_peak_kb(pid) / 1024 for pid in (self.pid, *self.workers()))


@contextmanager
def serving(home: Path) -> Iterator[Server]:
    """Serve a home until done."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "samsyn", "serve", "--port", str(port)]
    with (home / "said").open("wb") as said:
        process = subprocess.Popen(command, env=surroundings(home), stdout=said, stderr=said)
    try:
        _wait_until_up(process, port, home)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=60)


def surroundings(home: Path) -> dict[str, str]:
    """Return the environment of a home on SQLite."""
    outside = {key: value for key, value in os.environ.items() if not key.startswith("SAMSYN_")}
    return {**outside, "SAMSYN_HOME": str(home), "DJANGO_SETTINGS_MODULE": "samsyn.config.settings"}


def _wait_until_up(process: subprocess.Popen[bytes], port: int, home: Path) -> None:
    patience = time.monotonic() + _UP_WITHIN_S
    while True:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            line.request("GET", "/om/uppgifter/")
            if line.getresponse().status == http.HTTPStatus.OK:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            line.close()
        if process.poll() is not None or time.monotonic() > patience:
            raise RuntimeError((home / "said").read_text(encoding="utf-8"))


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _peak_kb(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))
