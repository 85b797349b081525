"""The short words of the nation's pages, and the days of lists as well as they are known."""

from datetime import date

from babel.dates import format_date
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.shell import words

CATEGORIES = ("utsatt", "risk", "sarskilt")
TRENDS = ("positiv", "stabil", "negativ", "ny")

_CATEGORY = {
    "utsatt": lazy("utsatt"),
    "risk": lazy("riskområde"),
    "sarskilt": lazy("särskilt utsatt"),
    "none": lazy("inte på listan"),
    "ingen": lazy("inte på listan"),
}
_TREND = {
    "positiv": lazy("positiv"),
    "stabil": lazy("stabil"),
    "negativ": lazy("negativ"),
    "ny": lazy("ny på listan"),
    "": lazy("anges inte"),
}


def category(key: str) -> str:
    """Return a category in one or two words, for tables."""
    return str(_CATEGORY[key])


def trend(key: str) -> str:
    """Return a trend in a word."""
    return str(_TREND[key])


def list_day(on: date, precision: str) -> str:
    """Return the day of a list as well as it is known: "1 december 2025", "december 2025" or "2025"."""
    if precision == "year":
        return str(on.year)
    if precision == "month":
        return format_date(on, "MMMM y", locale="en_GB" if get_language() == "en" else "sv_SE")
    return words.day(on)


def signed(value: int) -> str:
    """Return a change with its sign: "+4", "−6" or "0"."""
    return f"+{value}" if value > 0 else f"−{-value}" if value else "0"


def region(name: str) -> str:
    """Return the name of a region so that it is heard to be one: "Region Mitt", but "Övningsregionen"."""
    return name if "region" in name.casefold() else _("Region %(name)s") % {"name": name}


def region_count(name: str, count: int) -> str:
    """Return the heading of a region in a table: "Region Mitt, 2 områden"."""
    told = ngettext("%(region)s, %(count)s område", "%(region)s, %(count)s områden", count)
    return told % {"region": name, "count": count}
