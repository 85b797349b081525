"""Hits as ready strings, by unit, with the words that were sought set in bold."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import ngettext

from samsyn.areas.facts import UnitAt
from samsyn.core.pictures.document import ParagraphKind
from samsyn.core.text import fold
from samsyn.core.text import words as folded_words
from samsyn.pictures.facts import Hit
from samsyn.shell import words
from samsyn.web.components import parts

BEFORE, AFTER = 90, 230
"""How many characters of a long text are shown on either side of the first word found."""

_WORD = re.compile(r"[^\W_]+")
_KINDS = {
    ParagraphKind.MISSING: lazy("Vem saknas i bilden?"),
    ParagraphKind.ANSWER: lazy("Svar på kriterium"),
    ParagraphKind.NEED: lazy("Behov"),
    ParagraphKind.PROPOSAL: lazy("Förslag om kategori och trend"),
    ParagraphKind.CAUSE: lazy("Orsak till ändring"),
    ParagraphKind.REMOVAL: lazy("Skäl till att ett stycke togs bort"),
}


@dataclass(frozen=True, slots=True)
class HitView:
    """One hit: where it stands, the words round it, its marking."""

    title: str
    url: str
    kind: str
    text: parts.Line
    mark: parts.Mark


@dataclass(frozen=True, slots=True)
class UnitHits:
    """The hits in one unit's picture."""

    name: str
    url: str
    count: str
    hits: tuple[HitView, ...]


@dataclass(frozen=True, slots=True)
class ResultsView:
    """A page of results; without a text only the field."""

    query: str
    lead: str
    groups: tuple[UnitHits, ...]
    more_url: str
    empty_title: str
    empty_text: str


def results(
    text: str, hits: tuple[Hit, ...], units: Mapping[int, UnitAt], *, more: bool, continued: bool
) -> ResultsView:
    """Write out the hits, grouped by unit in the order they were found: newest first."""
    sought = folded_words(text)
    by_unit: dict[int, list[Hit]] = {}
    for hit in hits:
        by_unit.setdefault(hit.unit_id, []).append(hit)
    last = hits[-1].id if hits else None
    return ResultsView(
        query=text,
        lead=_lead(len(hits), continued=continued, more=more) if hits else "",
        groups=tuple(_group(units[unit], found, sought) for unit, found in by_unit.items() if unit in units),
        more_url=reverse("searching:search", query={"q": text, "efter": last}) if more else "",
        empty_title=_empty_title(text, sought, continued=continued),
        empty_text=_(
            "Sökningen går i lägesbilder i kraft som du får läsa. Skriv början av ett ord, till exempel ”moped”."
        ),
    )


def found_in(text: str, sought: frozenset[str]) -> parts.Line:
    """Return the words round the first hit, with every word that was found in bold."""
    whole = unicodedata.normalize("NFC", text)
    spans = [word.span() for word in _WORD.finditer(whole) if _is_sought(word[0], sought)]
    start, end = _window(whole, spans[0][0] if spans else 0)
    runs = [parts.Run("… ")] if start else []
    at = start
    for first, last in spans:
        if first < start or last > end:
            continue
        runs += [parts.Run(whole[at:first]), parts.Run(whole[first:last], parts.RunKind.STRONG)]
        at = last
    runs.append(parts.Run(whole[at:end]))
    if end < len(whole):
        runs.append(parts.Run(" …"))
    return tuple(run for run in runs if run.text)


def _is_sought(word: str, sought: frozenset[str]) -> bool:
    return any(fold(word).startswith(one) for one in sought)


def _window(text: str, at: int) -> tuple[int, int]:
    """Return where to begin and end, between words."""
    start = 0 if at <= BEFORE else text.find(" ", at - BEFORE) + 1
    end = len(text) if at + AFTER >= len(text) else text.rfind(" ", at, at + AFTER)
    return (min(start, at), end if end > at else len(text))


def _group(unit: UnitAt, found: list[Hit], sought: frozenset[str]) -> UnitHits:
    page = reverse("reading:picture", args=[unit.code])
    return UnitHits(
        name=unit.name,
        url=page,
        count=ngettext("%(n)s träff", "%(n)s träffar", len(found)) % {"n": len(found)},
        hits=tuple(_hit(page, hit, sought) for hit in found),
    )


def _hit(page: str, hit: Hit, sought: frozenset[str]) -> HitView:
    place = {"chapter": hit.chapter_title, "label": hit.label}
    text = found_in(hit.text, sought)
    in_title = not any(run.kind is parts.RunKind.STRONG for run in text)
    return HitView(
        title=(_("%(chapter)s, stycke %(label)s") if hit.label else _("%(chapter)s")) % place,
        url=f"{page}#s-{hit.paragraph_id}",
        kind=", ".join(
            filter(None, (str(_KINDS.get(hit.kind, "")), _("ordet står i kapitlets namn") if in_title else ""))
        ),
        text=text,
        mark=parts.Mark(int(hit.info_class), words.zone("polis")),
    )


def _lead(shown: int, *, continued: bool, more: bool) -> str:
    if more or continued:
        return ngettext("Visar %(n)s träff på den här sidan.", "Visar %(n)s träffar på den här sidan.", shown) % {
            "n": shown
        }
    return ngettext("%(n)s träff i texter som du får läsa.", "%(n)s träffar i texter som du får läsa.", shown) % {
        "n": shown
    }


def _empty_title(text: str, sought: frozenset[str], *, continued: bool) -> str:
    if continued:
        return _("Inga fler träffar.")
    if not text:
        return _("Skriv vad du söker.")
    if not sought:
        return _("Skriv minst en bokstav eller siffra.")
    return _("Inget hittades för ”%(text)s”.") % {"text": text}
