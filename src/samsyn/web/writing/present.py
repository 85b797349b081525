"""The draft as ready strings: navigation, sections, paragraphs, the one open form."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from samsyn.areas.facts import UnitAt
from samsyn.core.access import Actor, Permission
from samsyn.core.pictures import document as doc
from samsyn.core.pictures.method import Section, Words
from samsyn.pictures import definitions
from samsyn.pictures.facts import Draft, DraftParagraph
from samsyn.shell import chance, words
from samsyn.web.components import parts
from samsyn.web.writing import editing
from samsyn.web.writing.forms import Problem


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the address asks for: a chapter by number, a paragraph to open."""

    chapter: str
    paragraph: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside the draft: its reader, the writers' names, the version in force by paragraph."""

    actor: Actor
    names: Mapping[str, str]
    standing: Mapping[str, doc.Paragraph]


@dataclass(frozen=True, slots=True)
class Begin:
    """A button that begins a paragraph: its text and the fields it posts."""

    text: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph in the draft: shown, open for writing, or taken out."""

    view: parts.ParagraphView
    edit: editing.OpenEdit | None
    remove_url: str
    restore_url: str
    needs_reason: bool
    conflicts: tuple[parts.Conflict, ...]


@dataclass(frozen=True, slots=True)
class SectionView:
    """One section of the template with what is written under it and what may be begun."""

    anchor: str
    title: str
    help: str
    entries: tuple[Entry, ...]
    begin: tuple[Begin, ...]


@dataclass(frozen=True, slots=True)
class DraftPage:
    """Everything on the page of the draft."""

    title: str
    lead: str
    code: str
    may_sign: bool
    signed_before: bool
    may_lift: bool
    errors: tuple[parts.FieldError, ...]
    groups: tuple[parts.NavGroup, ...]
    chapter: str
    chapter_number: str
    chapter_note: str
    sections: tuple[SectionView, ...]
    place_id: str


def draft_page(unit: UnitAt, draft: Draft, chosen: Chosen, *, beside: Beside, problem: Problem | None) -> DraftPage:
    """Write out the chosen chapter of the draft, the first when none is chosen."""
    chapter = _chapter(draft, chosen)
    method = definitions.method(draft.document.method)
    sections = [one for one in method.sections if chapter.kind in one.chapter_kinds and one.key != "changes"]
    context = editing.Context(
        unit, draft, chapter, chosen.paragraph, beside.actor, problem, beside.names, beside.standing
    )
    return DraftPage(
        title=_("Utkast till version %(n)s") % {"n": draft.latest_number + 1},
        lead=_lead(unit, draft),
        code=unit.code,
        may_sign=beside.actor.may(Permission.PICTURE_SIGN, unit.id),
        signed_before=draft.latest_number > 0,
        may_lift=unit.kind != "local_area",
        errors=(parts.FieldError(f"s-{problem.paragraph_id}-text", problem.sentence),) if problem else (),
        groups=(_chapters_nav(unit, draft, chapter), _sections_nav(sections, chapter, draft)),
        chapter=chapter.title,
        chapter_number=str(chapter.number),
        chapter_note="" if chapter.listed else _("Platsen står inte på listan. Texten lämnar aldrig Polisen."),
        sections=tuple(_section(context, one) for one in sections),
        place_id=chance.new_id(),
    )


def withheld_words(count: int) -> str:
    """Say how many paragraphs wait for a purpose."""
    return ngettext(
        "%(n)s stycke visas när du har valt ändamål.", "%(n)s stycken visas när du har valt ändamål.", count
    ) % {"n": count}


def said(label: Words) -> str:
    """Return a word of the method in the reader's language."""
    return label.en if get_language() == "en" else label.sv


def _chapter(draft: Draft, chosen: Chosen) -> doc.Chapter:
    chapters = draft.document.chapters
    wanted = draft.paragraphs.get(chosen.paragraph)
    by_number = {str(one.number): one for one in chapters}
    if not chosen.chapter and wanted is not None:
        return next(one for one in chapters if one.id == wanted.chapter_id)
    return by_number.get(chosen.chapter, chapters[0])


def _lead(unit: UnitAt, draft: Draft) -> str:
    if draft.changed_at is None:
        return unit.name
    return _("%(unit)s. Senast ändrat %(moment)s.") % {"unit": unit.name, "moment": words.moment(draft.changed_at)}


def _chapters_nav(unit: UnitAt, draft: Draft, chapter: doc.Chapter) -> parts.NavGroup:
    base = reverse("writing:draft", args=[unit.code])
    return parts.NavGroup(
        _("Kapitel"),
        tuple(
            parts.Link(f"{one.number} {one.title}", f"{base}?kapitel={one.number}", one.id == chapter.id)
            for one in draft.document.chapters
        ),
    )


def _sections_nav(sections: Iterable[Section], chapter: doc.Chapter, draft: Draft) -> parts.NavGroup:
    counts: dict[str, int] = {}
    for item in draft.paragraphs.values():
        if item.chapter_id == chapter.id and not item.removed_by:
            counts[item.paragraph.section] = counts.get(item.paragraph.section, 0) + 1
    return parts.NavGroup(
        _("I %(chapter)s") % {"chapter": chapter.title},
        tuple(
            parts.Link(said(one.title), f"#{one.key}", note=str(counts[one.key]) if one.key in counts else "")
            for one in sections
        ),
    )


def _section(context: editing.Context, section: Section) -> SectionView:
    mine = [
        item
        for item in context.draft.paragraphs.values()
        if item.chapter_id == context.chapter.id and item.paragraph.section == section.key
    ]
    order = {criterion.code: place for place, criterion in enumerate(context.method.criteria)}
    mine.sort(key=lambda item: order.get(item.paragraph.facts.get("criterion", ""), 0))
    return SectionView(
        anchor=section.key,
        title=said(section.title),
        help=said(section.help),
        entries=tuple(_entry(context, item) for item in mine),
        begin=tuple(_begin(context, section, mine)) if context.may_write else (),
    )


def _entry(context: editing.Context, item: DraftParagraph) -> Entry:
    opened = context.may_write and item.paragraph.id == context.opened and not item.removed_by
    address = [context.unit.code, item.paragraph.id]
    return Entry(
        view=editing.view(context, item),
        edit=editing.open_edit(context, item) if opened else None,
        remove_url=reverse("writing:remove", args=address) if context.may_write and not item.removed_by else "",
        restore_url=reverse("writing:restore", args=address) if context.may_write and item.removed_by else "",
        needs_reason=context.draft.latest_number > 0,
        conflicts=editing.conflicts(context, item),
    )


def _begin(context: editing.Context, section: Section, mine: list[DraftParagraph]) -> Iterable[Begin]:
    fields = {
        "chapter_id": context.chapter.id,
        "section": section.key,
        "kapitel": str(context.chapter.number),
    }
    kinds = section.kinds
    if doc.ParagraphKind.ANSWER in kinds:
        answered = {item.paragraph.facts.get("criterion") for item in mine if not item.removed_by}
        for criterion in context.method.criteria:
            if criterion.code not in answered:
                text = _("Svara på %(code)s, %(short)s") % {"code": criterion.code, "short": said(criterion.short)}
                yield Begin(
                    text, {**fields, "kind": "answer", "criterion": criterion.code, "paragraph_id": chance.new_id()}
                )
    elif doc.ParagraphKind.NEED in kinds:
        yield Begin(
            _("Skriv ett behov"), {**fields, "kind": "need", "level": "police_area", "paragraph_id": chance.new_id()}
        )
    elif doc.ParagraphKind.PROPOSAL in kinds:
        if not any(not item.removed_by for item in mine):
            start = {"kind": "proposal", "category": "utsatt", "trend": "stabil", "paragraph_id": chance.new_id()}
            yield Begin(_("Föreslå kategori och trend"), {**fields, **start})
    else:
        kind = "missing" if doc.ParagraphKind.MISSING in kinds else "text"
        yield Begin(_("Skriv ett stycke"), {**fields, "kind": kind, "paragraph_id": chance.new_id()})
