"""The comparison as ready strings: the steps and how often each cause was stated, then the rows."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.core.pictures.compare import Change, Comparison
from samsyn.pictures.facts import VersionFacts
from samsyn.shell import words
from samsyn.web.comparing.causes import Step
from samsyn.web.comparing.rows import ChapterRows, Compared, capital, chapter_rows
from samsyn.web.components import parts


@dataclass(frozen=True, slots=True)
class CompareView:
    """The page of a comparison."""

    before: str
    before_day: str
    after: str
    after_day: str
    steps: tuple[parts.CompareStep, ...]
    counts: tuple[parts.CauseCount, ...]
    many: str
    counts_title: str
    uncounted: str
    chapters: tuple[ChapterRows, ...]
    summary: str
    shows: str
    nothing: str


def page(compared: Compared, *, shows: str) -> CompareView:
    """Write out the comparison; ``shows`` is "" for the changes, "borttaget" or "alla"."""
    counts, lacking = _counts(compared)
    rows = tuple(
        chapter for one in compared.whole.every_chapter if (chapter := chapter_rows(compared, one, shows)).rows
    )
    total = compared.whole.counts.total
    return CompareView(
        before=_version(compared.before),
        before_day=words.day(words.local_day(compared.before.signed_at)),
        after=_version(compared.after),
        after_day=words.day(words.local_day(compared.after.signed_at)),
        steps=tuple(_step(compared, place, one) for place, one in enumerate(compared.steps, 1)),
        counts=counts,
        many=_many(compared),
        counts_title=ngettext("%(n)s ändring efter orsak", "%(n)s ändringar efter orsak", total) % {"n": total},
        uncounted=_uncounted(compared, lacking) if compared.steps else "",
        chapters=rows,
        summary=_summary(compared.whole),
        shows=shows,
        nothing=_nothing(compared, shows) if not rows else "",
    )


def _many(compared: Compared) -> str:
    if compared.steps:
        return ""
    n = compared.after.number - compared.before.number - 1
    return _("Mellan dem ligger %(n)s versioner. Välj två närmare varandra för att se varje steg och dess orsak.") % {
        "n": words.number(n)
    }


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
    counts = tuple(parts.CauseCount(one, capital(words.cause(one.value)), found[one.value]) for one in parts.Cause)
    return counts, found[""]


def _uncounted(compared: Compared, lacking: int) -> str:
    if not lacking:
        return ""
    if any(one.withheld for one in compared.readings):
        told = ngettext(
            "Orsaken till %(n)s ändring visas när du valt ändamål.",
            "Orsakerna till %(n)s ändringar visas när du valt ändamål.",
            lacking,
        )
    else:
        told = ngettext(
            "%(n)s ändring har ingen orsak som du får läsa.",
            "%(n)s ändringar har ingen orsak som du får läsa.",
            lacking,
        )
    return told % {"n": lacking}


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
