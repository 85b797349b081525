"""The draft, one chapter at a time, with at most one paragraph open for writing."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.accounts import queries as accounts
from samsyn.areas import queries as areas
from samsyn.areas.facts import UnitAt
from samsyn.core.access import MARKED_FROM, Actor, Permission, highest
from samsyn.core.errors import NotFound
from samsyn.core.pictures.document import Paragraph
from samsyn.pictures.actions import reading
from samsyn.pictures.facts import Draft
from samsyn.pictures.queries import drafts, versions
from samsyn.shell import clock, words
from samsyn.web.doors import actor_of
from samsyn.web.framing import frame, marking
from samsyn.web.writing import present
from samsyn.web.writing.forms import Problem


def unit_at(code: str) -> UnitAt:
    """Return the unit named in the address, as of today."""
    return areas.unit_by_code(code, on=words.local_day(clock.now()))


@require_GET
def draft(request: HttpRequest, code: str) -> HttpResponse:
    """Show a chapter of the draft; ``stycke`` names the paragraph that is open."""
    actor, unit = actor_of(request), unit_at(code)
    if not actor.may(Permission.DRAFT_READ, unit.id):
        raise NotFound(what="draft")
    if not drafts.has_picture(unit.id):
        return render(request, "writing/begin.html", {"shell": frame(request, current="picture"), "unit": unit})
    return draft_page(request, actor, unit)


def draft_page(
    request: HttpRequest, actor: Actor, unit: UnitAt, *, problem: Problem | None = None, status: int = 200
) -> HttpResponse:
    """Render the draft; with a problem, the form that had it stands open with what was typed."""
    now = clock.now()
    found = drafts.draft(by=actor, unit_id=unit.id, today=words.local_day(now))
    shown = [item.paragraph for item in found.paragraphs.values()]
    read = highest(item.info_class for item in shown if item.author != actor.username)
    if read >= MARKED_FROM:
        reading.log_draft_read(by=actor, now=now, unit_id=unit.id, highest=read)
    chosen = present.Chosen(
        chapter=request.GET.get("kapitel", ""),
        paragraph=problem.paragraph_id if problem else request.GET.get("stycke", ""),
    )
    context = {
        "shell": frame(request, current="picture"),
        "marking": _marking(request, actor, found, int(highest(item.info_class for item in shown))),
        "page": present.draft_page(unit, found, chosen, beside=_beside(actor, unit, found, now), problem=problem),
    }
    return render(request, "writing/draft.html", context, status=status)


def _beside(actor: Actor, unit: UnitAt, found: Draft, now: datetime) -> present.Beside:
    """Return what stands beside the draft: the writers' names and the version in force."""
    writers = {item.paragraph.author for item in found.paragraphs.values()}
    rivals = {rival.author for item in found.paragraphs.values() for rival in item.rivals}
    standing: dict[str, Paragraph] = {}
    if found.latest_number and actor.may(Permission.PICTURE_READ, unit.id):
        facts = versions.version(by=actor, unit_id=unit.id)
        read = versions.reading(by=actor, facts=facts, on=words.local_day(now))
        standing = {item.id: item for chapter in read.document.chapters for item in chapter.paragraphs}
    return present.Beside(actor, accounts.names(writers | rivals), standing)


def _marking(request: HttpRequest, actor: Actor, found: Draft, shown: int) -> object:
    note = ""
    if found.withheld:
        note = present.withheld_words(found.withheld)
    return marking(request, actor, highest=shown, withheld=found.withheld, note=note)
