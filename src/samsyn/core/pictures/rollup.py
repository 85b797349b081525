"""Lifting from below: how a lifted sentence must at least be marked, and whether what it rests on still stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from samsyn.core.access import InfoClass, Zone, highest
from samsyn.core.pictures.compare import Aspect, differences
from samsyn.core.pictures.document import Paragraph, Source

_STRICTNESS = {Zone.OPEN: 0, Zone.SHARED: 1, Zone.POLICE: 2}


@dataclass(frozen=True, slots=True)
class Marking:
    """Information class and zone together."""

    info_class: InfoClass
    zone: Zone

    def covers(self, other: "Marking") -> bool:
        """Tell whether this is at least as high a class and at least as strict a zone."""
        return self.info_class >= other.info_class and _STRICTNESS[self.zone] >= _STRICTNESS[other.zone]


def lifted_class(sources: Iterable[Paragraph]) -> Marking:
    """Return the marking that a sentence lifted from some paragraphs must at least carry.

    The highest class and the strictest zone among them, each by itself; police > shared > open. Erased
    sources count: their marking outlives their words. Nothing at all is class 0 and open.
    """
    found = tuple(sources)
    zone = max((item.zone for item in found), key=lambda each: _STRICTNESS[each], default=Zone.OPEN)
    return Marking(highest(item.info_class for item in found), zone)


def may_lower(reason: str) -> bool:
    """Tell whether a stated reason allows a lower marking: any words do, and they are kept with the sentence."""
    return bool(reason.strip())


class Stale(StrEnum):
    """What has become of a source since it was lifted."""

    CHANGED = "changed"
    REMOVED = "removed"
    ERASED = "erased"


def stale(sources: Mapping[Source, Paragraph], current: Iterable[Paragraph]) -> Mapping[Source, Stale]:
    """Tell which sources no longer stand as they were lifted.

    Parameters
    ----------
    sources : mapping of Source to Paragraph
        What was lifted, as it stands in the version it was lifted from (erased, if erased there since).
    current : iterable of Paragraph
        Every paragraph of the versions now in force below, unfiltered: a paragraph that is only hidden
        from the reader would look removed.

    Returns
    -------
    mapping of Source to Stale
        Only those that changed. One that was copied under a new id is followed by its origin; a text is
        changed when it reads otherwise or is otherwise certain, marked, grounded or coded, not when it
        only moved to another section or was lifted anew.
    """
    standing, copies = dict[str, Paragraph](), dict[str, Paragraph]()
    for item in current:
        standing[item.id] = item
        copies.setdefault(item.origin, item)
    standing = copies | standing
    found = {source: _fate(lifted, standing.get(source.paragraph_id)) for source, lifted in sources.items()}
    return {source: fate for source, fate in found.items() if fate is not None}


_NO_MATTER = frozenset({Aspect.SECTION, Aspect.SOURCES})


def _fate(lifted: Paragraph, standing: Paragraph | None) -> Stale | None:
    if lifted.erased or (standing is not None and standing.erased):
        return Stale.ERASED
    if standing is None:
        return Stale.REMOVED
    return Stale.CHANGED if set(differences(lifted, standing)) - _NO_MATTER else None
