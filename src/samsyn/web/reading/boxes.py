"""Statements that are not running text: needs with answers, answers to criteria, proposals, causes of change."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from samsyn.areas.facts import AreaAt
from samsyn.core.access import Permission
from samsyn.core.pictures import document as doc
from samsyn.core.pictures.method import Method, Words
from samsyn.pictures.facts import NeedFacts, RemarkFacts
from samsyn.shell import words
from samsyn.web.components import parts
from samsyn.web.reading.gather import Gathered
from samsyn.web.reading.paragraphs import Entry, Margins, anchor, byline, mark, person, short, unit_name


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """The answer to one criterion."""

    anchor: str
    label: str
    code: str
    short: str
    step: str
    text: parts.Line
    mark: parts.Mark
    byline: str
    change_words: str


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers of a chapter, and which criteria have none that the reader may read."""

    rows: tuple[AnswerRow, ...]
    unanswered: str


@dataclass(frozen=True, slots=True)
class CauseLine:
    """Why a chapter changed in one version, as its signer stated it."""

    cause: parts.Cause
    title: str
    text: str
    byline: str


def said(text: Words) -> str:
    """Return words of the method in the reader's language."""
    return text.spoken(get_language() or "sv")


def answers(margins: Margins, method: Method, items: Iterable[tuple[doc.Paragraph, parts.Line, str]]) -> Answers:
    """Write out the answers to the criteria in the method's order; each item comes with text and change words."""
    by_code = {item.facts.get("criterion", ""): (item, text, change) for item, text, change in items}
    steps = {str(step.value): said(step.label) for step in method.steps} | {"": said(method.unknown)}
    rows = tuple(
        AnswerRow(
            anchor=anchor(item.id),
            label=item.label,
            code=criterion.code,
            short=said(criterion.short),
            step=steps[item.facts.get("step", "")],
            text=text,
            mark=mark(item),
            byline=byline(margins.gathered, item.author, item.written_on),
            change_words=change,
        )
        for criterion in method.criteria
        if criterion.code in by_code
        for item, text, change in [by_code[criterion.code]]
    )
    return Answers(rows, ", ".join(one.code for one in method.criteria if one.code not in by_code))


def unanswered_words(answered: Answers) -> str:
    """Return which criteria have no answer that the reader may read."""
    return _("Utan svar: %(codes)s.") % {"codes": answered.unanswered} if answered.unanswered else ""


def need(margins: Margins, item: doc.Paragraph, change_words: str) -> parts.Need:
    """Write out a need with every answer it has had, or the dated gap where none has come."""
    gathered = margins.gathered
    known = gathered.needs.get(item.id)
    given = tuple(one for one in margins.remarks.get(item.id, ()) if one.kind == "answer")
    told = mark(item)
    asked = (
        _asked(gathered, item, known),
        _("%(zone)s, klass %(level)s") % {"zone": told.zone, "level": told.info_class},
        change_words,
    )
    return parts.Need(
        label=_("Behov %(label)s") % {"label": item.label},
        text=item.text,
        asked=" · ".join(filter(None, asked)),
        answers=tuple(_answer(gathered, one) for one in given) or _gap(gathered, known),
        anchor=anchor(item.id),
    )


def proposal(entry: Entry, item: doc.Paragraph, area: AreaAt | None) -> Entry:
    """Put the proposed category and trend beside what has been decided; the two are never one."""
    proposed = _("%(category)s, trend %(trend)s") % {
        "category": words.category(item.facts["category"]),
        "trend": words.trend(item.facts["trend"]),
    }
    facts = [parts.Fact(_("Föreslaget här"), parts.line(_capital(proposed)))]
    if area is not None:
        facts.append(parts.Fact(_("Beslutat på listan"), parts.line(decided(area))))
    return replace(entry, facts=tuple(facts))


def decided(area: AreaAt) -> str:
    """Return "Särskilt utsatt område, trend stabil" as the list in force says."""
    told = _capital(words.category(area.category))
    if not area.trend:
        return told
    return _("%(category)s, trend %(trend)s") % {"category": told, "trend": words.trend(area.trend)}


def cause(gathered: Gathered, number: int, item: doc.Paragraph) -> CauseLine:
    """Write out the cause that the signer of a version stated for a chapter."""
    code = item.facts["cause"]
    return CauseLine(
        cause=parts.Cause(code),
        title=_("Ändrat i version %(number)s: %(cause)s") % {"number": number, "cause": words.cause(code)},
        text=item.text,
        byline=_("Angivet av %(name)s, %(day)s")
        % {"name": person(gathered, item.author), "day": short(gathered, item.written_on)},
    )


def _asked(gathered: Gathered, item: doc.Paragraph, known: NeedFacts | None) -> str:
    if known is None:
        return _("Ställt till %(level)s") % {"level": words.level(item.facts["level"])}
    return _("Ställt till %(unit)s %(day)s") % {
        "unit": unit_name(gathered, known.to_unit_id),
        "day": short(gathered, words.local_day(known.asked_at)),
    }


def _answer(gathered: Gathered, one: RemarkFacts) -> parts.Answer:
    return parts.Answer(
        text=_("Orden är raderade enligt beslut.") if one.erased else one.text,
        verdict=words.verdict(one.verdict) if one.verdict else _("Svar"),
        positive=one.verdict != "nej",
        signature=_("%(unit)s, %(day)s")
        % {"unit": unit_name(gathered, one.unit_id), "day": short(gathered, words.local_day(one.at))},
    )


def _gap(gathered: Gathered, known: NeedFacts | None) -> tuple[parts.Answer, ...]:
    if known is None:
        return (parts.Answer(_("Behovet finns inte kvar i lägesbilden i kraft. Det fick inget svar.")),)
    late = (gathered.at.on - known.due_on).days
    due = words.day(known.due_on)
    told = _("Inget svar ännu. Frist var %(day)s.") if late > 0 else _("Inget svar ännu. Svar senast %(day)s.")
    answers_it = gathered.actor.may(Permission.NEED_ANSWER, known.to_unit_id) and not gathered.at.chosen
    address = reverse("answering:need", args=[gathered.unit.code, known.paragraph_id])
    return (
        parts.Answer(
            text=told % {"day": due},
            late=_late(late),
            ask=parts.Link(_("Svara på behovet"), address) if answers_it else None,
        ),
    )


def _late(days: int) -> str:
    return ngettext("%(n)s dag sent", "%(n)s dagar sent", days) % {"n": days} if days > 0 else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
