"""The rows of the start page's lists, each a thing that happened or waits, in ready words."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samsyn.core.access import MARKED_FROM
from samsyn.pictures.facts import NeedFacts, RemarkFacts, RoundFacts, VersionFacts
from samsyn.pictures.queries.start import News
from samsyn.shell import words
from samsyn.web.components import parts
from samsyn.web.start.gather import Gathered


def name(found: Gathered, unit_id: int) -> str:
    """Return a unit's name, empty for one not gathered."""
    if found.home and unit_id == found.home.id:
        return found.home.name
    return found.units[unit_id].name if unit_id in found.units else ""


def code(found: Gathered, unit_id: int) -> str:
    """Return a unit's code, empty for one not gathered."""
    if found.home and unit_id == found.home.id:
        return found.home.code
    return found.units[unit_id].code if unit_id in found.units else ""


def version_url(found: Gathered, unit_id: int, number: int, paragraph_id: str = "") -> str:
    """Return the address of a version, or of a paragraph in it."""
    anchor = f"#s-{paragraph_id}" if paragraph_id else ""
    return reverse("reading:version", args=[code(found, unit_id), number]) + anchor


def signed_item(found: Gathered, one: VersionFacts, now: datetime) -> parts.ListItem:
    """Say that a version was signed."""
    url = version_url(found, one.unit_id, one.number)
    return parts.ListItem(
        title=(
            parts.Run(
                _("%(unit)s version %(n)s") % {"unit": name(found, one.unit_id), "n": one.number},
                parts.RunKind.STRONG,
                url,
            ),
            parts.Run(" " + _("är fastställd")),
        ),
        when=when(one.signed_at, now),
        text=parts.line(_("Rättar version %(n)s.") % {"n": one.corrects}) if one.corrects else (),
    )


def news_item(found: Gathered, one: News, now: datetime) -> parts.ListItem:
    """Say that somebody dissented, replied or answered."""
    url = version_url(found, one.unit_id, one.version_number, one.paragraph_id)
    unit = name(found, one.unit_id)
    lead, rest = {
        "dissent": (_("Avvikande mening"), _("om %(unit)s version %(n)s") % {"unit": unit, "n": one.version_number}),
        "reply": (_("Svar på en fråga"), _("om %(unit)s version %(n)s") % {"unit": unit, "n": one.version_number}),
        "answer": (_("Svar på ett behov"), _("från %(unit)s version %(n)s") % {"unit": unit, "n": one.version_number}),
    }[one.kind]
    return parts.ListItem(
        title=(parts.Run(lead, parts.RunKind.STRONG, url), parts.Run(f" {rest}")),
        when=when(one.at, now),
        quote=short(one.text),
    )


def by_version(news: Iterable[News]) -> list[list[News]]:
    """Gather the sentences that one version above lifted."""
    groups: dict[tuple[int, int], list[News]] = {}
    for one in news:
        if one.kind == "lifted":
            groups.setdefault((one.unit_id, one.version_number), []).append(one)
    return list(groups.values())


def lifts_item(found: Gathered, lifts: list[News], now: datetime) -> parts.ListItem:
    """Say that a version above rests on the reader's own unit's words."""
    first = lifts[0]
    quoted = next((one for one in lifts if one.text), first)
    url = version_url(found, first.unit_id, first.version_number, quoted.paragraph_id)
    rest = ngettext(
        "%(n)s stycke i version %(version)s bygger på era ord",
        "%(n)s stycken i version %(version)s bygger på era ord",
        len(lifts),
    ) % {"n": len(lifts), "version": first.version_number}
    return parts.ListItem(
        title=(
            parts.Run(_("%(unit)s har hämtat in") % {"unit": name(found, first.unit_id)}, parts.RunKind.STRONG, url),
        ),
        when=when(first.at, now),
        text=parts.line(f"{rest}."),
        quote=short(quoted.text),
    )


def corrected_item(found: Gathered, one: VersionFacts, now: datetime) -> parts.ListItem:
    """Say that a version the reader has noted is corrected."""
    url = version_url(found, one.unit_id, one.number)
    text = _("Version %(n)s som du läst är rättad") % {"n": one.corrects}
    return parts.ListItem(
        title=(parts.Run(text, parts.RunKind.STRONG, url), parts.Run(f", {name(found, one.unit_id)}")),
        when=when(one.signed_at, now),
    )


def with_days(item: parts.ListItem, days: int) -> parts.ListItem:
    """Return a row with how many days late it is."""
    text = ngettext("%(n)s dag sent", "%(n)s dagar sent", days) % {"n": days}
    return parts.ListItem(title=item.title, text=item.text, quote=item.quote, late=text)


def need_item(found: Gathered, one: NeedFacts) -> parts.ListItem:
    """Say that a need waits for the reader's answer."""
    url = reverse("answering:need", args=[code(found, one.unit_id), one.paragraph_id])
    return parts.ListItem(
        title=(
            parts.Run(
                _("Svara på behov %(label)s från %(unit)s") % {"label": one.label, "unit": name(found, one.unit_id)},
                parts.RunKind.STRONG,
                url,
            ),
        ),
        when=words.short_day(one.due_on),
        quote=short(open_text(one)),
    )


def question_item(found: Gathered, one: RemarkFacts) -> parts.ListItem:
    """Say that a question waits for the reader's reply."""
    home = found.home.code if found.home else ""
    url = reverse("answering:reply", args=[home, one.id])
    return parts.ListItem(
        title=(
            parts.Run(
                _("Svara på en fråga från %(unit)s") % {"unit": name(found, one.unit_id)}, parts.RunKind.STRONG, url
            ),
        ),
        when=words.short_day(one.due_on) if one.due_on else "",
        quote=short(open_text(one)),
    )


def asked_item(found: Gathered, one: RemarkFacts) -> parts.ListItem:
    """Say that the reader's own unit waits for a reply."""
    text = _("Svar på er fråga till %(unit)s") % {"unit": name(found, one.about_unit_id)}
    url = version_url(found, one.about_unit_id, one.version_number, one.paragraph_id)
    return parts.ListItem(title=(parts.Run(text, parts.RunKind.STRONG, url),), text=parts.line(open_text(one)))


def round_item(found: Gathered, one: RoundFacts) -> parts.ListItem:
    """Say that a collection round waits for the reader's own unit, or for how many below it."""
    own = found.home is not None and found.home.kind == "local_area"
    address, about = ("writing:draft", found.home.id if found.home else 0) if own else ("nation:rounds", one.nation_id)
    lacking = ngettext(
        "%(n)s av %(total)s lokalpolisområde har inte fastställt.",
        "%(n)s av %(total)s lokalpolisområden har inte fastställt.",
        found.local_units,
    ) % {"n": found.lacking[one.id], "total": found.local_units}
    title = _("Insamling: %(title)s") % {"title": one.title}
    return parts.ListItem(
        title=(parts.Run(title, parts.RunKind.STRONG, reverse(address, args=[code(found, about)])),),
        when=words.short_day(one.due_on),
        text=parts.line(_("Nationen vill ha en fastställd lägesbild.") if own else lacking),
    )


def note_item(found: Gathered, one: VersionFacts) -> parts.ListItem:
    """Say that a version waits to be taken note of."""
    url = version_url(found, one.unit_id, one.number)
    text = _("Ta del av %(unit)s version %(n)s") % {"unit": name(found, one.unit_id), "n": one.number}
    return parts.ListItem(
        title=(parts.Run(text, parts.RunKind.STRONG, url),),
        when=_("ingen frist"),
        text=parts.line(_("Fastställd %(day)s.") % {"day": words.day(words.local_day(one.signed_at))}),
    )


def open_text(one: NeedFacts | RemarkFacts) -> str:
    """Return the words, unless they are marked."""
    return one.text if one.info_class < MARKED_FROM else ""


def short(text: str) -> str:
    """Return at most two lines of a text."""
    return text if len(text) <= 160 else text[:160].rsplit(" ", 1)[0] + " …"  # noqa: PLR2004 - two lines on a phone


def when(at: datetime, now: datetime) -> str:
    """Return when something happened, short."""
    day, today = words.local_day(at), words.local_day(now)
    if day == today:
        return _("i dag %(time)s") % {"time": words.clock(at)}
    return words.short_day(day)
