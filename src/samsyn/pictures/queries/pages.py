"""Long lists of versions, a page at a time by key."""

from samsyn.core.access import Actor
from samsyn.pictures.facts import VersionFacts
from samsyn.pictures.queries.versions import version_facts, visible_versions


def in_force_after(*, by: Actor, after: int, limit: int) -> tuple[VersionFacts, ...]:
    """Return at most ``limit`` versions in force that ``by`` may know of, by id, from those after one id."""
    found = visible_versions(by).filter(superseded_at=None, pk__gt=after)
    return tuple(version_facts(row) for row in found.order_by("pk")[:limit])
