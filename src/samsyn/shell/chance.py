"""The only randomness of the house, handed to the rooms as an argument."""

import secrets


def new_id() -> str:
    """Return a fresh id of 32 hex digits; also used as salt."""
    return secrets.token_hex(16)
