"""What has changed since the reader last took note, paragraph by paragraph, in words and in runs of text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.core.pictures import document as doc
from samsyn.core.pictures.compare import Aspect, Change, ChapterChange, ParagraphChange, SpanKind, compare
from samsyn.core.pictures.method import Method
from samsyn.pictures import definitions
from samsyn.pictures.facts import Reason
from samsyn.shell import words
from samsyn.web.comparing.wording import marked
from samsyn.web.components import parts
from samsyn.web.reading import boxes
from samsyn.web.reading.gather import Earlier, Gathered
from samsyn.web.reading.paragraphs import anchor

ASPECTS = {
    Aspect.CERTAINTY: lazy("visshet"),
    Aspect.MARKING: lazy("märkning"),
    Aspect.EVIDENCE: lazy("underlag"),
    Aspect.SOURCES: lazy("källor"),
    Aspect.SECTION: lazy("avsnitt"),
    Aspect.CRITERION: lazy("kriterium"),
    Aspect.STEP: lazy("svar"),
    Aspect.CATEGORY: lazy("kategori"),
    Aspect.TREND: lazy("trend"),
    Aspect.LEVEL: lazy("nivå"),
    Aspect.ERASED: lazy("raderat"),
    Aspect.OTHER: lazy("uppgifter"),
}
"""In what a paragraph differs, where its words are the same."""


@dataclass(frozen=True, slots=True)
class Gone:
    """A paragraph, or a whole chapter, that stood in the earlier version and does not stand now."""

    paragraph_id: str
    label: str
    section: str
    words: str
    reason: str
    url: str


@dataclass(frozen=True, slots=True)
class Marks:
    """The changes of a whole picture, by paragraph and by chapter id."""

    method: Method
    change: Mapping[str, tuple[parts.Change, str]] = field(default_factory=dict)
    runs: Mapping[str, parts.Line] = field(default_factory=dict)
    gone: Mapping[str, tuple[Gone, ...]] = field(default_factory=dict)
    gone_chapters: tuple[Gone, ...] = ()
    causes: Mapping[str, tuple[boxes.CauseLine, ...]] = field(default_factory=dict)
    chapter_words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Return how many changes there are."""
        return sum(self.counts.values())

    @property
    def removed(self) -> int:
        """Return how many paragraphs are gone."""
        return sum(map(len, self.gone.values())) + len(self.gone_chapters)

    def kind(self, item: doc.Paragraph) -> parts.Change:
        """Return what has become of a paragraph."""
        return self.change.get(item.id, (parts.Change.NONE, ""))[0]

    def words(self, item: doc.Paragraph) -> str:
        """Return what has become of a paragraph, in words."""
        return self.change.get(item.id, (parts.Change.NONE, ""))[1]

    def line(self, item: doc.Paragraph) -> parts.Line:
        """Return the text of a paragraph, with what is new in it marked."""
        return self.runs.get(item.id) or parts.line(item.text)


@dataclass(frozen=True, slots=True)
class _Told:
    """Why things changed between the two versions, by what they are said of."""

    since: Earlier
    number: int
    code: str
    removals: Mapping[str, Reason]
    causes: Mapping[str, Sequence[Reason]]

    def words(self, verb: str, chapter_id: str, paragraph_id: str) -> str:
        """Return "Ändrad i version 14: världen", or since which version where several lie between."""
        one_step = self.since.version.number == self.number - 1
        when = _("%(what)s i version %(number)s") if one_step else _("%(what)s sedan version %(number)s")
        told = when % {"what": verb, "number": self.number if one_step else self.since.version.number}
        cause = self._cause(chapter_id, paragraph_id)
        return _("%(what)s: %(cause)s") % {"what": told, "cause": words.cause(cause)} if cause else told

    def _cause(self, chapter_id: str, paragraph_id: str) -> str:
        stated = self.causes.get(chapter_id, ())
        about = [one for one in stated if one.paragraph.facts.get("about") == paragraph_id]
        found = {
            one.paragraph.facts.get("cause", "")
            for one in about or stated
            if about or "about" not in one.paragraph.facts
        }
        return found.pop() if len(found) == 1 else ""


def marks_since(gathered: Gathered) -> Marks:
    """Compare with the version that the reader last took note of; without one nothing is marked."""
    method, earlier = definitions.method(gathered.version.method), gathered.earlier
    if earlier is None:
        return Marks(method)
    told = _told(gathered, earlier)
    found = compare(earlier.document, gathered.reading.document).chapters
    standing = [one for one in found if one.change is not Change.REMOVED]
    return Marks(
        method=method,
        change={key: mark for one in found for key, mark in _changes(one, told)},
        runs={
            item.paragraph.id: marked(item.spans, side=SpanKind.ADDED)
            for one in found
            for item in one.changed
            if Aspect.TEXT in item.aspects
        },
        gone={one.id: tuple(_gone(one, item, told) for item in one.removed) for one in standing if one.removed},
        gone_chapters=tuple(_gone_chapter(one, told) for one in found if one.change is Change.REMOVED),
        causes={
            key: tuple(boxes.cause(gathered, one.number, one.paragraph) for one in stated)
            for key, stated in told.causes.items()
        },
        chapter_words={one.id: tuple(_chapter_words(one, told)) for one in standing},
        counts={one.id: _count(one) for one in found},
    )


def _told(gathered: Gathered, earlier: Earlier) -> _Told:
    causes: dict[str, list[Reason]] = {}
    removals: dict[str, Reason] = {}
    for one in earlier.reasons:
        if one.paragraph.erased:
            continue
        if one.paragraph.kind is doc.ParagraphKind.CAUSE:
            causes.setdefault(one.chapter_id, []).append(one)
        else:
            removals[one.paragraph.facts.get("removed", "")] = one
    return _Told(earlier, gathered.version.number, gathered.unit.code, removals, causes)


def _changes(chapter: ChapterChange, told: _Told) -> Iterable[tuple[str, tuple[parts.Change, str]]]:
    for item in chapter.added:
        yield item.paragraph.id, (parts.Change.NEW, told.words(_("Nytt"), chapter.id, item.paragraph.id))
    for item in chapter.changed:
        yield item.paragraph.id, (parts.Change.CHANGED, told.words(_verb(item), chapter.id, item.paragraph.id))


def _verb(item: ParagraphChange) -> str:
    """Return "Ändrat", and in what where the words are the same."""
    if Aspect.TEXT in item.aspects:
        return _("Ändrat")
    return _("Ändrat (%(what)s)") % {"what": ", ".join(str(ASPECTS[one]) for one in item.aspects)}


def _gone(chapter: ChapterChange, item: ParagraphChange, told: _Told) -> Gone:
    paragraph = item.paragraph
    reason = told.removals.get(paragraph.id) or told.removals.get(chapter.id)
    return Gone(
        paragraph_id=paragraph.id,
        label=paragraph.label,
        section=paragraph.section,
        words=_removed_words(reason, told, chapter.id, paragraph.id),
        reason=reason.paragraph.text if reason else "",
        url=_what_stood(told, paragraph.id),
    )


def _gone_chapter(chapter: ChapterChange, told: _Told) -> Gone:
    reason = told.removals.get(chapter.id)
    return Gone(
        paragraph_id=chapter.id,
        label=chapter.chapter.title,
        section="",
        words=_removed_words(reason, told, chapter.id, ""),
        reason=reason.paragraph.text if reason else "",
        url=_what_stood(told, chapter.paragraphs[0].paragraph.id if chapter.paragraphs else ""),
    )


def _removed_words(reason: Reason | None, told: _Told, chapter_id: str, paragraph_id: str) -> str:
    """Say that it was removed only where the version says so: else it may be marked above the reader's class."""
    if reason is None:
        return _("Finns inte i det du läser av version %(number)s.") % {"number": told.number}
    return told.words(_("Borttaget"), chapter_id, paragraph_id) + "."


def _what_stood(told: _Told, paragraph_id: str) -> str:
    query = {"fore": told.since.version.number, "efter": told.number}
    return reverse("comparing:compare", args=[told.code], query=query) + (
        f"#{anchor(paragraph_id)}" if paragraph_id else ""
    )


def _chapter_words(chapter: ChapterChange, told: _Told) -> Iterable[str]:
    number = {"number": told.since.version.number}
    if chapter.boundary_changed:
        yield _("Kapitlet gäller en annan gräns än i version %(number)s.") % number
    if chapter.title_changed and chapter.before is not None and chapter.before.title:
        yield _("Kapitlet hette %(title)s i version %(number)s.") % {**number, "title": chapter.before.title}


def _count(chapter: ChapterChange) -> int:
    if chapter.change is Change.REMOVED:
        return 1
    return sum(map(len, (chapter.added, chapter.changed, chapter.removed)))
