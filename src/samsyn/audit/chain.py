"""The arithmetic of the chain: one digest over an entry and the digest before it."""

import hashlib
import json
from collections.abc import Mapping

START = "0" * 64
"""The digest before the first entry."""


def digest(previous: str, content: Mapping[str, object]) -> str:
    """Return SHA-256 over ``previous`` and the canonical JSON of ``content``, as 64 hex digits."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()
