"""Reads the table of rights, and fills its addresses with the things of the world."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

STATUS = {"2": 200, "3": 302, "4": 403, "0": 404, "5": 405, "9": 422, "1": 401}


@dataclass(frozen=True, slots=True)
class Row:
    """One address, and what everybody is answered there."""

    name: str
    path: str
    answers: dict[str, int]


@dataclass(frozen=True, slots=True)
class Post:
    """One form, and who may send it."""

    name: str
    path: str
    form: dict[str, str]
    may: frozenset[str]


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "rights.toml").read_text(encoding="utf-8"))


def cast() -> tuple[str, ...]:
    """Return the columns of the table."""
    return tuple(_raw()["cast"])


def rows(kind: str, names: dict[str, str]) -> list[Row]:
    """Return the rows of pages or of the API, one for each address."""
    return [
        Row(
            row["name"],
            path.format(**names),
            {who: STATUS[mark] for who, mark in zip(cast(), row["answers"], strict=True)},
        )
        for row in _raw()[kind]
        for path in row["paths"]
    ]


def posts(names: dict[str, str]) -> list[Post]:
    """Return the forms."""
    return [
        Post(
            row["name"],
            row["path"].format(**names),
            {key: value.format(**names) for key, value in row.get("form", {}).items()},
            frozenset(row["may"]),
        )
        for row in _raw()["post"]
    ]


def names_in_table() -> set[str]:
    """Return every name of an address that stands in the table."""
    return {row["name"] for kind in ("page", "post", "api") for row in _raw()[kind]}


def names_in_program() -> set[str]:
    """Return every name of an address that the program has."""
    return set(_names(get_resolver(), ""))


def _names(resolver: URLResolver, space: str) -> Iterator[str]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}"
        else:
            yield from _names(pattern, f"{space}{pattern.namespace}:" if pattern.namespace else space)
