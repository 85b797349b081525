"""All areas of a nation on all its lists at once: for tables, strips and what came and went.

Four queries, however many areas and lists there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from samsyn.areas.facts import Kin
from samsyn.areas.models import AreaLink, AreaSpan, ListEdition, Listing
from samsyn.areas.queries import require_reader
from samsyn.core.access import Actor


@dataclass(frozen=True, slots=True)
class ListMark:
    """What one list said of one area."""

    list_on: date
    category: str
    trend: str


@dataclass(frozen=True, slots=True)
class AreaThrough:
    """An area through the lists it stood on, oldest first, and the kin it came from and went up in."""

    key: str
    name: str
    marks: tuple[ListMark, ...]
    earlier: tuple[Kin, ...]
    later: tuple[Kin, ...]


@dataclass(frozen=True, slots=True)
class Turnover:
    """The names behind a list's account: areas that left, came, came back, and what went up in what."""

    left: tuple[str, ...]
    new: tuple[str, ...]
    returned: tuple[str, ...]
    regrouped: tuple[tuple[str, tuple[str, ...]], ...]
    """Each area that was split or merged, with the areas it went up in."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Every area of a nation by key, on the lists that had begun by a day."""

    lists: tuple[date, ...]
    areas: Mapping[str, AreaThrough]

    def turnover(self, list_on: date) -> Turnover:
        """Name what changed between the list before and this one; nothing on the first."""
        place = self.lists.index(list_on)
        if place == 0:
            return Turnover((), (), (), ())
        before, now = self._on(self.lists[place - 1]), self._on(list_on)
        earlier = set[str]().union(*(self._on(day) for day in self.lists[:place]))
        regrouped = {
            key: tuple(kin.name for kin in area.later if kin.list_on == list_on)
            for key, area in self.areas.items()
            if any(kin.list_on == list_on for kin in area.later)
        }
        parts = {key for key, area in self.areas.items() if any(kin.list_on == list_on for kin in area.earlier)}
        came = now - before - parts
        return Turnover(
            left=self._names(before - now - regrouped.keys()),
            new=self._names(came - earlier),
            returned=self._names(came & earlier),
            regrouped=tuple((self.areas[key].name, after) for key, after in regrouped.items()),
        )

    def _on(self, list_on: date) -> set[str]:
        return {key for key, area in self.areas.items() if any(mark.list_on == list_on for mark in area.marks)}

    def _names(self, keys: Iterable[str]) -> tuple[str, ...]:
        wanted = set(keys)
        return tuple(area.name for key, area in self.areas.items() if key in wanted)


def panel(nation_id: int, *, on: date, by: Actor) -> Panel:
    """Return every area that has stood on a list begun by the day, by name."""
    require_reader(by)
    lists = tuple(
        ListEdition.objects.filter(nation_id=nation_id, start__lte=on).order_by("start").values_list("start", flat=True)
    )
    marks: dict[str, list[ListMark]] = defaultdict(list)
    listings = Listing.objects.filter(edition__nation_id=nation_id, edition__start__lte=on).order_by("edition__start")
    for key, start, category, trend in listings.values_list("area__key", "edition__start", "category", "trend"):
        marks[key].append(ListMark(start, category, trend))
    names = _names(nation_id, on)
    earlier, later = _kin(nation_id, on, names)
    return Panel(
        lists=lists,
        areas={
            key: AreaThrough(key, name, tuple(marks[key]), tuple(earlier[key]), tuple(later[key]))
            for key, name in names.items()
            if key in marks
        },
    )


def _names(nation_id: int, on: date) -> Mapping[str, str]:
    spans = AreaSpan.objects.filter(area__nation_id=nation_id, start__lte=on).order_by("start")
    latest = {key: (sort_key, name) for key, sort_key, name in spans.values_list("area__key", "sort_key", "name")}
    return {key: latest[key][1] for key in sorted(latest, key=lambda key: (latest[key][0], key))}


def _kin(nation_id: int, on: date, names: Mapping[str, str]) -> tuple[Mapping[str, list[Kin]], Mapping[str, list[Kin]]]:
    earlier: dict[str, list[Kin]] = defaultdict(list)
    later: dict[str, list[Kin]] = defaultdict(list)
    links = AreaLink.objects.filter(edition__nation_id=nation_id, edition__start__lte=on)
    order = {key: place for place, key in enumerate(names)}
    rows = links.values_list("before__key", "after__key", "fate", "edition__start")
    for before, after, fate, start in sorted(rows, key=lambda row: (row[3], order[row[0]], order[row[1]])):
        earlier[after].append(Kin(before, names[before], fate, start))
        later[before].append(Kin(after, names[after], fate, start))
    return earlier, later
