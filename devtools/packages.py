"""The virtual environment and its packages, exactly as locked.

A stamp in the environment holds the digest of what was asked for, so a second run installs nothing
and needs no network.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from devtools import machine

Kind = Literal["run", "test"]

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "samsyn-lock"

FILES: dict[Kind, tuple[str, ...]] = {"run": ("build.txt", "run.txt"), "test": ("test.txt",)}
"""The locked files of each kind. ``test.txt`` holds everything in the others."""

DROPPED = ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "DJANGO_SETTINGS_MODULE", "__PYVENV_LAUNCHER__")
REDIRECTING = ("FIND_LINKS", "CONSTRAINT", "NO_INDEX", "PREFIX", "REQUIREMENT", "SYSTEM_PYTHON", "TARGET", "USER")
"""Settings of pip and uv that take packages from, or put them, somewhere else than the lock says."""


class CannotInstallError(Exception):
    """The environment cannot be made; the message tells the developer what to do."""


def environment(**extra: str) -> dict[str, str]:
    """Return this process's environment without what would lead Python or its packages astray."""
    dropped = {*DROPPED, *(f"{tool}_{name}" for tool in ("PIP", "UV") for name in REDIRECTING)}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUNBUFFERED": "1", **extra}


def install(kind: Kind) -> None:
    """Make ``.venv`` hold the packages of ``kind`` and Samsyn itself; do nothing if it already does."""
    stamps = [_stamp("test")] if kind == "test" else [_stamp("run"), _stamp("test")]
    if PYTHON.exists() and STAMP.exists() and STAMP.read_text(encoding="utf-8") in stamps:
        return
    started = time.monotonic()
    print(f"Installing the locked packages into {VENV.name} ...", flush=True)
    _make_venv()
    STAMP.unlink(missing_ok=True)
    tool = _sync(kind)
    STAMP.write_text(_stamp(kind), encoding="utf-8")
    print(f"Installed with {tool} in {time.monotonic() - started:.0f} s.", flush=True)


def _stamp(kind: Kind) -> str:
    """Digest everything that decides what is installed: lock, project, interpreter and place."""
    digest = hashlib.sha256(f"{sys.version} {sys.executable} {ROOT}".encode())
    for path in (*(REQUIREMENTS / name for name in FILES[kind]), ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return f"{kind} {digest.hexdigest()}\n"


def _make_venv() -> None:
    if _runs([str(PYTHON), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]):
        return
    shutil.rmtree(VENV, ignore_errors=True)
    command = [sys.executable, "-m", "venv", str(VENV)]
    if _runs(command):
        return
    if machine.apt_install("python3-venv"):
        shutil.rmtree(VENV, ignore_errors=True)
        if _runs(command):
            return
    message = "Cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv."
    raise CannotInstallError(message)


def _sync(kind: Kind) -> str:
    """Install with uv, which is fast and exact; with pip where uv cannot. Return the name of the tool."""
    python = str(PYTHON)
    if not _runs([python, "-m", "pip", "--version"]):
        _must([python, "-m", "ensurepip", "--upgrade"])
    pip = [python, "-m", "pip", "--quiet", "install", "--no-input", "--retries", "5"]
    _must([*pip, "--require-hashes", "--no-deps", "-r", str(REQUIREMENTS / "build.txt")])
    uv = [str(SCRIPTS / "uv"), "--quiet", "pip"]
    wanted = [str(REQUIREMENTS / name) for name in FILES[kind]]
    editable = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    synced = [*uv, "sync", "--python", python, "--require-hashes", *wanted]
    if _runs(synced, show=True) and _runs([*uv, "install", "--python", python, *editable], show=True):
        return "uv"
    print("uv could not; trying pip.", flush=True)
    _must([*pip, "--require-hashes", "--no-deps", *(part for name in wanted for part in ("-r", name))])
    _must([*pip, *editable])
    return "pip"


def _runs(command: Sequence[str], *, show: bool = False) -> bool:
    """Tell whether the command can be run and succeeds; ``show`` prints what it said if it failed."""
    try:
        done = subprocess.run(
            command, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
    except OSError:
        return False
    if show and done.returncode != 0:
        print(done.stdout, done.stderr, sep="", file=sys.stderr, flush=True)
    return done.returncode == 0


def _must(command: Sequence[str]) -> None:
    if not _runs(command, show=True):
        message = f"This failed, see above: {' '.join(command)}"
        raise CannotInstallError(message)
