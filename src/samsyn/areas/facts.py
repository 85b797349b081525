"""What this room hands out: frozen facts about units, areas, lists and imports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from samsyn.core.areas.counts import ListAccount


@dataclass(frozen=True, slots=True)
class UnitAt:
    """A unit as of a day."""

    id: int
    code: str
    name: str
    kind: str
    nation_id: int
    parent_id: int | None
    training: bool
    official_code: bool
    note: str
    sort_key: str
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class AreaAt:
    """A listed area as of a day; ``boundary`` is the id of its boundary version, or ""."""

    id: int
    key: str
    name: str
    sort_key: str
    category: str
    trend: str
    special_id: int | None
    unit_id: int | None
    unit_code: str
    unit_name: str
    municipality: str
    municipality_code: str
    place: str
    lon: float | None
    lat: float | None
    boundary: str
    area_m2: float | None
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class AreaLine:
    """One line of an area's history: what one list said of it."""

    edition_id: int
    list_on: date
    list_precision: str
    category: str
    trend: str
    reason: str
    name: str
    special_id: int | None
    unit_code: str
    unit_name: str
    boundary: str
    area_m2: float | None
    boundary_moved: bool
    renamed: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """An area before or after another at a list, with the name it had then."""

    key: str
    name: str
    fate: str
    list_on: date


@dataclass(frozen=True, slots=True)
class AreaHistory:
    """An area through all lists, newest first, with its kin both ways."""

    id: int
    key: str
    nation_id: int
    name: str
    lines: tuple[AreaLine, ...]
    earlier: tuple[Kin, ...]
    later: tuple[Kin, ...]


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """A list: its day, how well that is known, its counts and the sum from the list before."""

    id: int
    start: date
    end: date | None
    precision: str
    title: str
    source: str
    decided_by: str
    reason: str
    counts: Mapping[str, int]
    account: ListAccount | None


@dataclass(frozen=True, slots=True)
class BoundaryFacts:
    """A boundary version: GeoJSON text in WGS 84, its box (west, south, east, north) and size."""

    id: str
    geojson: str
    box: tuple[float, float, float, float]
    area_m2: float


@dataclass(frozen=True, slots=True)
class SnapshotFacts:
    """A delivered file without its bytes."""

    id: int
    name: str
    sender: str
    received_at: datetime
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class RunFacts:
    """One import: what was proposed, decided and reported."""

    id: int
    nation_id: int
    snapshot: SnapshotFacts
    list_on: date
    state: str
    proposal: Mapping[str, Any]
    decisions: tuple[Mapping[str, Any], ...]
    report: tuple[Mapping[str, Any], ...]
    created_at: datetime
    created_by: str
    loaded_at: datetime | None


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A unit to be known from a day: what a list, the published facts or a seed states of it."""

    code: str
    name: str
    kind: str
    parent_code: str
    start: date
    end: date | None = None
    official_code: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Boundary:
    """A boundary to be stored: mended GeoJSON in WGS 84, the delivered one, box and size."""

    geojson: str
    original: str
    box: tuple[float, float, float, float]
    area_m2: float
    repaired: bool = False


@dataclass(frozen=True, slots=True)
class AreaEntry:
    """One area on a list to be loaded. ``key`` names it; an unknown key makes a new area.

    ``same_boundary`` is the id of a boundary version already stored that this list repeats.
    """

    key: str
    name: str
    category: str
    trend: str = ""
    reason: str = ""
    special_id: int | None = None
    unit_code: str = ""
    municipality: str = ""
    municipality_code: str = ""
    place: str = ""
    position: tuple[float, float] | None = None
    boundary: Boundary | None = None
    same_boundary: str = ""


@dataclass(frozen=True, slots=True)
class LinkEntry:
    """An area that went up in another: fate "split" or "merged"."""

    before: str
    after: str
    fate: str


@dataclass(frozen=True, slots=True)
class ListEntry:
    """A whole list to be loaded at once."""

    start: date
    title: str
    areas: tuple[AreaEntry, ...]
    links: tuple[LinkEntry, ...] = ()
    precision: str = "day"
    source: str = ""
    decided_by: str = ""
    reason: str = ""
    snapshot_id: int | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load wrote; all zero when everything was there already."""

    edition_id: int
    areas: int = 0
    boundaries: int = 0
    links: int = 0
    details: Mapping[str, object] = field(default_factory=dict)
