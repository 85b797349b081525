"""What speaks for one area being another, on two lists: name, number and ground, weighed openly.

Ground alone misleads: a true part may hold little of the new area, and an area that merely shrank
holds little of the old one. So a bond is certain only when enough agrees; the rest are doubts that
a person decides. The bounds below are ours, tried on the lists of 2021, 2023 and 2025.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from samsyn.core.areas.names import named_within, parts, same_name, tidy

NOISE = 0.05
"""Share under which two areas only touch (Hageby and Navestad share 0.003)."""
HALF = 0.5
"""Share from which one area is most of the other."""
WHOLE = 0.9
"""Share from which ground alone is enough."""
UNMOVED = 0.999
"""Share, both ways, from which a boundary is the same: rewriting a layer costs up to 0.0003."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An area as one list shows it. ``key`` is the caller's; ``bounded`` tells whether its ground is known."""

    key: str
    name: str
    special_id: int | None = None
    place: str = ""
    bounded: bool = False


@dataclass(frozen=True, slots=True)
class Overlap:
    """Ground in common, as shares (0–1) of the area before and of the area after."""

    before: str
    after: str
    of_before: float
    of_after: float


class Flag(StrEnum):
    """What changed in an area that is still itself."""

    RENAMED = "renamed"
    BOUNDARY_MOVED = "boundary_moved"
    RE_IDENTIFIED = "re_identified"


class Why(StrEnum):
    """Why a bond needs a person."""

    NAME_WITHOUT_GROUND = "name-without-ground"
    LITTLE_IN_COMMON = "little-in-common"
    OTHER_NAME = "other-name"
    PART_MOSTLY_OUTSIDE = "part-mostly-outside"
    PART_NOT_NAMED = "part-not-named"
    CUT_OUT = "cut-out"
    TANGLED = "tangled"
    PLACE_DIFFERS = "place-differs"
    NO_GROUND_KNOWN = "no-ground-known"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two areas that something connects.

    ``same_id`` is None when either has no number; ``recorded`` tells that a list already known says so.
    """

    before: Seen
    after: Seen
    overlap: Overlap | None
    same_name: bool
    same_id: bool | None
    recorded: bool = False

    @property
    def known_ground(self) -> bool:
        """Tell whether both boundaries are known, so that no overlap means no ground in common."""
        return self.before.bounded and self.after.bounded

    @property
    def most(self) -> float:
        """Return the larger of the two shares."""
        return max(self.overlap.of_before, self.overlap.of_after) if self.overlap else 0.0

    @property
    def least(self) -> float:
        """Return the smaller of the two shares."""
        return min(self.overlap.of_before, self.overlap.of_after) if self.overlap else 0.0

    @property
    def settled(self) -> bool:
        """Tell whether the record alone decides: no ground is known that could speak against it."""
        return self.recorded and not self.known_ground

    @property
    def anchored(self) -> bool:
        """Tell whether the two are the same area beyond doubt, whatever else touches them."""
        if self.same_name and self.same_id:
            return self.most >= HALF or not self.known_ground
        return self.same_name and self.same_id is None and self.least >= WHOLE


def pairs(
    before: Iterable[Seen],
    after: Iterable[Seen],
    overlaps: Iterable[Overlap],
    recorded: Collection[tuple[str, str]] = (),
) -> tuple[Pair, ...]:
    """Return every two areas that share ground, name or number, in the order of the lists.

    Parameters
    ----------
    before, after : iterable of Seen
        The areas of the earlier and of the later list; keys unique within each.
    overlaps : iterable of Overlap
        Shares of ground; pairs without common ground may be left out.
    recorded : collection of (str, str)
        Keys of areas that a list already known connects.

    Returns
    -------
    tuple of Pair
        A pair that only touches (both shares under ``NOISE``) is left out unless name or number
        agree; where ground is not known on both sides, a part's name within a whole's is enough.

    Notes
    -----
    Looks at every two areas: fine for hundreds, not for tens of thousands.
    """
    ground = {(one.before, one.after): one for one in overlaps}
    later = list(after)
    found = (
        _pair(old, new, ground.get((old.key, new.key)), recorded=(old.key, new.key) in recorded)
        for old in before
        for new in later
    )
    return tuple(
        pair
        for pair in found
        if pair.recorded or pair.same_name or pair.same_id or pair.most >= NOISE or _named_alone(pair)
    )


def doubt_alone(pair: Pair) -> Why | None:
    """Return why it is not certain that a pair with no rival is one area that continues, or None."""
    if pair.anchored or pair.settled:
        return None
    if not pair.known_ground:
        return _doubt_unbounded(pair)
    if pair.overlap is None:
        return Why.NAME_WITHOUT_GROUND
    if pair.same_name or pair.same_id:
        return None if pair.least >= HALF else Why.LITTLE_IN_COMMON
    if pair.same_id is None and pair.least >= WHOLE:
        return None
    return Why.OTHER_NAME


def doubt_part(pair: Pair) -> Why | None:
    """Return why it is not certain that the area after is a part of a split one, or None."""
    return _doubt_piece(
        pair, named=named_within(pair.after.name, pair.before.name), share=pair.overlap.of_after if pair.overlap else 0
    )


def doubt_merged(pair: Pair) -> Why | None:
    """Return why it is not certain that the area before went up in a merged one, or None."""
    return _doubt_piece(
        pair, named=named_within(pair.before.name, pair.after.name), share=pair.overlap.of_before if pair.overlap else 0
    )


def flags(pair: Pair) -> frozenset[Flag]:
    """Return what changed in an area that continues. Spaces are no renaming; any other spelling is."""
    found = set()
    if tidy(pair.before.name).casefold() != tidy(pair.after.name).casefold() and not _only_spaces(pair):
        found.add(Flag.RENAMED)
    if pair.known_ground and pair.least < UNMOVED:
        found.add(Flag.BOUNDARY_MOVED)
    if pair.same_id is False:
        found.add(Flag.RE_IDENTIFIED)
    return frozenset(found)


def _pair(before: Seen, after: Seen, overlap: Overlap | None, *, recorded: bool) -> Pair:
    numbered = before.special_id is not None and after.special_id is not None
    return Pair(
        before=before,
        after=after,
        overlap=overlap,
        same_name=same_name(before.name, after.name),
        same_id=before.special_id == after.special_id if numbered else None,
        recorded=recorded,
    )


def _named_alone(pair: Pair) -> bool:
    one, other = pair.before.name, pair.after.name
    return not pair.known_ground and (named_within(one, other) or named_within(other, one))


def _doubt_unbounded(pair: Pair) -> Why | None:
    if not pair.same_name:
        return Why.NO_GROUND_KNOWN
    if pair.same_id is False:
        return Why.LITTLE_IN_COMMON
    both = pair.before.place and pair.after.place
    return Why.PLACE_DIFFERS if both and parts(pair.before.place) != parts(pair.after.place) else None


def _doubt_piece(pair: Pair, *, named: bool, share: float) -> Why | None:
    if not pair.known_ground:
        return None if named else Why.PART_NOT_NAMED
    if share >= WHOLE or (named and share >= HALF):
        return None
    return Why.PART_MOSTLY_OUTSIDE if named else Why.PART_NOT_NAMED


def _only_spaces(pair: Pair) -> bool:
    return "".join(pair.before.name.split()).casefold() == "".join(pair.after.name.split()).casefold()
