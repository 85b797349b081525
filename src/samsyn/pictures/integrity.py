"""Whether every signed version is what was signed: its digests, the trail's word for them, its projections."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from samsyn.core.access import Actor, Permission
from samsyn.core.errors import NotAllowed
from samsyn.core.pictures import history
from samsyn.pictures import projection
from samsyn.pictures.models import Version


@dataclass(frozen=True, slots=True)
class Broken:
    """A version by unit and number, and what of it does not fit; nothing where all does."""

    version: str
    faults: tuple[str, ...]


def versions(*, by: Actor, signed: Mapping[str, str]) -> Iterator[Broken]:
    """Check every version. ``signed`` holds the digests that the trail tells of, by target (``version:7``)."""
    if not by.has(Permission.TRAIL_VERIFY):
        raise NotAllowed(permission=Permission.TRAIL_VERIFY.value)
    rows = Version.objects.select_related("picture__unit").prefetch_related("paragraphs").order_by("id")
    return (Broken(_name(row), _faults(row, signed)) for row in rows.iterator(chunk_size=50))


def _name(row: Version) -> str:
    return f"{row.picture.unit.code} version {row.number}"


def _faults(row: Version, signed: Mapping[str, str]) -> tuple[str, ...]:
    document = tuple(f"{fault.what} {fault.leaf}".strip() for fault in history.verify(row.document, digest=row.digest))
    trail = () if signed.get(f"version:{row.pk}") == row.digest else ("trail",)
    if document:
        return (*document, *trail)
    return (*trail, *(f"projection {paragraph}" for paragraph in projection.check(row)))
