"""Salted hashes of the parts of a signed document, and the stable JSON they are taken over."""

import json
from collections.abc import Mapping
from hashlib import sha256

SHORTEST_SALT = 16
"""Bytes. A shorter salt would let destroyed words be guessed from the digest that is left."""


def canonical(value: object) -> str:
    """Return JSON that is the same for the same content: keys sorted, no blanks, letters as they are.

    Takes strings, integers, booleans, null, lists and mappings. Raises ``ValueError`` for a lone
    surrogate or a number that JSON does not have, so that nothing is signed that cannot be stored.
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    text.encode()
    return text


def digest_over(value: object) -> str:
    """Return the SHA-256 of the canonical JSON, in hexadecimal."""
    return sha256(canonical(value).encode()).hexdigest()


def leaf(body: Mapping[str, object], salt: str) -> dict[str, object]:
    """Return a leaf: the body with its salt (hexadecimal), and the digest that stays when both are destroyed."""
    if len(salt) < 2 * SHORTEST_SALT:
        raise ValueError(_SALT_SHORT)
    return {"body": dict(body), "salt": salt, "digest": leaf_digest(body, salt)}


def leaf_digest(body: Mapping[str, object], salt: str) -> str:
    """Return SHA-256 over the bytes of the salt followed by the canonical JSON of the body, in hexadecimal."""
    return sha256(bytes.fromhex(salt) + canonical(body).encode()).hexdigest()


_SALT_SHORT = f"a salt has at least {SHORTEST_SALT} bytes"
