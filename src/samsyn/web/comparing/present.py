"""The comparison as ready strings: steps first, then chapter by chapter, before and after with the cause between."""

from collections import Counter
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


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page of a comparison."""

    before: str
    before_day: str
    after: str
    after_day: str
    steps: tuple[parts.CompareStep, ...]
    counts: tuple[parts.CauseCount, ...]
    counts_title: str
    uncounted: str
    chapters: tuple[ChapterRows, ...]
    summary: str
    shows: str
    nothing: str


def page(compared: Compared, *, shows: str) -> CompareView:
    """Write out the comparison; ``shows`` is "" for the changes, "borttaget" or "alla"."""
    counts, lacking = _counts(compared)
    rows = tuple(chapter for one in compared.whole.every_chapter if (chapter := _chapter(compared, one, shows)).rows)
    total = compared.whole.counts.total
    return CompareView(
        before=_version(compared.before),
        before_day=words.day(words.local_day(compared.before.signed_at)),
        after=_version(compared.after),
        after_day=words.day(words.local_day(compared.after.signed_at)),
        steps=tuple(_step(compared, place, one) for place, one in enumerate(compared.steps, 1)),
        counts=counts,
        counts_title=ngettext("%(n)s ändring efter orsak", "%(n)s ändringar efter orsak", total) % {"n": total},
        uncounted=_uncounted(lacking),
        chapters=rows,
        summary=_summary(compared.whole),
        shows=shows,
        nothing=_nothing(compared, shows) if not rows else "",
    )


def _version(facts: VersionFacts) -> str:
    return _("Version %(number)s") % {"number": facts.number}


def _step(compared: Compared, place: int, step: Step) -> parts.CompareStep:
    version = step.after.version
    counts = step.difference.counts
    title = (
        _("Steg %(place)s: version %(before)s → %(after)s")
        if len(compared.steps) > 1
        else _("Version %(before)s → %(after)s")
    )
    causes = ", ".join(
        dict.fromkeys(
            words.cause(one.facts["cause"])
            for chapter in step.difference.chapters
            for one in chapter.causes
            if not one.erased
        )
    )
    told = (
        _rectified(version),
        ngettext("%(n)s ändring", "%(n)s ändringar", counts.total) % {"n": counts.total}
        + _of_which(counts.added, counts.removed),
        _("Orsak: %(causes)s.") % {"causes": causes} if causes else "",
    )
    return parts.CompareStep(
        title=title % {"place": place, "before": step.before.version.number, "after": version.number},
        byline=_("%(day)s, %(name)s")
        % {
            "day": words.day(words.local_day(version.signed_at)),
            "name": compared.names.get(version.signed_by, version.signed_by),
        },
        text=" ".join(filter(None, told)),
    )


def _of_which(added: int, removed: int) -> str:
    told = []
    if added:
        told.append(ngettext("%(n)s nytt", "%(n)s nya", added) % {"n": added})
    if removed:
        told.append(ngettext("%(n)s borttaget", "%(n)s borttagna", removed) % {"n": removed})
    return _(", varav %(which)s.") % {"which": _(" och ").join(told)} if told else "."


def _rectified(version: VersionFacts) -> str:
    return _("Rättelse av version %(number)s.") % {"number": version.corrects} if version.corrects is not None else ""


def _counts(compared: Compared) -> tuple[tuple[parts.CauseCount, ...], int]:
    """Count each change once, by the cause stated in the last version that changed it; and those without one."""
    found: Counter[str] = Counter()
    for chapter in compared.whole.chapters:
        for item in chapter.paragraphs:
            if item.change is not Change.UNCHANGED:
                told = compared.stated.get(item.paragraph.id) or compared.stated.get(chapter.id, ())
                found[told[-1].cause if told else ""] += 1
    counts = tuple(parts.CauseCount(one, _capital(words.cause(one.value)), found[one.value]) for one in parts.Cause)
    return counts, found[""]


def _uncounted(lacking: int) -> str:
    if not lacking:
        return ""
    told = ngettext(
        "%(n)s ändring har ingen orsak som du får läsa.", "%(n)s ändringar har ingen orsak som du får läsa.", lacking
    )
    return told % {"n": lacking}


def _chapter(compared: Compared, chapter: ChapterChange, shows: str) -> ChapterRows:
    wanted = {
        "": {Change.ADDED, Change.REMOVED, Change.CHANGED},
        "borttaget": {Change.REMOVED},
        "alla": set(Change),
    }[shows]
    rows = [_row(compared, chapter, item) for item in chapter.paragraphs if item.change in wanted]
    if shows != "borttaget" and chapter.boundary_changed:
        rows.insert(0, _boundary(compared, chapter))
    title = chapter.chapter.title
    if chapter.change is Change.REMOVED:
        title = _("%(title)s (kapitlet finns inte i version %(number)s)") % {
            "title": title,
            "number": compared.after.number,
        }
    return ChapterRows(title, tuple(rows))


def _row(compared: Compared, chapter: ChapterChange, item: ParagraphChange) -> parts.CompareRow:
    told = compared.stated.get(item.paragraph.id) or (
        compared.stated.get(chapter.id, ()) if item.change is not Change.UNCHANGED else ()
    )
    cause = told[-1].cause if told else ""
    unchanged = item.change is Change.UNCHANGED
    return parts.CompareRow(
        before=sides.before(item, definitions.method(compared.before.method), number=compared.before.number),
        after=sides.after(
            item,
            definitions.method(compared.after.method),
            gone=tuple(_gone(compared, item, told)),
        ),
        cause=parts.Cause(cause) if cause else None,
        cause_word=_("Oförändrat")
        if unchanged
        else _capital(words.cause(cause))
        if cause
        else _("Ingen orsak angiven"),
        cause_note=tuple(_note(compared, item, told)),
        anchor=f"s-{item.paragraph.id}",
    )


def _note(compared: Compared, item: ParagraphChange, told: Sequence[Stated]) -> Iterable[parts.Run]:
    """Return the reasons that were given, version by version where several changed it; and what else differs."""
    notes = []
    for one in told:
        given = [each for each in (one.removal, one.cause_paragraph) if each is not None]
        text = " ".join(each.text for each in given if each.text)
        if len(told) > 1:
            head = _("Version %(number)s: %(cause)s.") % {
                "number": one.number,
                "cause": words.cause(one.cause) if one.cause else _("ingen orsak"),
            }
            text = f"{head} {text}".rstrip()
        authors = {compared.names.get(each.author, each.author) for each in given}
        if authors:
            text = f"{text} " + _("Angivet av %(name)s.") % {"name": ", ".join(sorted(authors))}
        notes.append(text.strip())
    beside = [str(_BESIDE[one]) for one in item.aspects if one in _BESIDE]
    if beside:
        notes.append(_("Också ändrat: %(what)s.") % {"what": ", ".join(beside)})
    yield parts.Run("\n".join(filter(None, notes)))


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
    told = _("Gränsen som gällde för version %(number)s.")
    key = chapter.chapter.area_key
    note = (parts.Run(_("Karta och historia"), url=reverse("areas:area", args=[key])),) if key else ()
    return parts.CompareRow(
        before=parts.Side(
            label=_("Gräns"), text=(parts.Run(told % {"number": compared.before.number}, parts.RunKind.REMOVED),)
        ),
        after=parts.Side(
            label=_("Gräns"), text=(parts.Run(told % {"number": compared.after.number}, parts.RunKind.ADDED),)
        ),
        cause=parts.Cause.BOUNDARY,
        cause_word=_capital(words.cause("boundary")),
        cause_note=note,
    )


def _summary(whole: Comparison) -> str:
    n = whole.counts.unchanged
    return ngettext("%(n)s stycke är oförändrat.", "%(n)s stycken är oförändrade.", n) % {"n": n}


def _nothing(compared: Compared, shows: str) -> str:
    if shows == "borttaget":
        return _("Inget har tagits bort mellan version %(before)s och %(after)s.") % {
            "before": compared.before.number,
            "after": compared.after.number,
        }
    return _("Inget i det du läser är annorlunda.")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
