"""The start page as ready strings: three lists, the unit's own picture, its areas, what is coming."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.areas.facts import AreaAt
from samsyn.core.access import Actor, Permission
from samsyn.pictures.facts import NeedFacts, RemarkFacts, RoundFacts
from samsyn.shell import words
from samsyn.web.components import parts
from samsyn.web.start import items
from samsyn.web.start.gather import Gathered

LEVELS = {"local_area": 1, "police_area": 2, "region": 3, "nation": 4}


@dataclass(frozen=True, slots=True)
class OwnPicture:
    """The unit's own picture: what is in force, and how far the draft has come."""

    strong: str
    text: str
    url: str
    url_text: str
    draft_text: str
    receipts: tuple[parts.Receipt, ...]


@dataclass(frozen=True, slots=True)
class AreaRow:
    """One area of the unit, by name."""

    name: str
    url: str
    category: str
    category_word: str
    trend: str
    trend_word: str


@dataclass(frozen=True, slots=True)
class StartPage:
    """Everything on the start page."""

    title: str
    lead: str
    empty: bool
    draft_url: str
    draft_button: str
    own: OwnPicture | None
    changed: tuple[parts.ListItem, ...]
    changed_note: str
    waiting: tuple[parts.ListItem, ...]
    late: tuple[parts.ListItem, ...]
    areas: tuple[AreaRow, ...]
    needs_open: str


def start_page(found: Gathered, *, actor: Actor, now: datetime, since: datetime) -> StartPage:
    """Write out the start page."""
    today = words.local_day(now)
    changed = _changed(found, since, now)
    new = sum(1 for at, _item in changed if at > since)
    return StartPage(
        title=_("%(unit)s i dag") % {"unit": found.home.name} if found.home else _("Välkommen"),
        lead=_("%(day)s. Du var här senast %(moment)s.") % {"day": words.weekday(today), "moment": words.moment(since)},
        empty=not actor.roles,
        draft_url=_draft_url(found, actor),
        draft_button=_draft_button(found),
        own=_own(found),
        changed=tuple(item for _at, item in changed),
        changed_note=ngettext("%(n)s ny sedan sist", "%(n)s nya sedan sist", new) % {"n": new} if new else "",
        waiting=(*_unsigned(found, actor), *_waiting(found, today)),
        late=_late(found, today),
        areas=tuple(_area(one) for one in found.areas),
        needs_open=_needs_open(found.area_needs),
    )


def _draft_url(found: Gathered, actor: Actor) -> str:
    writes = found.home is not None and actor.may(Permission.DRAFT_WRITE, found.home.id)
    return reverse("writing:draft", args=[found.home.code]) if writes and found.home else ""


def _draft_button(found: Gathered) -> str:
    if found.draft is None:
        return _("Börja på lägesbilden")
    return _("Fortsätt på utkast %(n)s") % {"n": found.draft.latest_number + 1}


def _own(found: Gathered) -> OwnPicture | None:
    version, home = found.in_force, found.home
    if version is None or home is None:
        return None
    return OwnPicture(
        strong=_("Lägesbild version %(n)s är i kraft") % {"n": version.number},
        text=_("sedan %(day)s.") % {"day": words.day(words.local_day(version.signed_at))},
        url=reverse("reading:picture", args=[home.code]),
        url_text=_("Läs version %(n)s") % {"n": version.number},
        draft_text=_draft_text(found),
        receipts=tuple(
            parts.Receipt(LEVELS.get(unit.kind, 4), words.level(unit.kind), one.confirmed, one.expected)
            for one in found.coverage
            if (unit := found.units.get(one.unit_id) or (home if one.unit_id == home.id else None)) is not None
        ),
    )


def _draft_text(found: Gathered) -> str:
    draft, version = found.draft, found.in_force
    if draft is None or draft.changed_at is None or version is None or draft.changed_at <= version.signed_at:
        return ""
    text = _("Utkast %(n)s ändrades senast %(moment)s.") % {
        "n": draft.latest_number + 1,
        "moment": words.moment(draft.changed_at),
    }
    if draft.conflicts:
        text += " " + _("Två texter väntar på att någon väljer.")
    return text


def _changed(found: Gathered, since: datetime, now: datetime) -> list[tuple[datetime, parts.ListItem]]:
    rows = [
        *((one.signed_at, items.signed_item(found, one, now)) for one in found.signed if one.signed_at > since),
        *((one.at, items.news_item(found, one, now)) for one in found.news if one.kind != "lifted"),
        *((lifts[0].at, items.lifts_item(found, lifts, now)) for lifts in items.by_version(found.news)),
        *((one.signed_at, items.corrected_item(found, one, now)) for one in found.corrected),
    ]
    if not rows:
        rows = [(one.signed_at, items.signed_item(found, one, now)) for one in found.signed[:3]]
    return sorted(rows, key=lambda row: row[0], reverse=True)[:12]


def _unsigned(found: Gathered, actor: Actor) -> tuple[parts.ListItem, ...]:
    """Return the draft that waits for the reader's signature."""
    text = _draft_text(found)
    if not text or found.home is None or not actor.may(Permission.PICTURE_SIGN, found.home.id):
        return ()
    number = found.draft.latest_number + 1 if found.draft else 1
    url = reverse("writing:sign", args=[found.home.code])
    title = parts.Run(_("Fastställ version %(n)s") % {"n": number}, parts.RunKind.STRONG, url)
    return (parts.ListItem(title=(title,), when=_("ingen frist"), text=parts.line(text)),)


def _waiting(found: Gathered, today: date) -> tuple[parts.ListItem, ...]:
    rounds = [(one.due_on, items.round_item(found, one)) for one in _rounds(found) if one.due_on >= today]
    needs = [(one.due_on, items.need_item(found, one)) for one in found.needs if one.due_on >= today]
    questions = [
        (one.due_on or today, items.question_item(found, one)) for one in found.questions if not _is_late(one, today)
    ]
    notes = [(date.max, items.note_item(found, one)) for one in found.to_note]
    return tuple(item for _due, item in sorted([*rounds, *needs, *questions, *notes], key=lambda row: row[0]))


def _late(found: Gathered, today: date) -> tuple[parts.ListItem, ...]:
    mine = [(one.due_on, items.need_item(found, one)) for one in found.needs if one.due_on < today]
    others = [
        (
            one.due_on,
            parts.ListItem(
                title=(
                    parts.Run(
                        _("Svar på behov %(label)s från %(unit)s")
                        % {"label": one.label, "unit": items.name(found, one.to_unit_id)},
                        parts.RunKind.STRONG,
                        items.version_url(found, one.unit_id, one.version_number, one.paragraph_id),
                    ),
                ),
                text=parts.line(items.open_text(one)),
            ),
        )
        for one in found.needs_late
    ]
    questions = [
        (one.due_on or today, items.question_item(found, one)) for one in found.questions if _is_late(one, today)
    ]
    asked = [
        (
            one.due_on or today,
            items.asked_item(found, one),
        )
        for one in found.asked
        if _is_late(one, today)
    ]
    rounds = [(one.due_on, items.round_item(found, one)) for one in _rounds(found) if one.due_on < today]
    rows = sorted([*mine, *others, *questions, *asked, *rounds], key=lambda row: row[0])
    return tuple(items.with_days(item, (today - due).days) for due, item in rows)


def _area(one: AreaAt) -> AreaRow:
    return AreaRow(
        name=one.name,
        url=reverse("areas:area", args=[one.key]),
        category=one.category,
        category_word=words.category(one.category),
        trend=one.trend or "ny",
        trend_word=words.trend(one.trend),
    )


def _needs_open(needs: Iterable[NeedFacts]) -> str:
    listed = tuple(needs)
    unanswered = sum(1 for one in listed if one.answered_at is None)
    return _("%(n)s av %(total)s behov utan svar.") % {"n": unanswered, "total": len(listed)} if listed else ""


def _rounds(found: Gathered) -> tuple[RoundFacts, ...]:
    return tuple(one for one in found.rounds if found.lacking[one.id])


def _is_late(one: RemarkFacts, today: date) -> bool:
    return one.due_on is not None and one.due_on < today
