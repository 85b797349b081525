"""Between rows and the chain: what of an entry its seal covers."""

from samsyn.audit.models import Entry


def content(entry: Entry) -> dict[str, object]:
    """Return everything an entry says, as the chain digests it. Never change this: old seals rest on it."""
    return {
        "id": entry.pk,
        "at": entry.at.isoformat(),
        "actor": entry.actor,
        "event": entry.event,
        "target": entry.target,
        "unit_id": entry.unit_id,
        "purpose": entry.purpose,
        "facts": entry.facts,
    }
