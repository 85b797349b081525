"""Programs that come with the machine: Chromium and PostgreSQL, fetched with apt when root."""

import os
import shutil
import subprocess
from pathlib import Path

APT = ("apt-get", "-qq", "-o", "Acquire::Retries=5", "-o", "Acquire::http::Timeout=60", "-o", "DPkg::Lock::Timeout=300")


def chromium() -> str | None:
    """Return the path of a Chromium, installed first if this is root on Debian and there is none."""
    return _chromium() or (_chromium() if apt_install("chromium") else None)


def postgres() -> Path | None:
    """Return the folder of the newest PostgreSQL server's programs, installed first as above."""
    return _postgres() or (_postgres() if apt_install("postgresql") else None)


def apt_install(package: str) -> bool:
    """Install one Debian package; false when this is not root, not Debian, or apt failed."""
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    print(f"Installing {package} with apt-get ...", flush=True)
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = ((*APT, "update"), (*APT, "install", "--yes", "--no-install-recommends", package))
    try:
        for step in steps:
            subprocess.run(step, env=surroundings, stdin=subprocess.DEVNULL, timeout=900, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        return False
    return True


def _chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def _postgres() -> Path | None:
    versions = [path for path in Path("/usr/lib/postgresql").glob("*/bin") if (path / "initdb").exists()]
    if versions:
        return max(versions, key=lambda path: int(path.parent.name.partition(".")[0]))
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None
