"""The form of a list as it was typed, and as a decision; what cannot be read is told beside its field."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from samsyn.areas.deciding import OFF, Candidate, Decision, Missing
from samsyn.core.errors import DomainError
from samsyn.core.guard import FreeText
from samsyn.shell.sentences import sentence
from samsyn.web.nation.forms import day

MOST_ROWS = 400
BLANK_ROWS = 2
LONGEST_REASON, LONGEST_ROW_REASON, LONGEST_LINE = 4_000, 1_000, 120


@dataclass(frozen=True, slots=True)
class TypedRow:
    """One area as typed. Without a key it is an area that has never stood on a list."""

    key: str = ""
    name: str = ""
    unit_code: str = ""
    municipality: str = ""
    category: str = OFF
    trend: str = ""
    reason: str = ""

    @property
    def blank(self) -> bool:
        """Tell whether nothing was typed in a row for a new area."""
        typed = (self.name, self.unit_code, self.municipality, self.trend, self.reason)
        return not self.key and self.category == OFF and not "".join(typed).strip()


@dataclass(frozen=True, slots=True)
class TypedList:
    """A whole list as typed."""

    start: str = ""
    title: str = ""
    registry_number: str = ""
    reason: str = ""
    rows: tuple[TypedRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list as read. ``places`` tells which row of the form each decision stands in."""

    start: date | None
    title: str
    registry_number: str
    reason: FreeText
    decisions: tuple[Decision, ...]
    places: tuple[int, ...]


def from_candidates(candidates: Iterable[Candidate]) -> TypedList:
    """Return the form as it opens: every area as it was last decided, former ones off the list."""
    return TypedList(rows=tuple(map(_as_decided, candidates)))


def from_post(post: QueryDict, candidates: Sequence[Candidate]) -> TypedList:
    """Return what was typed; an area that the form did not know of is added as it was last decided."""
    rows: list[TypedRow] = []
    for number in range(MOST_ROWS):
        if f"kategori-{number}" not in post:
            break
        rows.append(_row(post, number))
    known = {row.key for row in rows}
    rows += (_as_decided(one) for one in candidates if one.key not in known)
    return TypedList(
        start=post.get("start", ""),
        title=post.get("titel", ""),
        registry_number=post.get("diarienummer", ""),
        reason=post.get("skal", ""),
        rows=tuple(rows),
    )


def with_room(typed: TypedList) -> TypedList:
    """Return the form with some empty rows for new areas; rows that are there keep their places."""
    wanted = BLANK_ROWS - sum(row.blank for row in typed.rows)
    return replace(typed, rows=(*typed.rows, *(TypedRow() for _number in range(wanted))))


def read(typed: TypedList) -> tuple[ReadList, Mapping[str, str]]:
    """Return the list as far as it could be read, and what to say at each field that could not."""
    errors: dict[str, str] = {}
    start = day(typed.start)
    if start is None:
        errors["start"] = _("Välj dagen då listan börjar gälla.")
    title = _text(typed.title, "titel", LONGEST_LINE, errors)
    number = _text(typed.registry_number, "diarienummer", LONGEST_LINE, errors)
    reason = _text(typed.reason, "skal", LONGEST_REASON, errors)
    if not title:
        errors.setdefault("titel", _("Skriv vad listan heter."))
    if not number:
        errors.setdefault("diarienummer", _("Skriv beslutets diarienummer."))
    if not reason:
        errors.setdefault("skal", _("Skriv skälen till beslutet."))
    filled = [(place, row) for place, row in enumerate(typed.rows) if not row.blank]
    decisions = tuple(_decision(place, row, errors) for place, row in filled)
    places = tuple(place for place, _row in filled)
    return ReadList(start, title.words.strip(), number.words.strip(), reason, decisions, places), errors


def told(faults: Iterable[tuple[int | str, Missing]], read_list: ReadList) -> Mapping[str, str]:
    """Return what each fault means at its field of the form."""
    sentences: dict[Missing, str] = {
        "category": _("Välj en kategori i listan."),
        "trend": _("Välj en trend. Området står redan på listan."),
        "reason": _("Skriv skälet till ändringen."),
        "name": _("Skriv vad området heter."),
        "unit": _("Välj lokalpolisområde."),
        "twice": _("Området står två gånger."),
    }
    fields: dict[Missing, str] = {
        "category": "kategori",
        "trend": "trend",
        "reason": "skal",
        "name": "namn",
        "unit": "enhet",
        "twice": "kategori",
    }
    found: dict[str, str] = {}
    for place, what in faults:
        if what == "area":
            found["omraden"] = _("Listan har ändrats sedan du öppnade sidan. Gå igenom raderna igen.")
        elif isinstance(place, str):
            found["skal"] = _("Skriv skälen till beslutet.")
        else:
            found[f"{fields[what]}-{read_list.places[place]}"] = sentences[what]
    return found


def _as_decided(one: Candidate) -> TypedRow:
    category, trend = (OFF, "") if one.last_on else (one.category, one.trend)
    return TypedRow(one.key, one.name, municipality=one.municipality, category=category, trend=trend)


def _row(post: QueryDict, number: int) -> TypedRow:
    def typed(name: str) -> str:
        return str(post.get(f"{name}-{number}", ""))

    return TypedRow(
        key=typed("nyckel"),
        name=typed("namn"),
        unit_code=typed("enhet"),
        municipality=typed("kommun"),
        category=typed("kategori"),
        trend=typed("trend"),
        reason=typed("skal"),
    )


def _decision(place: int, row: TypedRow, errors: dict[str, str]) -> Decision:
    name = "" if row.key else _text(row.name, f"namn-{place}", LONGEST_LINE, errors).words
    municipality = "" if row.key else _text(row.municipality, f"kommun-{place}", LONGEST_LINE, errors).words
    return Decision(
        category=row.category,
        trend="" if row.category == OFF else row.trend,
        reason=_text(row.reason, f"skal-{place}", LONGEST_ROW_REASON, errors),
        key=row.key,
        name=name,
        unit_code="" if row.key else row.unit_code,
        municipality=municipality,
    )


def _text(text: str, field: str, longest: int, errors: dict[str, str]) -> FreeText:
    """Return a text that the guard has read; what it stops is told at the field and read as nothing."""
    try:
        return FreeText.checked(text, longest=longest)
    except DomainError as error:
        errors[field] = sentence(error).text
        return FreeText.checked("")
