"""Fastställa: what is missing, what has changed and why, and the one button."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from samsyn.accounts import queries as accounts
from samsyn.areas.facts import UnitAt
from samsyn.core.access import Actor, Permission, require
from samsyn.core.errors import DomainError
from samsyn.core.guard import FreeText, GuardStopped, TextTooLong
from samsyn.core.pictures.causes import Cause
from samsyn.pictures import definitions
from samsyn.pictures.actions import signing
from samsyn.pictures.actions.signing import Signature, StatedCause
from samsyn.pictures.errors import AlreadySigned, DraftChanged, NothingToSign, NotReady
from samsyn.pictures.queries import signing as proposals
from samsyn.pictures.queries.signing import ChapterChange, SigningView
from samsyn.shell import chance, clock, words
from samsyn.shell.sentences import sentence
from samsyn.web.components import parts
from samsyn.web.doors import actor_of
from samsyn.web.framing import frame
from samsyn.web.writing.lacking import lacking_words
from samsyn.web.writing.pages import unit_at
from samsyn.web.writing.present import said


@dataclass(frozen=True, slots=True)
class ChapterForm:
    """One changed chapter: what changed in words, the proposed cause, and what the signer states."""

    id: str
    title: str
    what: str
    causes: tuple[parts.Option, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class SignPage:
    """Everything on the page where a picture is signed."""

    code: str
    title: str
    edition: int
    lacking: tuple[parts.Link, ...]
    advice: tuple[parts.Link, ...]
    chapters: tuple[ChapterForm, ...]
    first: bool
    number: int
    standing_number: int
    correction: bool
    problem: str


@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, code: str) -> HttpResponse:
    """Show what stands in the way, then sign; a refusal keeps every reason that was typed."""
    actor, unit = actor_of(request), unit_at(code)
    require(actor, Permission.PICTURE_SIGN, unit_id=unit.id)
    if request.method == "POST":
        try:
            number = _sign(actor, unit, request.POST)
        except AlreadySigned as error:
            messages.success(request, sentence(error).text)
            return redirect("reading:picture", code)
        except (DraftChanged, NotReady, NothingToSign, GuardStopped, TextTooLong) as error:
            return _page(request, actor, unit, error=error)
        messages.success(request, _("Version %(n)s är fastställd och i kraft.") % {"n": number})
        return redirect("reading:picture", code)
    return _page(request, actor, unit)


def _sign(actor: Actor, unit: UnitAt, post: QueryDict) -> int:
    known = {cause.value: cause for cause in Cause}
    causes = {
        name.removeprefix("cause-"): StatedCause(
            known[value], FreeText.checked(post.get(f"reason-{name.removeprefix('cause-')}", ""), longest=2_000).words
        )
        for name, value in post.items()
        if name.startswith("cause-") and value in known
    }
    edition = post.get("edition", "")
    signature = Signature(
        edition=int(edition) if edition.isdigit() and len(edition) < 10 else -1,  # noqa: PLR2004 - fits a column
        causes=causes,
        correction=post.get("correction") == "1",
    )
    return signing.sign_picture(by=actor, now=clock.now(), unit_id=unit.id, signature=signature, chance=chance.new_id)


def _page(request: HttpRequest, actor: Actor, unit: UnitAt, *, error: DomainError | None = None) -> HttpResponse:
    found = proposals.signing_view(by=actor, unit_id=unit.id, today=words.local_day(clock.now()))
    page = SignPage(
        code=unit.code,
        title=_("Fastställ lägesbild %(unit)s") % {"unit": unit.name},
        edition=found.edition,
        lacking=_links(unit, found, blocking=True),
        advice=_links(unit, found, blocking=False),
        chapters=tuple(_chapter(one, request.POST) for one in found.changes),
        first=found.latest_number == 0,
        number=found.latest_number + 1,
        standing_number=found.latest_number,
        correction=request.POST.get("correction") == "1",
        problem=_problem(error),
    )
    status = sentence(error).status if error else 200
    context = {"shell": frame(request, current="picture"), "page": page}
    return render(request, "writing/sign.html", context, status=status)


def _problem(error: DomainError | None) -> str:
    if isinstance(error, DraftChanged):
        who = str(error.facts["by"])
        return _("%(who)s ändrade utkastet kl. %(time)s, efter att du läste det. Läs ändringen och fastställ igen.") % {
            "who": accounts.names([who]).get(who, who),
            "time": words.clock(error.facts["at"]),  # type: ignore[arg-type]  # a moment
        }
    return sentence(error).text if error else ""


def _links(unit: UnitAt, found: SigningView, *, blocking: bool) -> tuple[parts.Link, ...]:
    base = reverse("writing:draft", args=[unit.code])
    titles = {chapter.id: chapter for chapter in found.document.chapters}
    method = definitions.method(found.document.method)
    result = []
    for item in found.lacking:
        if item.blocking != blocking:
            continue
        chapter = titles.get(item.chapter_id)
        number = chapter.number if chapter else 1
        stycke = f"&stycke={item.paragraph_id}#s-{item.paragraph_id}" if item.paragraph_id else ""
        section = next((said(one.title) for one in method.sections if one.key == item.detail), item.detail)
        text = lacking_words(
            item.code, chapter.title if chapter else unit.name, found.labels.get(item.paragraph_id, ""), section
        )
        result.append(parts.Link(text, f"{base}?kapitel={number}{stycke}"))
    return tuple(result)


def _chapter(change: ChapterChange, post: Mapping[str, str]) -> ChapterForm:
    chosen = post.get(f"cause-{change.chapter_id}", change.proposed.value)
    return ChapterForm(
        id=change.chapter_id,
        title=change.title,
        what=_what(change),
        causes=tuple(
            parts.Option(
                cause.value,
                words.cause(cause.value),
                cause.value == chosen,
                hint=_("Förslag") if cause == change.proposed else "",
            )
            for cause in Cause
        ),
        reason=post.get(f"reason-{change.chapter_id}", ""),
    )


def _what(change: ChapterChange) -> str:
    counts = (
        (change.added, ngettext("%(n)s nytt stycke", "%(n)s nya stycken", change.added)),
        (change.changed, ngettext("%(n)s ändrat stycke", "%(n)s ändrade stycken", change.changed)),
        (change.removed, ngettext("%(n)s borttaget stycke", "%(n)s borttagna stycken", change.removed)),
    )
    return ", ".join(text % {"n": count} for count, text in counts if count) or _("Ny gräns eller nytt namn")
