"""What a reader chooses of the register, and what the keeper sends in: a file, a day, answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

from samsyn.areas.facts import UnitAt
from samsyn.core.errors import DomainError
from samsyn.core.periods import PeriodKind, parse
from samsyn.ingest.areas.decisions import Decision
from samsyn.ingest.areas.read import MAX_BYTES
from samsyn.web.components.parts import FieldError

LONGEST_REASON = 2_000


@dataclass(frozen=True, slots=True)
class Chosen:
    """The nation, the day and the region shown; ``typed_day`` is what stood in the field."""

    nation: UnitAt
    on: date
    typed_day: str
    region: str
    problems: tuple[FieldError, ...]


def chosen(asked: QueryDict, *, today: date, nations: Sequence[UnitAt], own: UnitAt) -> Chosen:
    """Read the choices of the register; what is not understood is told and left out."""
    problems: list[FieldError] = []
    nation = next((one for one in nations if one.code == asked.get("land")), own)
    typed = asked.get("dag", "").strip()
    on = day(typed) if typed else today
    if on is None:
        problems.append(FieldError("dag", _("Skriv dagen som 2026-11-09. Sidan visar i dag så länge.")))
    return Chosen(nation, on or today, typed, asked.get("region", ""), tuple(problems))


def day(text: str) -> date | None:
    """Read a day written 2026-11-09; None for anything else."""
    try:
        period = parse(text.strip())
    except DomainError:
        return None
    return period.start if period.kind is PeriodKind.DAY else None


@dataclass(frozen=True, slots=True)
class Upload:
    """A delivered file, the nation it is for and the day of its list."""

    nation_id: int
    list_on: date
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Typed:
    """What stood in the upload form, to be shown again."""

    nation: str = ""
    day: str = ""


def upload(request: HttpRequest, nations: Sequence[UnitAt]) -> tuple[Upload | None, Typed, tuple[FieldError, ...]]:
    """Read the upload form: the delivery or None, what was typed, and what is wrong."""
    typed = Typed(request.POST.get("land", ""), request.POST.get("dag", ""))
    nation = next((one for one in nations if one.code == typed.nation), None)
    list_on = day(typed.day)
    file = request.FILES.get("fil")
    problems = []
    if nation is None:
        problems.append(FieldError("land", _("Välj ett land som du förvaltar.")))
    if list_on is None:
        problems.append(FieldError("dag", _("Skriv den dag listan gäller från, som 2025-12-01.")))
    if not isinstance(file, UploadedFile):
        problems.append(FieldError("fil", _("Välj en fil.")))
    if nation is None or list_on is None or not isinstance(file, UploadedFile):
        return None, typed, tuple(problems)
    # One byte more than the limit is enough for the rule to see that the file is too large.
    return Upload(nation.id, list_on, file.name or "skikt.geojson", file.read(MAX_BYTES + 1)), typed, ()


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers in a form: those that can be kept, all that was typed, and what is wrong."""

    given: Mapping[str, Decision]
    typed: Mapping[str, tuple[str, str]]
    problems: tuple[FieldError, ...]


def answers(post: QueryDict, doubts: Sequence[str]) -> Answers:
    """Read the answers to the doubts of an import, in their order; one left blank stays open."""
    given: dict[str, Decision] = {}
    typed: dict[str, tuple[str, str]] = {}
    problems: list[FieldError] = []
    for place, doubt in enumerate(doubts, 1):
        said, reason = post.get(f"svar-{place}", ""), post.get(f"skal-{place}", "").strip()
        typed[doubt] = (said, reason)
        if said not in ("ja", "nej"):
            if reason:
                problems.append(FieldError(f"svar-{place}", _("Välj ja eller nej.")))
        elif not reason:
            problems.append(FieldError(f"skal-{place}", _("Skriv ett skäl.")))
        elif len(reason) > LONGEST_REASON:
            problems.append(FieldError(f"skal-{place}", _("Skälet är för långt.")))
        else:
            given[doubt] = Decision(doubt, said == "ja", reason)
    return Answers(given, typed, tuple(problems))
