"""The frame round every page: who reads, where, under which marking. Filled at the door, read by base.html.

All strings are ready to show: already translated, dates already written out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class NavItem:
    """One word of a navigation. Without an address it is shown as plain text: not built yet."""

    name: str
    url: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class PurposeChoice:
    """One purpose that the reader may choose with one tap."""

    value: str
    name: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Marking:
    """The banner above a page with marked text: highest class on the page, its zone, the purpose in force."""

    info_class: int
    zone: str
    purpose: str = ""
    """The purpose in force, as a word; empty when none is needed or none is chosen."""
    note: str = ""
    """One sentence of the page's own, e.g. what the reader's clearance leaves out."""
    choices: tuple[PurposeChoice, ...] = ()
    """Shown as buttons when a purpose is asked for or may be changed; empty for none."""
    choose_url: str = ""
    back_url: str = ""
    """Where the choice leads: the page that was asked for."""


class NoticeKind(StrEnum):
    """What a notice says: it is done, something to look at, or it failed."""

    DONE = "done"
    ATTENTION = "attention"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence about what just happened, shown once under the navigation."""

    text: str
    kind: NoticeKind = NoticeKind.DONE
    url: str = ""
    url_text: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything that ``layout/base.html`` needs; the context variable is called ``shell``."""

    home_url: str = "/"
    unit_name: str = ""
    unit_path: str = ""
    training: bool = False
    person_name: str = ""
    """Empty when nobody is signed in: search, navigation and signing out are then left out."""
    role_name: str = ""
    sign_out_url: str = ""
    start: NavItem | None = None
    circle: tuple[NavItem, ...] = ()
    beside: tuple[NavItem, ...] = ()
    footer: tuple[NavItem, ...] = ()
    language: str = "sv"
    language_url: str = ""
    path: str = "/"
    """The address of this page with its query; the language switch comes back to it."""
    search_url: str = ""
    search_query: str = ""
    as_of_text: str = ""
    """"Uppgiftsläge per 9 november 2026 kl. 07.12"."""
    notices: tuple[Notice, ...] = ()


def circle(urls: Mapping[str, str], *, current: str = "") -> tuple[NavItem, ...]:
    """Build the circle in its one order; a key without an address is shown as a word to come."""
    names = {
        "observations": _("Iakttagelser"),
        "picture": _("Lägesbild"),
        "causes": _("Orsaker"),
        "plans": _("Mål och åtgärder"),
        "calls": _("Avrop"),
        "indicators": _("Indikatorer"),
        "followup": _("Uppföljning"),
    }
    return tuple(NavItem(name, urls.get(key, ""), key == current) for key, name in names.items())


def footer(urls: Mapping[str, str]) -> tuple[NavItem, ...]:
    """Build the footer in its one order."""
    names = {
        "help": _("Hjälp"),
        "method": _("Metod"),
        "accessibility": _("Tillgänglighet"),
        "privacy": _("Så behandlas uppgifter"),
    }
    return tuple(NavItem(name, urls.get(key, "")) for key, name in names.items())
