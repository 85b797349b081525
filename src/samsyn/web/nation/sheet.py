"""The map as it is drawn: the outline, a glyph for each area, and windows where areas lie close."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.areas.facts import AreaAt
from samsyn.web.nation import ground, terms
from samsyn.web.nation.clusters import clusters
from samsyn.web.nation.ground import Spot, Window

NEAR_KM = 18.0
"""Glyphs nearer than this cover each other on the map of Sweden."""
NAMED = 12
"""So few areas are named on the map itself when there is no outline to find them by."""
GLYPH = 0.0126
INSET_GLYPH = 0.028
FRAME_GLYPH = 0.018
"""The radius of a glyph as a share of the width of its window."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One area on the map: where, which shape, how large, its words; ``faint`` when the filters leave it out."""

    x: float
    y: float
    r: float
    category: str
    title: str
    name: str
    faint: bool
    leftward: bool
    """The name stands to the left, since there is no room to the right."""


@dataclass(frozen=True, slots=True)
class Pane:
    """One drawing: the window, the outline in it, the glyphs."""

    title: str
    window: Window
    outline: str
    glyphs: tuple[Glyph, ...]

    @property
    def plain(self) -> bool:
        """Tell whether there is no outline, so that areas are named on the map itself."""
        return not self.outline


@dataclass(frozen=True, slots=True)
class Sheet:
    """The map, its windows, and what to say of it."""

    main: Pane
    insets: tuple[Pane, ...]
    legend: tuple[tuple[str, str], ...]
    source: str


def sheet(code: str, nation: str, areas: Sequence[AreaAt], shown: Iterable[str]) -> Sheet | None:
    """Draw the areas of a nation; None when no area has a known position. ``shown`` are keys that pass the filters."""
    placed = [area for area in areas if area.lon is not None and area.lat is not None]
    if not placed:
        return None
    spots = [ground.spot(area.lon or 0, area.lat or 0) for area in placed]
    window, kept = ground.whole(code), frozenset(shown)
    if window is None:
        window = ground.around(spots, margin=0.22, least=2)
        pane = _pane(code, nation, window, FRAME_GLYPH, zip(placed, spots, strict=True), kept)
        return Sheet(pane, (), _legend(areas), _source(code, areas, placed))
    groups = clusters(spots, near_km=NEAR_KM)
    insets = tuple(
        _pane(
            code,
            _inset_title([placed[one] for one in group]),
            ground.around([spots[one] for one in group], margin=0.12, least=24),
            INSET_GLYPH if group == groups[0] else INSET_GLYPH * 1.45,
            [(placed[one], spots[one]) for one in group],
            kept,
        )
        for group in groups
    )
    main = _pane(code, nation, window, GLYPH, zip(placed, spots, strict=True), kept)
    return Sheet(main, insets, _legend(areas), _source(code, areas, placed))


def _pane(  # noqa: PLR0913, PLR0917 - a drawing is what it is made of
    code: str, title: str, window: Window, share: float, placed: Iterable[tuple[AreaAt, Spot]], kept: frozenset[str]
) -> Pane:
    radius = round(share * window.width, 3)
    # North first, so that a southern glyph lies on a northern one, as on a shelf.
    order = sorted(placed, key=lambda one: (one[0].key in kept, one[0].category == "sarskilt", one[1].y))
    return Pane(
        title=title,
        window=window,
        outline=ground.outline(code, window),
        glyphs=tuple(
            Glyph(
                x=round(spot.x, 2),
                y=round(spot.y, 2),
                r=radius,
                category=area.category,
                title=f"{area.name}, {area.municipality}, {terms.category(area.category)}",
                name=area.name,
                faint=area.key not in kept,
                leftward=spot.x > window.x + 0.62 * window.width,
            )
            for area, spot in order
        ),
    )


def _inset_title(members: Sequence[AreaAt]) -> str:
    """Name a window after the municipality that most of its areas lie in."""
    counted = Counter(area.municipality for area in members)
    name = min(counted, key=lambda one: (-counted[one], one))
    where = name if len(counted) == 1 else _("%(name)s med omland") % {"name": name}
    return _("%(where)s, %(count)s") % {"where": where, "count": len(members)}


def _legend(areas: Iterable[AreaAt]) -> tuple[tuple[str, str], ...]:
    counted = Counter(area.category for area in areas)
    return tuple((key, f"{terms.category(key)}, {counted[key]}") for key in terms.CATEGORIES if counted[key])


def _source(code: str, areas: Sequence[AreaAt], placed: Sequence[AreaAt]) -> str:
    told = [_("Punkten är områdets mitt.")]
    if ground.source(code):
        told.append(_("Landets kontur: Natural Earth."))
    else:
        told.append(_("Ramen visar hur områdena ligger till varandra. Norr är uppåt."))
    missing = len(areas) - len(placed)
    if missing:
        told.append(
            ngettext(
                "%(count)s område har inget känt läge och saknas på kartan.",
                "%(count)s områden har inget känt läge och saknas på kartan.",
                missing,
            )
            % {"count": missing}
        )
    return " ".join(told)
