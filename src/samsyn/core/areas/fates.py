"""The fate of every area from one list to the next, and the doubts that only a person can settle."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from samsyn.core.areas.counts import ListAccount
from samsyn.core.areas.evidence import (
    Flag,
    Overlap,
    Pair,
    Seen,
    Why,
    doubt_alone,
    doubt_merged,
    doubt_part,
    flags,
    pairs,
)


class Fate(StrEnum):
    """What became of an area; every area of both lists stands in exactly one fate."""

    CONTINUES = "continues"
    RETURNED = "returned"
    SPLIT = "split"
    MERGED = "merged"
    LEFT = "left"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened: the areas before it, those after, what changed, and what shows it.

    ``continues`` and ``returned`` have one area on each side, ``split`` several after, ``merged``
    several before, ``left`` none after and ``new`` none before.
    """

    fate: Fate
    before: tuple[str, ...]
    after: tuple[str, ...]
    flags: frozenset[Flag] = frozenset()
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A question for a person: is ``after`` the same ground as ``before``? ``as_fate`` is what yes means."""

    id: str
    before: str
    after: str
    why: Why
    as_fate: Fate
    pair: Pair


@dataclass(frozen=True, slots=True)
class Outcome:
    """All events of a list change, the doubts found, and which of them nobody has answered.

    While a doubt is open the events show what a yes would mean; nothing may be loaded from them.
    """

    events: tuple[Event, ...]
    doubts: tuple[Doubt, ...]
    open: tuple[Doubt, ...]

    @property
    def account(self) -> ListAccount:
        """Return the sum from list to list."""
        of = defaultdict[Fate, list[Event]](list)
        for event in self.events:
            of[event.fate].append(event)
        regrouped = (*of[Fate.SPLIT], *of[Fate.MERGED])
        came = len(of[Fate.NEW]) + len(of[Fate.RETURNED])
        kept = len(of[Fate.CONTINUES])
        return ListAccount(
            before=kept + len(of[Fate.LEFT]) + sum(len(event.before) for event in regrouped),
            left=len(of[Fate.LEFT]),
            new=len(of[Fate.NEW]),
            returned=len(of[Fate.RETURNED]),
            technical=sum(len(event.after) - len(event.before) for event in regrouped),
            after=kept + came + sum(len(event.after) for event in regrouped),
        )


def fates(  # noqa: PLR0913 - each is evidence of its own
    before: Iterable[Seen],
    after: Iterable[Seen],
    overlaps: Iterable[Overlap] = (),
    *,
    known: Iterable[Seen] = (),
    recorded: Collection[tuple[str, str]] = (),
    answers: Mapping[str, bool] | None = None,
) -> Outcome:
    """Classify every area of two lists that follow each other.

    Parameters
    ----------
    before, after : iterable of Seen
        The areas of the earlier and of the later list; keys unique within each list.
    overlaps : iterable of Overlap
        Shares of ground, both ways; those of ``known`` areas may be among them.
    known : iterable of Seen
        Areas on some list before ``before`` and not on it: they can return.
    recorded : collection of (str, str)
        What a list already known says: pairs of a key of ``before`` or ``known`` and one of
        ``after``. Enough where ground is not known; where it is, the ground may still raise a doubt.
    answers : mapping of str to bool
        Doubt id to yes or no.

    Returns
    -------
    Outcome
        Events in the order of ``before``, then of ``after`` for what came; every area in one event.

    Notes
    -----
    A doubt is found from the evidence alone, so its id and question do not change when others are
    answered; a doubt about a return can appear once a doubt about a bond has been answered no.
    Do not trust it without boundaries on both lists where areas were split: names alone decide then.
    """
    answers = answers or {}
    old, new, shares = list(before), list(after), list(overlaps)
    found = _without_shifts(pairs(old, new, shares, recorded))
    doubts = [doubt for pair in found if (doubt := _doubt(pair, found))]
    refused = {doubt.id for doubt in doubts if answers.get(doubt.id) is False}
    bonds = [pair for pair in found if _id(pair) not in refused]
    events = _events(old, new, bonds)
    homeless = {event.after[0] for event in events if event.fate is Fate.NEW}
    returns = _best(pairs(known, [one for one in new if one.key in homeless], shares, recorded))
    back = {pair.after.key: pair for pair in returns}
    for pair in returns:
        why = doubt_alone(pair)
        if why is not None:
            doubts.append(Doubt(_id(pair), pair.before.key, pair.after.key, why, Fate.RETURNED, pair))
            if answers.get(_id(pair)) is False:
                del back[pair.after.key]
    return Outcome(
        events=tuple(_returned(event, back) for event in events),
        doubts=tuple(doubts),
        open=tuple(doubt for doubt in doubts if doubt.id not in answers),
    )


def _id(pair: Pair) -> str:
    return f"{pair.before.key}>{pair.after.key}"


def _without_shifts(found: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Leave out bonds between areas that are each anchored elsewhere: a boundary moved between neighbours."""
    anchored = [pair for pair in found if pair.anchored]
    old, new = {pair.before.key for pair in anchored}, {pair.after.key for pair in anchored}
    return tuple(pair for pair in found if pair.anchored or not (pair.before.key in old and pair.after.key in new))


def _doubt(pair: Pair, found: Collection[Pair]) -> Doubt | None:
    after = [one for one in found if one.before.key == pair.before.key]
    before = [one for one in found if one.after.key == pair.after.key]
    why: Why | None
    if len(after) == 1 and len(before) == 1:
        why, fate = doubt_alone(pair), Fate.CONTINUES
    elif pair.anchored or pair.settled:
        return None
    elif any(one.anchored for one in (*after, *before)):
        why, fate = Why.CUT_OUT, Fate.SPLIT if len(after) > 1 else Fate.MERGED
    elif len(before) == 1:
        why, fate = doubt_part(pair), Fate.SPLIT
    elif len(after) == 1:
        why, fate = doubt_merged(pair), Fate.MERGED
    else:
        why, fate = Why.TANGLED, Fate.SPLIT
    return Doubt(_id(pair), pair.before.key, pair.after.key, why, fate, pair) if why else None


def _events(old: list[Seen], new: list[Seen], bonds: list[Pair]) -> list[Event]:
    group = _groups(bonds)
    events, done = [], set[int]()
    for side, areas in (("before", old), ("after", new)):
        for area in areas:
            place = group.get((side, area.key))
            if place is None:
                alone = (area.key,)
                events.append(Event(Fate.LEFT, alone, ()) if side == "before" else Event(Fate.NEW, (), alone))
            elif place not in done:
                done.add(place)
                events.append(_event(tuple(pair for pair in bonds if group["before", pair.before.key] == place)))
    return events


def _event(bonds: tuple[Pair, ...]) -> Event:
    before = tuple(dict.fromkeys(pair.before.key for pair in bonds))
    after = tuple(dict.fromkeys(pair.after.key for pair in bonds))
    if len(before) == len(after) == 1:
        return Event(Fate.CONTINUES, before, after, flags(bonds[0]), bonds)
    return Event(Fate.MERGED if len(after) == 1 else Fate.SPLIT, before, after, frozenset(), bonds)


def _groups(bonds: list[Pair]) -> dict[tuple[str, str], int]:
    """Give areas that are bound together, directly or through others, the same number."""
    group: dict[tuple[str, str], int] = {}
    for number, pair in enumerate(bonds):
        ends = ("before", pair.before.key), ("after", pair.after.key)
        merged = {group[end] for end in ends if end in group}
        group.update(dict.fromkeys(ends, number))
        group.update({end: number for end, place in group.items() if place in merged})
    return group


def _best(found: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Keep, for each area that came, the earlier one that most speaks for."""
    best: dict[str, Pair] = {}
    for pair in found:
        other = best.get(pair.after.key)
        if other is None or _weight(pair) > _weight(other):
            best[pair.after.key] = pair
    return tuple(best.values())


def _weight(pair: Pair) -> tuple[bool, bool, bool, float]:
    return pair.recorded, pair.same_name, bool(pair.same_id), pair.most


def _returned(event: Event, back: Mapping[str, Pair]) -> Event:
    pair = back.get(event.after[0]) if event.fate is Fate.NEW else None
    if pair is None:
        return event
    return Event(Fate.RETURNED, (pair.before.key,), event.after, flags(pair), (pair,))
