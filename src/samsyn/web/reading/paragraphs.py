"""One paragraph of a signed picture: its words, its marks, and what stands in its margins."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeVar

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.core.access import Permission
from samsyn.core.pictures import document as doc
from samsyn.pictures.facts import Lift, RemarkFacts
from samsyn.shell import words
from samsyn.web.components import parts
from samsyn.web.reading.gather import Gathered

K = TypeVar("K")

_OPEN = "0" * 32
"""Stands for a paragraph's id in an address that is written out once for all paragraphs."""

_STALE = {
    "changed": lazy("ändrat sedan dess"),
    "removed": lazy("borttaget sedan dess"),
    "erased": lazy("raderat enligt beslut"),
}
_STALE_TAGS = {
    "changed": lazy("Ändrat efter att det lyftes"),
    "removed": lazy("Borttaget efter att det lyftes"),
    "erased": lazy("Källan är raderad"),
}
_GROUNDS = {
    "dataskydd": lazy("dataskydd"),
    "sekretess": lazy("sekretess"),
    "domstol": lazy("dom eller beslut av domstol"),
}


@dataclass(frozen=True, slots=True)
class Thread:
    """A question with its replies; ``answer_url`` is set for those who may reply."""

    question: parts.Remark
    replies: tuple[parts.Remark, ...]
    answer_url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph with the questions put to it, its coded facts such as a proposed category, and what may be done."""

    view: parts.ParagraphView
    threads: tuple[Thread, ...] = ()
    facts: tuple[parts.Fact, ...] = ()
    actions: tuple[parts.Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Margins:
    """What hangs on paragraphs, sorted once by paragraph id."""

    gathered: Gathered
    remarks: Mapping[str, tuple[RemarkFacts, ...]]
    along: Mapping[str, tuple[RemarkFacts, ...]]
    up: Mapping[str, tuple[Lift, ...]]
    down: Mapping[str, tuple[Lift, ...]]
    offers: tuple[parts.Link, ...]


def anchor(paragraph_id: str) -> str:
    """Return the anchor of a paragraph; the same on every page that shows it."""
    return f"s-{paragraph_id}"


def margins(gathered: Gathered) -> Margins:
    """Sort what was gathered by the paragraph it belongs to."""
    lower_of = {lift.lower_paragraph_id: lift.upper_paragraph_id for lift in gathered.down}
    return Margins(
        gathered=gathered,
        remarks=_by(gathered.remarks, lambda item: item.paragraph_id),
        along=_by(gathered.along, lambda item: lower_of[item.paragraph_id]),
        up=_by(gathered.up, lambda item: item.lower_paragraph_id),
        down=_by(sorted(gathered.down, key=lambda item: item.depth), lambda item: item.upper_paragraph_id),
        offers=_offers(gathered),
    )


def entry(margins: Margins, item: doc.Paragraph, *, text: parts.Line, change: parts.Change, change_words: str) -> Entry:
    """Write out a paragraph; ``text`` is its words, marked where they are new."""
    if item.erased:
        return Entry(_erased(margins, item))
    return Entry(
        view=parts.ParagraphView(
            anchor=anchor(item.id),
            label=item.label,
            text=text,
            change=change,
            change_words=change_words,
            certainty=certainty(item.certainty),
            mark=mark(item),
            byline=byline(margins.gathered, item.author, item.written_on),
            tags=_stale_tags(margins.down.get(item.id, ())),
            evidence=evidence(item),
            traces=up(margins, item.id),
            sources=down(margins, item.id),
            dissents=_dissents(margins, item),
        ),
        threads=_threads(margins, item),
        actions=_actions(margins, item),
    )


def certainty(step: doc.Certainty | None) -> parts.Certainty | None:
    """Return the certainty as a step and its word."""
    return None if step is None else parts.Certainty(list(doc.Certainty).index(step) + 1, words.certainty(step.value))


def mark(item: doc.Paragraph) -> parts.Mark:
    """Return the marking of a paragraph."""
    return parts.Mark(int(item.info_class), words.zone(item.zone.value))


def person(gathered: Gathered, username: str) -> str:
    """Return a person's name, or the username of somebody who is no longer there."""
    return gathered.names.get(username, username)


def unit_name(gathered: Gathered, unit_id: int) -> str:
    """Return the name of a unit as of the page's day."""
    unit = gathered.units.get(unit_id)
    return unit.name if unit else _("en enhet som inte finns kvar")


def short(gathered: Gathered, on: date) -> str:
    """Return "28 okt", with the year when it is not the page's own."""
    return _short(on, gathered.at.on.year, get_language())


@lru_cache(maxsize=2_000)
def _short(on: date, year: int, _language: str | None) -> str:
    return words.short_day(on) if on.year == year else words.day(on)


def byline(gathered: Gathered, author: str, on: date) -> str:
    """Return "Björn Exempel, 28 okt"."""
    return _("%(name)s, %(day)s") % {"name": person(gathered, author), "day": short(gathered, on)}


def evidence(item: doc.Paragraph) -> tuple[parts.EvidenceLine, ...]:
    """Return what a paragraph rests on, line by line."""
    return tuple(parts.EvidenceLine(parts.line(_evidence_words(one)), one.grading) for one in item.evidence)


def up(margins: Margins, paragraph_id: str) -> tuple[parts.Run, ...]:
    """Return where a paragraph has been lifted; that it has not is said only of what can be lifted now."""
    gathered = margins.gathered
    found = tuple(
        parts.Run(
            _("Lyft till %(unit)s, stycke %(label)s")
            % {"unit": unit_name(gathered, lift.upper_unit_id), "label": lift.upper_label},
            url=_address(gathered, lift.upper_unit_id, None, lift.upper_paragraph_id),
        )
        for lift in margins.up.get(paragraph_id, ())
    )
    waits = gathered.unit.kind != "nation" and gathered.version.in_force and gathered.at.chosen is None
    return found or ((parts.Run(_("Inte lyft än")),) if waits else ())


def down(margins: Margins, paragraph_id: str) -> tuple[parts.Run, ...]:
    """Return the paragraphs below that a lifted one rests on, and what has become of them since."""
    return tuple(
        parts.Run(
            _source_words(margins.gathered, lift),
            url=_address(margins.gathered, lift.lower_unit_id, lift.lower_number, lift.lower_paragraph_id),
        )
        for lift in margins.down.get(paragraph_id, ())
    )


def _source_words(gathered: Gathered, lift: Lift) -> str:
    place = _("%(unit)s, stycke %(label)s i version %(number)s") % {
        "unit": unit_name(gathered, lift.lower_unit_id),
        "label": lift.lower_label,
        "number": lift.lower_number,
    }
    if lift.stale not in _STALE:
        return place
    return _("%(place)s (%(since)s)") % {"place": place, "since": _STALE[lift.stale]}


def _address(gathered: Gathered, unit_id: int, number: int | None, paragraph_id: str) -> str:
    unit = gathered.units.get(unit_id)
    if unit is None:
        return ""
    page = (
        reverse("reading:picture", args=[unit.code])
        if number is None
        else reverse("reading:version", args=[unit.code, number])
    )
    return f"{page}#{anchor(paragraph_id)}"


def _erased(margins: Margins, item: doc.Paragraph) -> parts.ParagraphView:
    proof = item.certificate
    told = _("Orden finns inte kvar någonstans. Versionen går fortfarande att kontrollera.")
    if proof is not None:
        told = _("Beslut %(reference)s den %(day)s, %(reason)s, verkställt av %(name)s. %(rest)s") % {
            "reference": proof.reference,
            "day": words.day(proof.decided_on),
            "reason": _GROUNDS[proof.reason_code],
            "name": person(margins.gathered, proof.by),
            "rest": told,
        }
    return parts.ParagraphView(
        anchor=anchor(item.id),
        label=item.label,
        text=parts.line(told),
        change=parts.Change.ERASED,
        change_words=_("Raderat enligt beslut."),
        mark=mark(item),
    )


def _evidence_words(one: doc.Evidence) -> str:
    named = one.kind in {doc.EvidenceKind.FIGURE, doc.EvidenceKind.PARAGRAPH}
    told = f"{words.evidence(one.kind.value)}: {one.reference}" if named else one.reference
    return f"{told}, {words.short_day(one.on)}" if one.on else told


def _stale_tags(lifts: Iterable[Lift]) -> tuple[str, ...]:
    return tuple(str(_STALE_TAGS[stale]) for stale in dict.fromkeys(lift.stale for lift in lifts) if stale)


def _dissents(margins: Margins, item: doc.Paragraph) -> tuple[parts.Remark, ...]:
    gathered = margins.gathered
    own = (one for one in margins.remarks.get(item.id, ()) if one.kind == "dissent")
    return (
        *(_remark(gathered, one, _("Följer med när stycket lyfts.")) for one in own),
        *(_remark(gathered, one, _("Har följt med från stycket under.")) for one in margins.along.get(item.id, ())),
    )


def _threads(margins: Margins, item: doc.Paragraph) -> tuple[Thread, ...]:
    gathered, said = margins.gathered, margins.remarks.get(item.id, ())
    may_reply = gathered.actor.may(Permission.PICTURE_RESPOND, gathered.unit.id)
    threads = []
    for one in said:
        if one.kind != "question":
            continue
        replies = tuple(_remark(gathered, reply) for reply in said if reply.parent_id == one.id)
        due = _("Svar senast %(day)s.") % {"day": words.day(one.due_on)} if one.due_on and not replies else ""
        url = reverse("answering:reply", args=[gathered.unit.code, one.id]) if may_reply and not replies else ""
        threads.append(Thread(_remark(gathered, one, due), replies, url))
    return tuple(threads)


def _remark(gathered: Gathered, one: RemarkFacts, note: str = "") -> parts.Remark:
    return parts.Remark(
        text=_("Orden är raderade enligt beslut.") if one.erased else one.text,
        signature=_("från %(unit)s, %(day)s.")
        % {"unit": unit_name(gathered, one.unit_id), "day": short(gathered, words.local_day(one.at))},
        note=note,
    )


def _offers(gathered: Gathered) -> tuple[parts.Link, ...]:
    """Return what the reader may do with a paragraph in force, its id left open; nothing that the role may not do."""
    if not gathered.version.in_force or gathered.at.chosen:
        return ()
    address = [gathered.unit.code, gathered.version.number, _OPEN]
    speaks = gathered.actor.units_with(Permission.PICTURE_RESPOND)
    links = []
    if speaks - {gathered.unit.id}:
        links.append(parts.Link(_("Ställ en fråga"), reverse("answering:ask", args=address)))
    if speaks:
        links.append(parts.Link(_("Lämna avvikande mening"), reverse("answering:dissent", args=address)))
    if gathered.actor.has(Permission.ERASE):
        links.append(parts.Link(_("Radera enligt beslut"), reverse("answering:erase", args=address)))
    return tuple(links)


def _actions(margins: Margins, item: doc.Paragraph) -> tuple[parts.Link, ...]:
    return tuple(parts.Link(link.text, link.url.replace(_OPEN, item.id)) for link in margins.offers)


def _by(items: Iterable[K], key: Callable[[K], str]) -> Mapping[str, tuple[K, ...]]:
    found: dict[str, list[K]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return {name: tuple(members) for name, members in found.items()}
