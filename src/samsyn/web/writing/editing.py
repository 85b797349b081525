"""One paragraph of the draft: how it is shown, the form that is open, the texts that were written at once."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.areas.facts import UnitAt
from samsyn.core.access import Actor, InfoClass, Permission, Zone
from samsyn.core.guard import Finding, Severity, clean, inspect
from samsyn.core.pictures import document as doc
from samsyn.core.pictures.compare import differences
from samsyn.core.pictures.method import Method
from samsyn.pictures import definitions
from samsyn.pictures.actions.locking import clearance
from samsyn.pictures.facts import Conflict, Draft, DraftParagraph
from samsyn.shell import words
from samsyn.web.components import parts
from samsyn.web.writing.forms import EVIDENCE_ROWS, Problem, hint


@dataclass(frozen=True, slots=True)
class Context:
    """What every paragraph of the page shares."""

    unit: UnitAt
    draft: Draft
    chapter: doc.Chapter
    opened: str
    actor: Actor
    problem: Problem | None
    names: Mapping[str, str]
    standing: Mapping[str, doc.Paragraph]
    """The paragraphs of the version in force, as the writer may read them; empty before the first."""

    @property
    def method(self) -> Method:
        """Return the method of the draft."""
        return definitions.method(self.draft.document.method)

    @property
    def may_write(self) -> bool:
        """Tell whether the reader may write in this draft."""
        return self.actor.may(Permission.DRAFT_WRITE, self.unit.id)


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One row of the form of evidence."""

    number: int
    kinds: tuple[parts.Option, ...]
    reference: str
    reliabilities: tuple[parts.Option, ...]
    credibilities: tuple[parts.Option, ...]


@dataclass(frozen=True, slots=True)
class OpenEdit:
    """The open form: words and choices, and under it what the paragraph rests on."""

    form: parts.ParagraphEdit
    evidence_url: str
    rows: tuple[EvidenceRow, ...]
    hints: tuple[str, ...]
    done_url: str


@dataclass(frozen=True, slots=True)
class Stop:
    """What the guard did not save: where it stands in the text, and what to write instead."""

    title: str
    marked: parts.Line
    hints: tuple[str, ...]


def view(context: Context, item: DraftParagraph) -> parts.ParagraphView:
    """Write out a paragraph as it stands."""
    paragraph = item.paragraph
    base = reverse("writing:draft", args=[context.unit.code])
    open_url = f"{base}?kapitel={context.chapter.number}&stycke={paragraph.id}#s-{paragraph.id}"
    removed, change = bool(item.removed_by), _change(context, item)
    return parts.ParagraphView(
        anchor=f"s-{paragraph.id}",
        label=paragraph.label,
        text=parts.line(item.removal_reason if removed else paragraph.text or _("(tomt än)")),
        change=change,
        change_words=str(_CHANGE_WORDS[change]),
        certainty=certainty(paragraph.certainty),
        mark=parts.Mark(int(paragraph.info_class), words.zone(paragraph.zone)),
        byline=f"{context.names.get(paragraph.author, '')}, {words.short_day(paragraph.written_on)}",
        tags=coded(context.method, paragraph),
        evidence=tuple(parts.EvidenceLine(parts.line(one.reference), one.grading) for one in paragraph.evidence),
        actions=(parts.Link(_("Ändra"), open_url),) if context.may_write and not removed else (),
    )


def _change(context: Context, item: DraftParagraph) -> parts.Change:
    """Tell what has happened to a paragraph since the version in force."""
    before = context.standing.get(item.paragraph.id)
    if item.removed_by:
        return parts.Change.REMOVED
    if before is None:
        return parts.Change.NEW if context.standing else parts.Change.NONE
    return parts.Change.CHANGED if differences(before, item.paragraph) else parts.Change.NONE


_CHANGE_WORDS = {
    parts.Change.NONE: "",
    parts.Change.NEW: lazy("Nytt sedan versionen i kraft"),
    parts.Change.CHANGED: lazy("Ändrat sedan versionen i kraft"),
    parts.Change.REMOVED: lazy("Borttaget i utkastet."),
}


def certainty(value: doc.Certainty | None) -> parts.Certainty | None:
    """Return the bars and the word for a certainty."""
    if value is None:
        return None
    return parts.Certainty(list(doc.Certainty).index(value) + 1, words.certainty(value))


def coded(method: Method, paragraph: doc.Paragraph) -> tuple[str, ...]:
    """Return the coded part of a paragraph as short words: step, level, category and trend."""
    facts = paragraph.facts
    if paragraph.kind is doc.ParagraphKind.ANSWER:
        return (f"{facts['criterion']}: {step_word(method, facts.get('step', ''))}",)
    if paragraph.kind is doc.ParagraphKind.NEED:
        return (_("Ställs till %(level)s") % {"level": words.level(facts["level"])},)
    if paragraph.kind is doc.ParagraphKind.PROPOSAL:
        return (f"{words.category(facts['category'])}, {words.trend(facts['trend'])}",)
    return ()


def step_word(method: Method, step: str) -> str:
    """Return the label of a step, or "vet ej" for none."""
    labels = {str(one.value): one.label for one in method.steps}
    label = labels.get(step, method.unknown)
    return label.en if get_language() == "en" else label.sv


def open_edit(context: Context, item: DraftParagraph) -> OpenEdit:
    """Return the open form; after a problem it holds what was typed."""
    paragraph, problem = item.paragraph, context.problem
    address = [context.unit.code, paragraph.id]
    typed = problem.typed if problem else paragraph.text
    base = reverse("writing:draft", args=[context.unit.code])
    highest = clearance(context.actor, context.unit.id)
    form = parts.ParagraphEdit(
        anchor=f"s-{paragraph.id}",
        label=paragraph.label,
        prompt=_prompt(context.method, paragraph),
        text=typed,
        rev=item.rev,
        action=reverse("writing:save", args=address),
        fields=(("kapitel", str(context.chapter.number)),),
        groups=_groups(context.method, paragraph),
        certainties=tuple(
            parts.Option(one.value, words.certainty(one), one == paragraph.certainty, step=place + 1)
            for place, one in enumerate(doc.Certainty)
        ),
        classes=tuple(
            parts.Option(str(int(one)), _("klass %(n)s") % {"n": int(one)}, one == paragraph.info_class, step=int(one))
            for one in InfoClass
            if one <= highest
        ),
        zones=tuple(parts.Option(one.value, words.zone(one), one == paragraph.zone) for one in Zone),
        saved=_("Sparat %(time)s") % {"time": words.clock(item.written_at)} if not problem else "",
        error=problem.sentence if problem else "",
    )
    return OpenEdit(
        form=form,
        evidence_url=reverse("writing:evidence", args=address),
        rows=tuple(
            _evidence_row(paragraph, number) for number in range(min(len(paragraph.evidence) + 2, EVIDENCE_ROWS))
        ),
        hints=stop(problem).hints if problem and problem.spans else warnings(inspect(paragraph.text)),
        done_url=f"{base}?kapitel={context.chapter.number}#s-{paragraph.id}",
    )


def conflicts(context: Context, item: DraftParagraph) -> tuple[parts.Conflict, ...]:
    """Return every unsettled pair of texts of a paragraph."""
    if not context.may_write:
        return ()
    return tuple(
        conflict(
            context.unit,
            Conflict(item.paragraph.id, item.rev, item.paragraph.text, item.paragraph.author, item.written_at, rival),
            by=context.actor,
            back=str(context.chapter.number),
            names=context.names,
        )
        for rival in item.rivals
    )


def conflict(unit: UnitAt, found: Conflict, *, by: Actor, back: str, names: Mapping[str, str]) -> parts.Conflict:
    """Return two texts written at once, side by side, neither preselected."""

    def side(author: str, text: str, value: str, at: str) -> parts.ConflictSide:
        mine = author == by.username
        return parts.ConflictSide(
            heading=_("Din, %(time)s") % {"time": at} if mine else f"{names.get(author, '')}, {at}",
            text=parts.line(text),
            button=_("Behåll min") if mine else _("Behåll den andra"),
            value=value,
        )

    rival = found.rival
    return parts.Conflict(
        title=_("Ni ändrade stycket samtidigt."),
        text=_("Båda texterna finns kvar tills någon av er väljer."),
        sides=(
            side(rival.author, rival.text, "rival", words.clock(rival.written_at)),
            side(found.author, found.text, "standing", words.clock(found.written_at)),
        ),
        both_text=_("Behåll båda som två stycken"),
        both_value="both",
        action=reverse("writing:choose", args=[unit.code, rival.id]),
        fields=(("kapitel", back),),
    )


def warnings(findings: tuple[Finding, ...]) -> tuple[str, ...]:
    """Return a hint for each kind of thing the guard found, each once."""
    return tuple(dict.fromkeys(hint(finding.kind.value) for finding in findings))


def stopped_spans(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return where in a text the guard stops, and on what."""
    found = inspect(clean(text))
    return tuple((one.start, one.end, one.kind.value) for one in found if one.severity is Severity.STOP)


def stop(problem: Problem) -> Stop:
    """Return the typed text with what was stopped marked, and what to write instead."""
    typed, runs, at = clean(problem.typed), [], 0
    for start, end, _kind in sorted(problem.spans):
        runs += [parts.Run(typed[at:start]), parts.Run(typed[start:end], parts.RunKind.GUARDED)]
        at = end
    runs.append(parts.Run(typed[at:]))
    return Stop(
        title=problem.sentence,
        marked=tuple(run for run in runs if run.text) if problem.spans else (),
        hints=tuple(dict.fromkeys(hint(kind) for _start, _end, kind in problem.spans)),
    )


def _prompt(method: Method, paragraph: doc.Paragraph) -> str:
    english = get_language() == "en"
    if paragraph.kind is doc.ParagraphKind.ANSWER:
        by_code = {one.code: one.statement for one in method.criteria}
        statement = by_code[paragraph.facts["criterion"]]
        return f"{paragraph.facts['criterion']}. {statement.en if english else statement.sv} {_('Skäl:')}"
    return {
        doc.ParagraphKind.NEED: _("Vilken förmåga behövs, hur länge och varför?"),
        doc.ParagraphKind.PROPOSAL: _("Skäl till förslaget"),
        doc.ParagraphKind.MISSING: _("Vem saknas i bilden, och vad skulle de kunna säga?"),
    }.get(paragraph.kind, _("Text"))


def _groups(method: Method, paragraph: doc.Paragraph) -> tuple[parts.ChoiceGroup, ...]:
    facts = paragraph.facts
    if paragraph.kind is doc.ParagraphKind.ANSWER:
        steps = [*(str(one.value) for one in method.steps), ""]
        options = tuple(parts.Option(one, step_word(method, one), facts.get("step", "") == one) for one in steps)
        return (parts.ChoiceGroup(_("Steg"), "step", options),)
    if paragraph.kind is doc.ParagraphKind.NEED:
        options = tuple(parts.Option(one, words.level(one), facts["level"] == one) for one in definitions.LEVELS)
        return (parts.ChoiceGroup(_("Ställs till"), "level", options),)
    if paragraph.kind is doc.ParagraphKind.PROPOSAL:
        categories = tuple(
            parts.Option(one.key, words.category(one.key), facts["category"] == one.key) for one in method.categories
        )
        trends = tuple(parts.Option(one.key, words.trend(one.key), facts["trend"] == one.key) for one in method.trends)
        return (
            parts.ChoiceGroup(_("Föreslagen kategori"), "category", categories),
            parts.ChoiceGroup(_("Föreslagen trend"), "trend", trends),
        )
    return ()


def _evidence_row(paragraph: doc.Paragraph, number: int) -> EvidenceRow:
    one = paragraph.evidence[number] if number < len(paragraph.evidence) else None
    kind = one.kind if one else doc.EvidenceKind.DIALOGUE
    grading = one.grading if one else ""
    reliability, credibility = grading[:1], grading[1:]
    return EvidenceRow(
        number=number,
        kinds=tuple(parts.Option(item.value, words.evidence(item), item == kind) for item in doc.EvidenceKind),
        reference=one.reference if one else "",
        reliabilities=tuple(parts.Option(item, item or "–", item == reliability) for item in ("", *"ABCDEF")),
        credibilities=tuple(parts.Option(item, item or "–", item == credibility) for item in ("", *"123456")),
    )
