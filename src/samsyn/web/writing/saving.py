"""Posts of the draft. A script gets JSON or a fragment; without script the page comes back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samsyn.accounts import queries as accounts
from samsyn.areas.facts import UnitAt
from samsyn.core.access import InfoClass, Zone
from samsyn.core.errors import DomainError
from samsyn.core.guard import FreeText, GuardStopped, TextTooLong, inspect
from samsyn.core.pictures.document import ParagraphKind
from samsyn.pictures.actions import chapters, drafting
from samsyn.pictures.errors import ClassTooHigh, ReasonMissing, UnknownSection
from samsyn.pictures.facts import Conflict, DraftParagraph, Saved, Wording
from samsyn.pictures.queries import drafts
from samsyn.shell import chance, clock, words
from samsyn.shell.sentences import sentence
from samsyn.web.doors import actor_of
from samsyn.web.writing import editing
from samsyn.web.writing.forms import FACT_FIELDS, Problem, with_evidence, wording
from samsyn.web.writing.pages import draft_page, unit_at

SPARE_IDS = 200
"""More chapter ids than any unit has areas."""


@require_POST
def start(request: HttpRequest, code: str) -> HttpResponse:
    """Begin the unit's picture."""
    unit = unit_at(code)
    ids = tuple(chance.new_id() for _spare in range(SPARE_IDS))
    chapters.start_picture(by=actor_of(request), now=clock.now(), unit_id=unit.id, chapter_ids=ids)
    return redirect("writing:draft", code)


@require_POST
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """Begin a paragraph, empty, and open it; from there it saves itself."""
    actor, unit, post = actor_of(request), unit_at(code), request.POST
    kind = ParagraphKind(post["kind"]) if post.get("kind") in set(ParagraphKind) else ParagraphKind.TEXT
    chapter_id, paragraph_id = post.get("chapter_id", ""), post.get("paragraph_id", "")
    drafting.write_paragraph(
        by=actor,
        now=clock.now(),
        unit_id=unit.id,
        chapter_id=chapter_id,
        paragraph_id=paragraph_id if len(paragraph_id) == 32 else chance.new_id(),  # noqa: PLR2004 - hex digits of an id
        kind=kind,
        section=post.get("section", ""),
        wording=Wording(
            text="",
            certainty=None,
            info_class=InfoClass.K1,
            zone=Zone.POLICE,
            facts={name: post.get(name, "") for name in FACT_FIELDS.get(kind, ())},
        ),
    )
    return redirect(_address(unit, post.get("kapitel", ""), paragraph_id))


@require_POST
def save(request: HttpRequest, code: str, paragraph_id: str) -> HttpResponse:
    """Save a paragraph as its writer left it."""
    return _edit(request, code, paragraph_id, evidence_only=False)


@require_POST
def evidence(request: HttpRequest, code: str, paragraph_id: str) -> HttpResponse:
    """Save what a paragraph rests on."""
    return _edit(request, code, paragraph_id, evidence_only=True)


def _edit(request: HttpRequest, code: str, paragraph_id: str, *, evidence_only: bool) -> HttpResponse:
    actor, unit, now = actor_of(request), unit_at(code), clock.now()
    standing = drafts.paragraph(by=actor, unit_id=unit.id, paragraph_id=paragraph_id)
    try:
        stated = (with_evidence if evidence_only else wording)(request.POST, standing.paragraph)
        done = drafting.edit_paragraph(
            by=actor,
            now=now,
            unit_id=unit.id,
            paragraph_id=paragraph_id,
            rev=_number(request.POST.get("rev"), standing.rev),
            wording=stated,
        )
    except (GuardStopped, TextTooLong, UnknownSection, ClassTooHigh) as error:
        return _refused(request, unit, standing, error)
    if isinstance(done, Conflict):
        return _conflict(request, unit, done)
    return _saved(request, unit, done, stated)


def _saved(request: HttpRequest, unit: UnitAt, done: Saved, stated: Wording) -> HttpResponse:
    hints = editing.warnings(inspect(stated.text))
    if _by_script(request):
        html = render(request, "writing/hints.html", {"hints": hints}).content.decode() if hints else ""
        return JsonResponse({"saved_at": words.clock(done.at), "rev": done.rev, "html": html})
    messages.success(request, _("Sparat %(time)s") % {"time": words.clock(done.at)})
    return redirect(_address(unit, request.POST.get("kapitel", ""), done.paragraph_id))


def _refused(request: HttpRequest, unit: UnitAt, standing: DraftParagraph, error: DomainError) -> HttpResponse:
    typed = request.POST.get("text", standing.paragraph.text)
    spans = editing.stopped_spans(typed) if isinstance(error, GuardStopped) else ()
    problem = Problem(standing.paragraph.id, typed, sentence(error).text, spans)
    if _by_script(request):
        return render(request, "writing/stopped.html", {"stop": editing.stop(problem)}, status=422)
    return draft_page(request, actor_of(request), unit, problem=problem, status=422)


def _conflict(request: HttpRequest, unit: UnitAt, done: Conflict) -> HttpResponse:
    names = accounts.names([done.author, done.rival.author])
    shown = editing.conflict(unit, done, by=actor_of(request), back=request.POST.get("kapitel", ""), names=names)
    if _by_script(request):
        return render(request, "writing/conflict.html", {"conflict": shown}, status=409)
    return redirect(_address(unit, request.POST.get("kapitel", ""), done.paragraph_id))


@require_POST
def choose(request: HttpRequest, code: str, rival_id: int) -> HttpResponse:
    """Settle which of two texts stands."""
    unit = unit_at(code)
    done = drafting.choose_text(
        by=actor_of(request),
        now=clock.now(),
        unit_id=unit.id,
        rival_id=rival_id,
        keep=request.POST.get("choice", ""),
        new_id=chance.new_id(),
    )
    return redirect(_address(unit, request.POST.get("kapitel", ""), done.paragraph_id))


@require_POST
def remove(request: HttpRequest, code: str, paragraph_id: str) -> HttpResponse:
    """Take a paragraph out of the next version, with a reason if it has been signed."""
    actor, unit = actor_of(request), unit_at(code)
    standing = drafts.paragraph(by=actor, unit_id=unit.id, paragraph_id=paragraph_id)
    try:
        reason = FreeText.checked(request.POST.get("reason", ""), longest=2_000).words
        drafting.remove_paragraph(
            by=actor, now=clock.now(), unit_id=unit.id, paragraph_id=paragraph_id, reason=reason.strip()
        )
    except (GuardStopped, TextTooLong, ReasonMissing) as error:
        problem = Problem(paragraph_id, standing.paragraph.text, sentence(error).text)
        return draft_page(request, actor, unit, problem=problem, status=422)
    return redirect(_address(unit, request.POST.get("kapitel", ""), ""))


@require_POST
def restore(request: HttpRequest, code: str, paragraph_id: str) -> HttpResponse:
    """Put a removed paragraph back."""
    unit = unit_at(code)
    drafting.restore_paragraph(by=actor_of(request), now=clock.now(), unit_id=unit.id, paragraph_id=paragraph_id)
    return redirect(_address(unit, request.POST.get("kapitel", ""), paragraph_id))


@require_POST
def place(request: HttpRequest, code: str) -> HttpResponse:
    """Add a place that the unit watches. It is not on the list and never leaves the police."""
    unit = unit_at(code)
    title = FreeText.checked(request.POST.get("title", "").strip(), longest=120).words
    if not title:
        messages.error(request, _("Skriv vad platsen kallas."))
        return redirect("writing:draft", code)
    chapter_id = request.POST.get("chapter_id", "") or chance.new_id()
    number = chapters.add_place(
        by=actor_of(request), now=clock.now(), unit_id=unit.id, chapter_id=chapter_id, title=title
    )
    return redirect(_address(unit, str(number), ""))


@require_POST
def boundaries(request: HttpRequest, code: str) -> HttpResponse:
    """Bring the chapters in step with today's list and boundaries."""
    unit = unit_at(code)
    ids = tuple(chance.new_id() for _spare in range(SPARE_IDS))
    changed = chapters.follow_boundaries(by=actor_of(request), now=clock.now(), unit_id=unit.id, chapter_ids=ids)
    messages.success(request, _("%(n)s kapitel följer nu dagens lista och gränser.") % {"n": changed})
    return redirect("writing:draft", code)


def _address(unit: UnitAt, chapter: str, paragraph_id: str) -> str:
    query = {key: value for key, value in (("kapitel", chapter), ("stycke", paragraph_id)) if value}
    anchor = f"#s-{paragraph_id}" if paragraph_id else ""
    return reverse("writing:draft", args=[unit.code], query=query or None) + anchor


def _by_script(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "samsyn-autosave"


def _number(posted: str | None, fallback: int) -> int:
    return int(posted) if posted and posted.isdigit() and len(posted) < 10 else fallback  # noqa: PLR2004 - fits a column
