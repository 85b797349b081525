"""The rows of a comparison, chapter by chapter: before, cause, after."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from samsyn.areas.facts import UnitAt
from samsyn.core.pictures.compare import Aspect, Change, ChapterChange, Comparison, ParagraphChange
from samsyn.pictures import definitions
from samsyn.pictures.facts import Lift, Reading, VersionFacts
from samsyn.shell import words
from samsyn.web.comparing import sides
from samsyn.web.comparing.causes import Stated, Step
from samsyn.web.components import parts

_BESIDE = {
    Aspect.MARKING: lazy("märkning"),
    Aspect.EVIDENCE: lazy("underlag"),
    Aspect.SOURCES: lazy("källor under"),
    Aspect.SECTION: lazy("avsnitt"),
    Aspect.OTHER: lazy("uppgifter"),
}
"""What differs but is not seen in the words on either side."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions with all between, compared; ``lifts`` are of paragraphs that are gone."""

    unit: UnitAt
    readings: tuple[Reading, ...]
    steps: tuple[Step, ...]
    whole: Comparison
    stated: Mapping[str, tuple[Stated, ...]]
    lifts: tuple[Lift, ...]
    units: Mapping[int, UnitAt]
    names: Mapping[str, str]

    @property
    def before(self) -> VersionFacts:
        """Return the older version."""
        return self.readings[0].version

    @property
    def after(self) -> VersionFacts:
        """Return the newer version."""
        return self.readings[-1].version


@dataclass(frozen=True, slots=True)
class ChapterRows:
    """The rows of one chapter."""

    title: str
    rows: tuple[parts.CompareRow, ...]


def chapter_rows(compared: Compared, chapter: ChapterChange, shows: str) -> ChapterRows:
    """Write out the rows of a chapter; see ``present.page`` for ``shows``."""
    wanted = {
        "": {Change.ADDED, Change.REMOVED, Change.CHANGED},
        "borttaget": {Change.REMOVED},
        "alla": set(Change),
    }[shows]
    title = chapter.chapter.title
    if chapter.change is Change.REMOVED:
        title = _("%(title)s (kapitlet finns inte i version %(number)s)") % {
            "title": title,
            "number": compared.after.number,
        }
    if chapter.change is Change.ADDED and shows == "":
        return ChapterRows(title, (_new_chapter(compared, chapter),))
    told: set[parts.Line] = set()
    rows = [_row(compared, chapter, item, told) for item in chapter.paragraphs if item.change in wanted]
    if shows != "borttaget" and chapter.boundary_changed:
        rows.insert(0, _boundary(compared, chapter))
    return ChapterRows(title, tuple(rows))


def _new_chapter(compared: Compared, chapter: ChapterChange) -> parts.CompareRow:
    """Return one row for a chapter that is new: its paragraphs are all new, and are read in the picture."""
    n, number = len(chapter.paragraphs), compared.after.number
    told = compared.stated.get(chapter.id, ())
    cause = told[-1].cause if told else ""
    address = reverse("reading:version", args=[compared.unit.code, number])
    return parts.CompareRow(
        before=parts.Side(
            absent=parts.line(_("Kapitlet fanns inte i version %(number)s.") % {"number": compared.before.number})
        ),
        after=parts.Side(
            absent=(
                parts.Run(
                    ngettext("Nytt kapitel med %(n)s stycke.", "Nytt kapitel med %(n)s stycken.", n) % {"n": n},
                    parts.RunKind.STRONG,
                ),
                parts.Run(" "),
                parts.Run(_("Läs kapitlet"), url=f"{address}#k-{chapter.chapter.number}"),
            ),
        ),
        cause=parts.Cause(cause) if cause else None,
        cause_word=capital(words.cause(cause)) if cause else _no_cause(compared),
        cause_note=_reasons(compared, told),
    )


def _row(compared: Compared, chapter: ChapterChange, item: ParagraphChange, said: set[parts.Line]) -> parts.CompareRow:
    """Write out one row; a reason stated for the whole chapter is given once, and kept in ``said``."""
    unchanged = item.change is Change.UNCHANGED
    stated = compared.stated.get(item.paragraph.id) or compared.stated.get(chapter.id, ())
    told = () if unchanged else stated
    cause = told[-1].cause if told else ""
    reasons = _reasons(compared, told)
    row = parts.CompareRow(
        before=sides.before(item, definitions.method(compared.before.method), number=compared.before.number),
        after=sides.after(
            item,
            definitions.method(compared.after.method),
            gone=tuple(_gone(compared, item, told)),
        ),
        cause=parts.Cause(cause) if cause else None,
        cause_word=_("Oförändrat") if unchanged else capital(words.cause(cause)) if cause else _no_cause(compared),
        cause_note=_note(item, () if reasons in said else reasons),
        anchor=f"s-{item.paragraph.id}",
    )
    said.add(reasons)
    return row


def _no_cause(compared: Compared) -> str:
    if not compared.steps:
        return _("Flera steg")
    waits = any(one.withheld for one in compared.readings)
    return _("Visas när du valt ändamål") if waits else _("Ingen orsak som du får läsa")


def _note(item: ParagraphChange, reasons: parts.Line) -> parts.Line:
    """Return why, and what differs that is not seen in the words."""
    beside = [str(_BESIDE[one]) for one in item.aspects if one in _BESIDE]
    also = (parts.Run(_("Också ändrat: %(what)s.") % {"what": ", ".join(beside)}),) if beside else ()
    return (*reasons, parts.Run(" "), *also) if reasons and also else (*reasons, *also)


def _reasons(compared: Compared, told: Sequence[Stated]) -> parts.Line:
    """Return the reasons that were given, version by version where several changed it."""
    notes = []
    for one in told:
        given = one.removal or one.cause_paragraph
        text = given.text if given else ""
        if len(told) > 1:
            cause = words.cause(one.cause) if one.cause else _("ingen orsak")
            text = _("Version %(number)s: %(cause)s.") % {"number": one.number, "cause": cause} + f" {text}"
        if given is not None and given.text:
            name = compared.names.get(given.author, given.author)
            text = f"{text} " + _("Angivet av %(name)s.") % {"name": name}
        notes.append(text.strip())
    return parts.line(" ".join(filter(None, notes))) if any(notes) else ()


def _gone(compared: Compared, item: ParagraphChange, told: Sequence[Stated]) -> Iterable[parts.Run]:
    """Say that it was taken out only where a version says so: else it may be marked above the reader's class."""
    removal = next((one for one in reversed(told) if one.removal is not None), None)
    if removal is None:
        yield parts.Run(_("Finns inte i det du läser av version %(number)s.") % {"number": compared.after.number})
        return
    yield parts.Run(_("Borttaget i version %(number)s.") % {"number": removal.number}, parts.RunKind.STRONG)
    for lift in compared.lifts:
        unit = compared.units.get(lift.upper_unit_id)
        if unit is not None and lift.lower_paragraph_id == item.paragraph.id:
            yield parts.Run(" ")
            yield parts.Run(
                _("Stycket är lyft till %(unit)s, stycke %(label)s.") % {"unit": unit.name, "label": lift.upper_label},
                url=reverse("reading:picture", args=[unit.code]) + f"#s-{lift.upper_paragraph_id}",
            )


def _boundary(compared: Compared, chapter: ChapterChange) -> parts.CompareRow:
    told = _("Gränsen i version %(number)s.")
    key = chapter.chapter.area_key
    note = (parts.Run(_("Karta och historia"), url=reverse("areas:area", args=[key])),) if key else ()
    return parts.CompareRow(
        before=parts.Side(absent=parts.line(told % {"number": compared.before.number})),
        after=parts.Side(absent=parts.line(told % {"number": compared.after.number})),
        cause=parts.Cause.BOUNDARY,
        cause_word=capital(words.cause("boundary")),
        cause_note=note,
    )


def capital(text: str) -> str:
    """Return the text with its first letter large."""
    return text[:1].upper() + text[1:]
