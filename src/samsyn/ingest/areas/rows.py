"""One row of a layer on its way through the rules: read, mended step by step, and ready."""

from collections.abc import Mapping
from dataclasses import dataclass

from samsyn.core.areas.names import slug
from samsyn.ingest.areas.geometry import Shape
from samsyn.ingest.areas.read import Layer, RawRow

LEVELS = ("region", "police_area", "local_area")


@dataclass(frozen=True, slots=True)
class UnitSaid:
    """A unit as a row names it; both empty when the layer does not say."""

    code: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row being checked. ``shape`` is the boundary in SWEREF 99 TM once the rules have made one."""

    number: int
    name: str
    category: str
    place: str
    special_id: int | None
    units: Mapping[str, UnitSaid]
    raw: RawRow
    shape: Shape | None = None
    reshaped: bool = False

    @property
    def key(self) -> str:
        """Return what the row is called within its file: its name as an address."""
        return slug(self.name) or f"rad-{self.number}"


def first_rows(layer: Layer) -> tuple[Row, ...]:
    """Return the rows as delivered, every value text or number, nothing mended."""
    return tuple(_first(raw) for raw in layer.rows)


def text(raw: RawRow, field_name: str) -> str:
    """Return a field as text; a number becomes its digits, nothing becomes empty."""
    value = raw.fields.get(field_name)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None or isinstance(value, bool | dict | list) else str(value)


def _first(raw: RawRow) -> Row:
    return Row(
        number=raw.number,
        name=text(raw, "name"),
        category=text(raw, "category"),
        place=text(raw, "place"),
        special_id=_whole(text(raw, "special_id")),
        units={level: UnitSaid(text(raw, f"{level}_code").strip(), text(raw, level)) for level in LEVELS},
        raw=raw,
    )


def _whole(digits: str) -> int | None:
    digits = digits.strip()
    return int(digits) if digits.isascii() and digits.isdecimal() and len(digits) <= len("999999999") else None
