"""Reads the role definitions: versioned TOML, newest version in force."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from samsyn.core.access import InfoClass, Permission


@dataclass(frozen=True, slots=True)
class RoleDefinition:
    """What a role is called, on which level it is held, and what it may do."""

    key: str
    title_sv: str
    title_en: str
    level: str
    clearance: InfoClass
    permissions: frozenset[Permission]


@cache
def role_definitions() -> Mapping[str, RoleDefinition]:
    """Return all roles of the newest version, by key."""
    files = (file for file in (resources.files("samsyn.accounts") / "roles").iterdir() if file.name.endswith(".toml"))
    newest = max(files, key=lambda file: file.name)
    raw = tomllib.loads(newest.read_text(encoding="utf-8"))
    return {key: _role(key, role) for key, role in raw["roles"].items()}


def _role(key: str, raw: Mapping[str, object]) -> RoleDefinition:
    title, permissions, clearance = raw["title"], raw["permissions"], raw["clearance"]
    if not (isinstance(title, dict) and isinstance(permissions, list) and isinstance(clearance, int)):
        raise TypeError(key)
    return RoleDefinition(
        key=key,
        title_sv=title["sv"],
        title_en=title["en"],
        level=str(raw["level"]),
        clearance=InfoClass(clearance),
        permissions=frozenset(Permission(name) for name in permissions),
    )
