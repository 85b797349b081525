"""Forms for a question, a reply, a dissent and the answer to a need. All are one form with different words."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samsyn.areas import queries as areas
from samsyn.areas.facts import UnitAt
from samsyn.core.access import MARKED_FROM, Actor, Permission
from samsyn.core.errors import DomainError, NotAllowed, NotFound
from samsyn.core.guard import FreeText, GuardStopped, TextTooLong
from samsyn.core.pictures.document import Paragraph
from samsyn.pictures.actions import reading, responding
from samsyn.pictures.actions.responding import Said
from samsyn.pictures.errors import ReasonMissing, SameIdOtherText
from samsyn.pictures.facts import VersionFacts
from samsyn.pictures.queries import remarks, versions
from samsyn.shell import chance, clock, words
from samsyn.shell.sentences import sentence
from samsyn.web.answering.present import RemarkPage, page_of
from samsyn.web.doors import actor_of
from samsyn.web.framing import frame, marking

Send = Callable[[Said], int]


@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, code: str, number: int, paragraph_id: str) -> HttpResponse:
    """Put a question to the unit that signed."""
    actor, version, paragraph = _about(request, code, number, paragraph_id)
    page = page_of(
        title=_("Fråga om stycke %(label)s") % {"label": paragraph.label},
        lead=_("Frågan går till %(unit)s och får en frist. Den hindrar inte lägesbilden.")
        % {"unit": _name(version.unit_id)},
        paragraph=paragraph,
        prompt=_("Din fråga"),
        button=_("Ställ frågan"),
    )
    return _handle(
        request,
        actor,
        page,
        permission=Permission.PICTURE_RESPOND,
        send=lambda said: responding.ask(
            by=actor, now=clock.now(), version=version, paragraph_id=paragraph_id, said=said
        ),
        back=_address(code, number, paragraph_id),
    )


@require_http_methods(["GET", "POST"])
def dissent(request: HttpRequest, code: str, number: int, paragraph_id: str) -> HttpResponse:
    """Put a dissent beside a paragraph; it follows in every lift."""
    actor, version, paragraph = _about(request, code, number, paragraph_id)
    page = page_of(
        title=_("Avvikande mening om stycke %(label)s") % {"label": paragraph.label},
        lead=_("Meningen står vid stycket och följer med när stycket lyfts. Ingen kan ta bort den."),
        paragraph=paragraph,
        prompt=_("Din avvikande mening"),
        button=_("Lämna avvikande mening"),
    )
    return _handle(
        request,
        actor,
        page,
        permission=Permission.PICTURE_RESPOND,
        send=lambda said: responding.dissent(
            by=actor, now=clock.now(), version=version, paragraph_id=paragraph_id, said=said
        ),
        back=_address(code, number, paragraph_id),
    )


@require_http_methods(["GET", "POST"])
def reply(request: HttpRequest, code: str, question_id: int) -> HttpResponse:
    """Reply to a question put to one's own unit's picture."""
    actor = actor_of(request)
    unit = areas.unit_by_code(code, on=words.local_day(clock.now()))
    question = remarks.question(by=actor, question_id=question_id, unit_id=unit.id)
    version = versions.version(by=actor, unit_id=unit.id, number=question.version_number)
    paragraph = _read(actor, version, question.paragraph_id)
    page = page_of(
        title=_("Svara på en fråga från %(unit)s") % {"unit": _name(question.unit_id)},
        lead=_("Ställd %(moment)s.") % {"moment": words.moment(question.at)},
        paragraph=paragraph,
        prompt=_("Ditt svar"),
        button=_("Svara"),
        quote=question.text,
    )
    return _handle(
        request,
        actor,
        page,
        permission=Permission.PICTURE_RESPOND,
        only_unit=unit.id,
        send=lambda said: responding.reply(by=actor, now=clock.now(), question_id=question_id, said=said),
        back=_address(code, version.number, question.paragraph_id),
    )


@require_http_methods(["GET", "POST"])
def need(request: HttpRequest, code: str, paragraph_id: str) -> HttpResponse:
    """Answer a need put to one's own level."""
    actor = actor_of(request)
    unit = areas.unit_by_code(code, on=words.local_day(clock.now()))
    found = next(
        (one for one in remarks.needs_of(by=actor, unit_ids=[unit.id]) if one.paragraph_id == paragraph_id), None
    )
    if found is None or not actor.may(Permission.NEED_ANSWER, found.to_unit_id):
        raise NotFound(what="need")
    version = versions.version(by=actor, unit_id=unit.id, number=found.version_number)
    page = page_of(
        title=_("Vad gör vi med det här?"),
        lead=_("Behov från %(unit)s, ställt %(day)s. Svar senast %(due)s.")
        % {"unit": unit.name, "day": words.day(words.local_day(found.asked_at)), "due": words.day(found.due_on)},
        paragraph=_read(actor, version, paragraph_id),
        prompt=_("Skäl"),
        button=_("Svara på behovet"),
        verdicts=tuple((one, words.verdict(one), one == request.POST.get("verdict")) for one in responding.VERDICTS),
    )
    return _handle(
        request,
        actor,
        page,
        permission=Permission.NEED_ANSWER,
        only_unit=found.to_unit_id,
        send=lambda said: responding.answer_need(
            by=actor, now=clock.now(), paragraph_id=paragraph_id, verdict=request.POST.get("verdict", ""), said=said
        ),
        back=_address(code, version.number, paragraph_id),
    )


def _about(request: HttpRequest, code: str, number: int, paragraph_id: str) -> tuple[Actor, VersionFacts, Paragraph]:
    actor = actor_of(request)
    unit = areas.unit_by_code(code, on=words.local_day(clock.now()))
    version = versions.version(by=actor, unit_id=unit.id, number=number)
    if not actor.has(Permission.PICTURE_RESPOND):
        raise NotAllowed(permission=Permission.PICTURE_RESPOND.value)
    return actor, version, _read(actor, version, paragraph_id)


def _read(actor: Actor, version: VersionFacts, paragraph_id: str) -> Paragraph:
    return reading.open_paragraph(by=actor, now=clock.now(), facts=version, paragraph_id=paragraph_id)


def _handle(  # noqa: PLR0913 - what a form and its sending consist of
    request: HttpRequest,
    actor: Actor,
    page: RemarkPage,
    *,
    permission: Permission,
    send: Send,
    back: str,
    only_unit: int | None = None,
) -> HttpResponse:
    """Show the form, or send what was written; a refusal keeps the words."""
    units = _speaking(actor, permission, only_unit)
    if request.method == "GET":
        return _render(request, actor, page.with_form(units=units, key=chance.new_id(), back=back))
    typed = request.POST.get("text", "")
    key = request.POST.get("key", "")
    chosen = {str(unit.id): unit for unit in units}.get(request.POST.get("unit", ""), units[0])
    try:
        said = Said(
            key if len(key) == 32 else chance.new_id(),  # noqa: PLR2004 - hex digits of an id
            chosen.id,
            FreeText.checked(typed).words,
        )
        send(said)
    except (GuardStopped, TextTooLong, ReasonMissing, SameIdOtherText) as error:
        shown = page.with_form(units=units, key=key, back=back, typed=typed, error=_words(error))
        return _render(request, actor, shown, status=sentence(error).status)
    messages.success(request, _("Sparat %(time)s") % {"time": words.clock(clock.now())})
    return redirect(back)


def _words(error: DomainError) -> str:
    if isinstance(error, ReasonMissing):
        return _("Skriv något, och välj ett svar om det finns flera.")
    return sentence(error).text


def _render(request: HttpRequest, actor: Actor, page: RemarkPage, *, status: int = 200) -> HttpResponse:
    context = {
        "shell": frame(request, current="picture"),
        "marking": marking(request, actor, highest=page.info_class, withheld=0)
        if page.info_class >= MARKED_FROM
        else None,
        "page": page,
    }
    return render(request, "answering/remark.html", context, status=status)


def _speaking(actor: Actor, permission: Permission, only_unit: int | None) -> tuple[UnitAt, ...]:
    found = areas.units(actor.units_with(permission), on=words.local_day(clock.now()))
    units = tuple(unit for unit in found.values() if only_unit in {None, unit.id})
    if not units:
        raise NotAllowed(permission=permission.value)
    return units


def _name(unit_id: int) -> str:
    return areas.unit(unit_id, on=words.local_day(clock.now())).name


def _address(code: str, number: int, paragraph_id: str) -> str:
    return reverse("reading:version", args=[code, number]) + f"#s-{paragraph_id}"
