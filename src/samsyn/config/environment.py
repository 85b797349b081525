"""What the outside may set: one frozen object, read once, nothing else reads the environment."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings of this installation. ``home`` holds the database, the key and delivered files."""

    home: Path
    database: str
    demo: bool
    hosts: tuple[str, ...]
    secure: bool
    clock_shift_s: float

    @property
    def secret_key(self) -> str:
        """Return the installation's signing key, made once and kept beside the database."""
        path = self.home / "secret-key"
        if not path.exists():
            self.home.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_urlsafe(50), encoding="utf-8")
        return path.read_text(encoding="utf-8")

    @property
    def databases(self) -> dict[str, dict[str, object]]:
        """Return Django's ``DATABASES`` for the address in ``SAMSYN_DATABASE``."""
        return {"default": _postgres(self.database) if self.database else _sqlite(self.home)}


def read() -> Environment:
    """Read the environment of this process."""
    return Environment(
        home=Path(os.environ.get("SAMSYN_HOME", "var")).resolve(),
        database=os.environ.get("SAMSYN_DATABASE", ""),
        demo=os.environ.get("SAMSYN_DEMO", "") == "1",
        hosts=tuple(filter(None, os.environ.get("SAMSYN_HOSTS", "127.0.0.1,localhost").split(","))),
        secure=os.environ.get("SAMSYN_SECURE", "") == "1",
        clock_shift_s=float(os.environ.get("SAMSYN_CLOCK_SHIFT_S", "0")),
    )


def _sqlite(home: Path) -> dict[str, object]:
    # IMMEDIATE: a deferred transaction that turns into a write fails at once when another writes.
    # FULL: an acknowledged write survives a power cut. secure_delete: erased words leave the file.
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(home / "samsyn.sqlite3"),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
    }


def _postgres(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }
