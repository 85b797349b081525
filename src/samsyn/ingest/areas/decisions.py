"""Answers to doubts from a file: TOML, one ``[[decision]]`` per doubt, so that a load can be repeated."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass

from samsyn.core.errors import DomainError


class DecisionsUnreadable(DomainError):
    """The decisions file is not TOML of the expected shape; ``entry`` counts from 1 where it is known."""

    code = "areas.decisions-unreadable"


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no to one doubt, and why."""

    doubt: str
    yes: bool
    reason: str


def read_decisions(content: bytes) -> Mapping[str, Decision]:
    """Return the decisions in a file by doubt; raise :class:`DecisionsUnreadable` for anything else."""
    try:
        document = tomllib.loads(content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise DecisionsUnreadable from None
    entries = document.get("decision", [])
    if not isinstance(entries, list):
        raise DecisionsUnreadable
    decisions = (_decision(place, entry) for place, entry in enumerate(entries, 1))
    return {decision.doubt: decision for decision in decisions}


def _decision(place: int, entry: object) -> Decision:
    fields = entry if isinstance(entry, dict) else {}
    doubt, yes, reason = fields.get("doubt"), fields.get("yes"), fields.get("reason")
    if not (isinstance(doubt, str) and isinstance(yes, bool) and isinstance(reason, str) and reason.strip()):
        raise DecisionsUnreadable(entry=place)
    return Decision(doubt, yes, reason.strip())
