"""Hämta in: choose signed paragraphs from below and make them part of the picture above."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from samsyn.areas import queries as areas
from samsyn.areas.facts import UnitAt
from samsyn.core.access import MARKED_FROM, Actor, Permission, Zone, highest, require
from samsyn.core.errors import NotFound
from samsyn.core.pictures import document as doc
from samsyn.pictures import definitions
from samsyn.pictures.actions import reading
from samsyn.pictures.actions.lifting import lift_paragraphs
from samsyn.pictures.facts import Reading, VersionFacts, Wording
from samsyn.pictures.queries import drafts, standing, versions
from samsyn.shell import chance, clock, words
from samsyn.web.components import parts
from samsyn.web.doors import actor_of
from samsyn.web.framing import frame, marking
from samsyn.web.writing.editing import certainty
from samsyn.web.writing.pages import unit_at
from samsyn.web.writing.present import said

LIFTED_KINDS = frozenset(
    {doc.ParagraphKind.TEXT, doc.ParagraphKind.MISSING, doc.ParagraphKind.NEED, doc.ParagraphKind.PROPOSAL}
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A paragraph below that may be lifted."""

    value: str
    view: parts.ParagraphView
    chosen: bool


@dataclass(frozen=True, slots=True)
class ChapterChoices:
    """The paragraphs of one chapter below."""

    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class LiftPage:
    """Where to lift from, what, and to where."""

    code: str
    title: str
    below: tuple[parts.Link, ...]
    source: str
    source_code: str
    chapters: tuple[ChapterChoices, ...]
    targets: tuple[parts.Option, ...]
    sections: tuple[parts.Option, ...]
    key: str
    error: str


@require_http_methods(["GET", "POST"])
def lift(request: HttpRequest, code: str) -> HttpResponse:
    """Show what stands in force below; lift what was chosen."""
    actor, unit = actor_of(request), unit_at(code)
    require(actor, Permission.DRAFT_WRITE, unit_id=unit.id)
    if not drafts.has_picture(unit.id):
        return redirect("writing:draft", code)
    chosen = request.POST.getlist("paragraph")
    if request.method == "POST" and chosen:
        count = _lift(actor, unit, request.POST, chosen)
        messages.success(
            request, ngettext("%(n)s stycke är inhämtat.", "%(n)s stycken är inhämtade.", count) % {"n": count}
        )
        return redirect("writing:draft", code)
    error = _("Välj minst ett stycke.") if request.method == "POST" else ""
    return _page(request, actor, unit, error=error)


def _page(request: HttpRequest, actor: Actor, unit: UnitAt, *, error: str) -> HttpResponse:
    now = clock.now()
    today = words.local_day(now)
    below = areas.units(areas.descendant_ids(unit.id, on=today), on=today)
    signed = standing.latest_by_unit(by=actor, unit_ids=below)
    units = sorted((below[key] for key in signed), key=lambda one: (one.parent_id != unit.id, one.sort_key))
    source = next((one for one in units if one.code == request.GET.get("fran", "")), units[0] if units else None)
    read = reading.open_version(by=actor, now=now, facts=signed[source.id], way="lift") if source else None
    own = drafts.draft(by=actor, unit_id=unit.id, today=today)
    page = LiftPage(
        code=unit.code,
        title=_("Hämta in stycken till %(unit)s") % {"unit": unit.name},
        below=tuple(
            parts.Link(one.name, reverse("writing:lift", args=[unit.code]) + f"?fran={one.code}", one == source)
            for one in units
        ),
        source=_("%(unit)s version %(n)s") % {"unit": source.name, "n": signed[source.id].number} if source else "",
        source_code=source.code if source else "",
        chapters=_chapters(read, request.POST.getlist("paragraph")) if read else (),
        targets=tuple(parts.Option(one.id, f"{one.number} {one.title}") for one in own.document.chapters),
        sections=_sections(own.document.method),
        key=request.POST.get("key") or chance.new_id(),
        error=error,
    )
    context = {
        "shell": frame(request, current="picture"),
        "marking": marking(request, actor, highest=int(read.highest), withheld=read.withheld)
        if read and _marked(read)
        else None,
        "page": page,
    }
    return render(request, "writing/lift.html", context, status=422 if error else 200)


def _marked(read: Reading) -> bool:
    return read.withheld > 0 or read.highest >= MARKED_FROM


def _chapters(read: Reading, chosen: Sequence[str]) -> tuple[ChapterChoices, ...]:
    return tuple(
        ChapterChoices(
            chapter.title,
            tuple(_choice(read.version, item, chosen) for item in chapter.paragraphs if _may_lift(item)),
        )
        for chapter in read.document.chapters
        if any(_may_lift(item) for item in chapter.paragraphs)
    )


def _may_lift(item: doc.Paragraph) -> bool:
    return item.kind in LIFTED_KINDS and not item.erased


def _choice(version: VersionFacts, item: doc.Paragraph, chosen: Sequence[str]) -> Choice:
    value = f"{version.id}.{item.id}"
    return Choice(
        value=value,
        view=parts.ParagraphView(
            anchor=f"s-{item.id}",
            label=item.label,
            text=parts.line(item.text),
            certainty=certainty(item.certainty),
            mark=parts.Mark(int(item.info_class), words.zone(item.zone)),
        ),
        chosen=value in chosen,
    )


def _sections(method_key: str) -> tuple[parts.Option, ...]:
    return tuple(
        parts.Option(one.key, said(one.title))
        for one in definitions.method(method_key).sections
        if doc.ChapterKind.WHOLE in one.chapter_kinds and doc.ParagraphKind.TEXT in one.kinds
    )


def _lift(actor: Actor, unit: UnitAt, post: QueryDict, chosen: Sequence[str]) -> int:
    """Write each chosen paragraph, or all of them as one; ids follow from the form, so twice is once."""
    sources = [_source(value) for value in chosen]
    read = {source: _paragraph(actor, source) for source in sources}
    groups = [sources] if post.get("together") == "1" else [[source] for source in sources]
    for place, group in enumerate(groups):
        below = [read[source] for source in group]
        lift_paragraphs(
            by=actor,
            now=clock.now(),
            unit_id=unit.id,
            chapter_id=post.get("chapter_id", ""),
            paragraph_id=hashlib.sha256(f"{post.get('key', '')}.{place}".encode()).hexdigest()[:32],
            section=post.get("section", ""),
            wording=Wording(
                text="\n\n".join(item.text for item in below),
                certainty=min(
                    (item.certainty for item in below if item.certainty), key=list(doc.Certainty).index, default=None
                ),
                info_class=highest(item.info_class for item in below),
                zone=Zone.POLICE,
                facts={},
                sources=tuple(group),
            ),
        )
    return len(groups)


def _source(value: str) -> doc.Source:
    version_id, _dot, paragraph_id = value.partition(".")
    if not version_id.isdigit() or len(version_id) > 18:  # noqa: PLR2004 - fits a column
        raise NotFound(what="source")
    return doc.Source(int(version_id), paragraph_id)


def _paragraph(actor: Actor, source: doc.Source) -> doc.Paragraph:
    found = versions.versions(by=actor, ids=[source.version_id])
    if not found:
        raise NotFound(what="source")
    return versions.paragraph(by=actor, facts=found[0], paragraph_id=source.paragraph_id)
