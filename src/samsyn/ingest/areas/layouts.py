"""The known layouts of area layers and the words of their categories, read from ``layouts.toml``."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Layout:
    """Which field of a delivery holds what."""

    name: str
    required: frozenset[str]
    fields: Mapping[str, str]

    def fits(self, fields: Collection[str]) -> bool:
        """Tell whether the delivery has the fields that this layout needs."""
        return self.required <= set(fields)


@dataclass(frozen=True, slots=True)
class Category:
    """A category's words, its known misspellings, and the list from which it is no longer used."""

    code: str
    words: frozenset[str]
    misspelt: frozenset[str]
    until: date | None


@cache
def layouts() -> tuple[Layout, ...]:
    """Return the known layouts, the most telling first."""
    return tuple(Layout(one["name"], frozenset(one["required"]), one["fields"]) for one in _definitions()["layouts"])


@cache
def categories() -> tuple[Category, ...]:
    """Return the categories that some list has used."""
    return tuple(
        Category(code, frozenset(one["words"]), frozenset(one.get("misspelt", ())), one.get("until"))
        for code, one in _definitions()["categories"].items()
    )


@cache
def _definitions() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("layouts.toml").read_text(encoding="utf-8"))
