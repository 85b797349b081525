"""What a reader chooses of the nation: a day, filters, the order of the table. Every choice has an address."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from samsyn.core.errors import DomainError
from samsyn.core.periods import PeriodKind, parse
from samsyn.web.components.parts import FieldError
from samsyn.web.nation import terms

NAME, PLACE = "namn", "lage"


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is shown. Empty is everything; ``typed_day`` is what stood in the field of the day."""

    on: date
    typed_day: str = ""
    region: str = ""
    category: str = ""
    trend: str = ""
    order: str = NAME
    problems: tuple[FieldError, ...] = ()

    @property
    def query(self) -> Mapping[str, str]:
        """Return the choices that differ from the plain page, for links."""
        given = {
            "dag": self.typed_day,
            "region": self.region,
            "kategori": self.category,
            "trend": self.trend,
            "ordning": "" if self.order == NAME else self.order,
        }
        return {name: value for name, value in given.items() if value}

    @property
    def filtered(self) -> bool:
        """Tell whether some areas may be left out of the table."""
        return bool(self.region or self.category or self.trend)


def chosen(asked: QueryDict, *, today: date, regions: Collection[str] = ()) -> Chosen:
    """Read the choices of the nation page; what is not understood is told and left out."""
    problems: list[FieldError] = []
    on, typed = _day(asked, today, problems)
    return Chosen(
        on=on,
        typed_day=typed,
        region=_among(asked, "region", regions, problems),
        category=_among(asked, "kategori", terms.CATEGORIES, problems),
        trend=_among(asked, "trend", terms.TRENDS, problems),
        order=_among(asked, "ordning", (NAME, PLACE), problems) or NAME,
        problems=tuple(problems),
    )


def day(text: str) -> date | None:
    """Read a day written 2026-11-09; None for anything else."""
    try:
        period = parse(text.strip())
    except DomainError:
        return None
    return period.start if period.kind is PeriodKind.DAY else None


def _day(asked: QueryDict, today: date, problems: list[FieldError]) -> tuple[date, str]:
    typed = asked.get("dag", "").strip()
    found = day(typed) if typed else today
    if found is None:
        sentence = _("Skriv dagen som 2026-11-09. Sidan visar i dag så länge.")
        problems.append(FieldError("dag", sentence))
        return today, ""
    return found, typed if found != today else ""


def _among(asked: QueryDict, name: str, known: Collection[str], problems: list[FieldError]) -> str:
    value = asked.get(name, "")
    if not value or value in known:
        return value
    problems.append(FieldError(name, _("Valet i adressen finns inte i listan. Sidan visar alla så länge.")))
    return ""
