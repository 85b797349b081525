"""Fills the frame round a page from the request: names, navigation, notices."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samsyn.areas import queries as areas
from samsyn.areas.facts import UnitAt
from samsyn.core.access import MARKED_FROM, Actor, Permission, Purpose
from samsyn.shell import clock, words
from samsyn.web.frame import Frame, Marking, NavItem, Notice, NoticeKind, PurposeChoice, circle, footer


def frame(request: HttpRequest, *, current: str = "", search_query: str = "") -> Frame:
    """Return the frame for a page; ``current`` is the place in the navigation."""
    actor: Actor | None = getattr(request, "actor", None)
    about = footer({name: reverse(f"about:{name}") for name in ("help", "method", "accessibility", "privacy")})
    if actor is None:
        return Frame(
            footer=about,
            language=get_language() or "sv",
            language_url=reverse("account:language"),
            path=request.get_full_path(),
        )
    now = clock.now()
    units = _own_units(request, actor)
    home = units[0] if units else None
    nation = home.nation_id if home else None
    picture = reverse("reading:picture", args=[home.code]) if home and actor.has(Permission.PICTURE_READ) else ""
    return Frame(
        unit_name=home.name if home else actor.organisation,
        unit_path=_path(home),
        training=home.training if home else False,
        person_name=actor.name,
        role_name=words.role(actor.roles[0].role) if actor.roles else _("Ingen roll"),
        sign_out_url=reverse("account:sign-out"),
        start=NavItem(_("Start"), reverse("start:start"), current == "start"),
        circle=circle({"picture": picture}, current=current),
        beside=_beside(actor, nation, current),
        footer=about,
        language=get_language() or "sv",
        language_url=reverse("account:language"),
        path=request.get_full_path(),
        search_url=reverse("searching:search") if actor.has(Permission.PICTURE_READ) else "",
        search_query=search_query,
        as_of_text=_("Uppgiftsläge per %(moment)s") % {"moment": words.moment(now)},
        notices=_notices(request),
    )


def marking(request: HttpRequest, actor: Actor, *, highest: int, withheld: int, note: str = "") -> Marking:
    """Return the banner of a page with marked text; asks for the purpose while text is withheld for it."""
    ask = withheld > 0 or highest >= MARKED_FROM
    return Marking(
        info_class=highest if not withheld else max(highest, int(MARKED_FROM)),
        zone=words.zone("polis"),
        purpose=words.purpose(actor.purpose) if actor.purpose and ask else "",
        note=note,
        choices=tuple(PurposeChoice(item.value, words.purpose(item.value), item == actor.purpose) for item in Purpose)
        if ask
        else (),
        choose_url=reverse("account:purpose"),
        back_url=request.get_full_path(),
    )


def _own_units(request: HttpRequest, actor: Actor) -> tuple[UnitAt, ...]:
    kept: tuple[UnitAt, ...] | None = getattr(request, "own_units", None)
    if kept is None:
        found = areas.units((role.unit_id for role in actor.roles), on=words.local_day(clock.now()))
        kept = tuple(found[role.unit_id] for role in actor.roles if role.unit_id in found)
        request.own_units = kept  # type: ignore[attr-defined] # kept on the request
    return kept


def _path(unit: UnitAt | None) -> str:
    if unit is None:
        return ""
    today = words.local_day(clock.now())
    above = areas.ancestor_ids(unit.id, on=today)
    names = areas.units(above, on=today)
    shown = [names[one].name for one in reversed(above) if one in names and names[one].kind != "nation"]
    return " › ".join(shown) or words.unit_kind(unit.kind)


def _beside(actor: Actor, nation_id: int | None, current: str) -> tuple[NavItem, ...]:
    items = []
    if actor.has(Permission.AREAS_READ) and nation_id is not None:
        items.append(NavItem(_("Områden"), reverse("areas:register"), current == "areas"))
        items.append(NavItem(_("Riket"), reverse("nation:nation"), current == "nation"))
    items.append(NavItem(_("Min logg"), reverse("account:log"), current == "log"))
    return tuple(items)


def _notices(request: HttpRequest) -> tuple[Notice, ...]:
    kinds = {messages.SUCCESS: NoticeKind.DONE, messages.ERROR: NoticeKind.ERROR}
    return tuple(
        Notice(str(item.message), kinds.get(item.level, NoticeKind.ATTENTION))
        for item in messages.get_messages(request)
    )
