"""The two sides of one row: what stood, and what stands, with every word that differs marked."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samsyn.core.pictures.compare import Aspect, Change, ParagraphChange, SpanKind
from samsyn.core.pictures.document import Paragraph, ParagraphKind
from samsyn.core.pictures.method import Method
from samsyn.shell import words
from samsyn.web.comparing.wording import marked
from samsyn.web.components import parts

_CODED = {Aspect.STEP, Aspect.CRITERION, Aspect.CATEGORY, Aspect.TREND, Aspect.LEVEL}


def before(item: ParagraphChange, method: Method, *, number: int) -> parts.Side:
    """Return what stood; a paragraph that is new says that it was not there."""
    if item.before is None:
        told = _("Stycket fanns inte i version %(number)s.") % {"number": number}
        return parts.Side(label=_label(item.paragraph, method), absent=parts.line(told))
    return _side(item, item.before, method, SpanKind.REMOVED, parts.RunKind.REMOVED)


def after(item: ParagraphChange, method: Method, *, gone: parts.Line) -> parts.Side:
    """Return what stands; ``gone`` is said of a paragraph that does not."""
    if item.after is None:
        return parts.Side(label=_label(item.paragraph, method), absent=gone, removed=True)
    return _side(item, item.after, method, SpanKind.ADDED, parts.RunKind.ADDED)


def _side(item: ParagraphChange, one: Paragraph, method: Method, span: SpanKind, run: parts.RunKind) -> parts.Side:
    alone = item.change in {Change.ADDED, Change.REMOVED}
    return parts.Side(
        label=_label(one, method),
        text=tuple(_text(item, one, method, span, run)),
        certainty=_certainty(one, run if Aspect.CERTAINTY in item.aspects and not alone else parts.RunKind.PLAIN),
    )


def _text(
    item: ParagraphChange, one: Paragraph, method: Method, span: SpanKind, run: parts.RunKind
) -> Iterable[parts.Run]:
    if one.erased:
        yield parts.Run(_("Raderat enligt beslut."))
        return
    coded = _coded(one, method)
    alone = item.change in {Change.ADDED, Change.REMOVED}
    if coded:
        yield parts.Run(coded, run if alone or _CODED & set(item.aspects) else parts.RunKind.PLAIN)
        yield parts.Run(" ")
    if alone:
        yield parts.Run(one.text, run)
        return
    yield from marked(item.spans, side=span)


def _certainty(one: Paragraph, run: parts.RunKind) -> parts.Line:
    return (parts.Run(words.certainty(one.certainty.value), run),) if one.certainty else ()


def _label(one: Paragraph, method: Method) -> str:
    if one.kind is ParagraphKind.ANSWER:
        short = {item.code: item.short.spoken(get_language() or "sv") for item in method.criteria}
        code = one.facts.get("criterion", "")
        return _("%(label)s Svar på %(code)s, %(short)s") % {
            "label": one.label,
            "code": code,
            "short": short.get(code, ""),
        }
    if one.kind is ParagraphKind.NEED:
        return _("%(label)s Behov") % {"label": one.label}
    if one.kind is ParagraphKind.PROPOSAL:
        return _("%(label)s Förslag om kategori och trend") % {"label": one.label}
    return one.label


def _coded(one: Paragraph, method: Method) -> str:
    """Return the coded part as words with a full stop: the step, the category and trend, whom a need is put to."""
    facts = one.facts
    if one.kind is ParagraphKind.ANSWER:
        language = get_language() or "sv"
        steps = {str(step.value): step.label.spoken(language) for step in method.steps}
        return f"{steps.get(facts.get('step', ''), method.unknown.spoken(language))}."
    if one.kind is ParagraphKind.PROPOSAL:
        told = {"category": words.category(facts["category"]), "trend": words.trend(facts["trend"])}
        text = _("%(category)s, trend %(trend)s.") % told
        return text[:1].upper() + text[1:]
    if one.kind is ParagraphKind.NEED:
        return _("Ställs till %(level)s.") % {"level": words.level(facts["level"])}
    return ""
