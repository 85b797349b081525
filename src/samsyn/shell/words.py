"""Words for codes and dates, in the reader's language. One place, used by pages, PDF, API and CLI."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from babel.dates import format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.accounts.definitions import role_definitions

SWEDEN = ZoneInfo("Europe/Stockholm")

_CERTAINTY = {
    "mycket_osakert": lazy("mycket osäkert"),
    "osakert": lazy("osäkert"),
    "mojligt": lazy("möjligt"),
    "sannolikt": lazy("sannolikt"),
    "mycket_sannolikt": lazy("mycket sannolikt"),
}
_ZONE = {"polis": lazy("Polis"), "delad": lazy("Delad"), "oppen": lazy("Öppen")}
_PURPOSE = {
    "planering": lazy("planering"),
    "uppfoljning": lazy("uppföljning"),
    "utredning": lazy("utredning"),
}
_CATEGORY = {
    "utsatt": lazy("utsatt område"),
    "risk": lazy("riskområde"),
    "sarskilt": lazy("särskilt utsatt område"),
    "ingen": lazy("inte på listan"),
}
_TREND = {"positiv": lazy("positiv"), "stabil": lazy("stabil"), "negativ": lazy("negativ"), "": lazy("ny på listan")}
_LEVEL = {
    "local_area": lazy("lokalpolisområdet"),
    "police_area": lazy("polisområdet"),
    "region": lazy("regionen"),
    "nation": lazy("Noa"),
}
_KIND = {
    "local_area": lazy("Lokalpolisområde"),
    "police_area": lazy("Polisområde"),
    "region": lazy("Polisregion"),
    "nation": lazy("Nationen"),
    "partner": lazy("Samverkanspart"),
}
_VERDICT = {"ja": lazy("Ja"), "delvis": lazy("Delvis ja"), "nej": lazy("Nej")}
_EVIDENCE = {
    "paragraph": lazy("Annat stycke"),
    "observation": lazy("Iakttagelse"),
    "dialogue": lazy("Dialog"),
    "document": lazy("Dokument"),
    "figure": lazy("Figur"),
}
_CAUSE = {
    "world": lazy("världen"),
    "evidence": lazy("nytt underlag"),
    "assessor": lazy("annan bedömare"),
    "method": lazy("ny metodversion"),
    "boundary": lazy("ny gräns"),
}


def _word(table: Mapping[str, object], code: str) -> str:
    return str(table[code])


certainty = partial(_word, _CERTAINTY)
zone = partial(_word, _ZONE)
purpose = partial(_word, _PURPOSE)
category = partial(_word, _CATEGORY)
trend = partial(_word, _TREND)
level = partial(_word, _LEVEL)
unit_kind = partial(_word, _KIND)
verdict = partial(_word, _VERDICT)
evidence = partial(_word, _EVIDENCE)
cause = partial(_word, _CAUSE)


def role(key: str) -> str:
    """Return a role's title."""
    definition = role_definitions()[key]
    return definition.title_en if get_language() == "en" else definition.title_sv


def day(on: date) -> str:
    """Return "2 november 2026"."""
    return format_date(on, "d MMMM y", locale=_locale())


def short_day(on: date) -> str:
    """Return "2 nov"."""
    return format_date(on, "d MMM", locale=_locale()).rstrip(".")


def weekday(on: date) -> str:
    """Return "Måndag 9 november 2026"."""
    text = format_date(on, "EEEE d MMMM y", locale=_locale())
    return text[:1].upper() + text[1:]


def clock(at: datetime) -> str:
    """Return "14.32", Swedish time."""
    return f"{at.astimezone(SWEDEN):%H.%M}"


def moment(at: datetime) -> str:
    """Return "2 november 2026 kl. 14.32"."""
    local = at.astimezone(SWEDEN)
    return _("%(day)s kl. %(clock)s") % {"day": day(local.date()), "clock": clock(at)}


def local_day(at: datetime) -> date:
    """Return the Swedish day of a moment."""
    return at.astimezone(SWEDEN).date()


def number(value: int) -> str:
    """Return "1 000" with a hard space."""
    return f"{value:,}".replace(",", "\N{NO-BREAK SPACE}")


def _locale() -> str:
    return "en_GB" if get_language() == "en" else "sv_SE"
