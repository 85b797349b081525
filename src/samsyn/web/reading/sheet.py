"""A picture on paper: the same page as strings for the typesetter, without links and buttons."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samsyn.shell import words
from samsyn.web.components import parts
from samsyn.web.printing import sheet as paper
from samsyn.web.reading import boxes, present
from samsyn.web.reading.chapters import ChapterView, SectionView
from samsyn.web.reading.gather import Gathered
from samsyn.web.reading.paragraphs import Entry


def sheet(gathered: Gathered) -> paper.Sheet:
    """Return what is printed of a version; the same version and reader give the same sheet."""
    page = present.picture(gathered, path="", only_changes=False)
    level = max(int(gathered.reading.highest), 0)
    purpose = gathered.actor.purpose
    lead = [page.lead, present.clearance_note(gathered)]
    if purpose:
        lead.append(
            _("Utskriven av %(name)s för ändamålet %(purpose)s. Märkningen är en varning, inte ett beslut.")
            % {"name": gathered.actor.name, "purpose": words.purpose(purpose.value)}
        )
    lead += [notice.text for notice in present.notices(gathered)]
    return paper.Sheet(
        language=get_language() or "sv",
        title=_("%(title)s, version %(number)s") % {"title": page.title, "number": page.number},
        marking=_("Informationsklass %(level)s · Zon %(zone)s") % {"level": level, "zone": words.zone("polis")},
        info_class=level,
        lead=tuple(lead),
        labels=paper.Labels(
            page=_("Sida"),
            evidence=_("Underlag"),
            trail=_("Spår"),
            criterion=_("Kriterium"),
            answer=_("Svar"),
            reason=_("Skäl"),
            contents=_("Innehåll"),
        ),
        chapters=tuple(_chapter(chapter) for chapter in page.chapters),
    )


def _chapter(chapter: ChapterView) -> paper.Chapter:
    return paper.Chapter(
        title=chapter.title,
        lines=tuple(filter(None, (chapter.category_words, chapter.note, *chapter.remarks))),
        causes=tuple(paper.Remark("cause", one.text, _sentence(one.title, one.byline)) for one in chapter.causes),
        sections=tuple(_section(section) for section in chapter.sections),
    )


def _section(section: SectionView) -> paper.Section:
    answers = section.answers
    return paper.Section(
        title=section.title,
        statements=tuple(_statement(entry) for entry in section.entries),
        answers=tuple(_answer(row) for row in answers.rows) if answers else (),
        answers_note=section.note,
        needs=tuple(_need(one) for one in section.needs),
    )


def _statement(entry: Entry) -> paper.Statement:
    view = entry.view
    gone = view.change in {parts.Change.REMOVED, parts.Change.ERASED}
    return paper.Statement(
        label=view.label,
        text=_words(run for run in view.text if not run.url) if gone else _words(view.text),
        meta=_meta(view),
        change=view.change_words,
        evidence=tuple(f"{one.grading or '–'} {_words(one.text)}" for one in view.evidence),
        trail=tuple(run.text for run in (*view.sources, *view.traces) if run.url),
        facts=tuple(f"{fact.name}: {_words(fact.text)}" for fact in entry.facts),
        remarks=tuple(_remarks(entry)),
        gone=gone,
    )


def _remarks(entry: Entry) -> Iterable[paper.Remark]:
    for one in entry.view.dissents:
        yield paper.Remark("dissent", one.text, _sentence(_("Avvikande mening"), one.signature, one.note))
    for thread in entry.threads:
        asked = thread.question
        yield paper.Remark("question", asked.text, _sentence(_("Fråga"), asked.signature, asked.note))
        for reply in thread.replies:
            yield paper.Remark("reply", reply.text, _sentence(_("Svar"), reply.signature))


def _answer(row: boxes.AnswerRow) -> paper.AnswerLine:
    return paper.AnswerLine(
        criterion=f"{row.code} {row.short}",
        step=row.step,
        text=_words(row.text),
        meta=" · ".join(filter(None, (row.label, _mark(row.mark), row.byline, row.change_words))),
    )


def _need(one: parts.Need) -> paper.Statement:
    return paper.Statement(
        label=one.label.rpartition(" ")[2],
        text=one.text,
        meta=one.asked,
        remarks=tuple(
            paper.Remark("answer", answer.text, _sentence(answer.verdict or answer.late, answer.signature))
            for answer in one.answers
        ),
    )


def _meta(view: parts.ParagraphView) -> str:
    sure = _("Visshet: %(word)s") % {"word": view.certainty.word} if view.certainty else ""
    return " · ".join(filter(None, (sure, _mark(view.mark) if view.mark else "", view.byline, *view.tags)))


def _mark(mark: parts.Mark) -> str:
    return _("%(zone)s, klass %(level)s") % {"zone": mark.zone, "level": mark.info_class}


def _words(line: Iterable[parts.Run]) -> str:
    return "".join(run.text for run in line).strip()


def _sentence(*pieces: str) -> str:
    return " ".join(filter(None, pieces))
