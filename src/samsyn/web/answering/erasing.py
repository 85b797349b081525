"""Erasure by legal decision: shown with all that goes, confirmed by the decision's number."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from samsyn.areas import queries as areas
from samsyn.core.access import Permission, require
from samsyn.pictures.actions import erasing, reading
from samsyn.pictures.actions.erasing import Decision
from samsyn.pictures.errors import ReasonMissing
from samsyn.pictures.queries import versions
from samsyn.shell import clock, words
from samsyn.web.answering.present import paragraph_view
from samsyn.web.components import parts
from samsyn.web.doors import actor_of
from samsyn.web.framing import frame

REASONS = {
    "dataskydd": lazy("Dataskydd: uppgiften får inte behandlas"),
    "sekretess": lazy("Sekretess: uppgiften får inte finnas här"),
    "domstol": lazy("Domstol eller tillsynsmyndighet har beslutat"),
}


@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, code: str, number: int, paragraph_id: str) -> HttpResponse:
    """Destroy a paragraph's words everywhere; the certificate stays."""
    actor, now = actor_of(request), clock.now()
    unit = areas.unit_by_code(code, on=words.local_day(now))
    require(actor, Permission.ERASE, unit_id=areas.nation_of(unit.id))
    version = versions.version(by=actor, unit_id=unit.id, number=number)
    paragraph = reading.open_paragraph(by=actor, now=now, facts=version, paragraph_id=paragraph_id)
    errors: tuple[parts.FieldError, ...] = ()
    if request.method == "POST":
        decision = Decision(request.POST.get("reference", ""), request.POST.get("reason_code", ""))
        try:
            emptied = erasing.erase_paragraph(by=actor, now=now, paragraph_id=paragraph_id, decision=decision)
        except ReasonMissing:
            errors = (parts.FieldError("reference", _("Ange beslutets diarienummer och välj ett skäl.")),)
        else:
            messages.success(request, _("Orden är borta från %(n)s stycken i fastställda versioner.") % {"n": emptied})
            return redirect("reading:version", code, number)
    context = {
        "shell": frame(request, current="picture"),
        "view": paragraph_view(paragraph),
        "reference": request.POST.get("reference", ""),
        "reasons": tuple(
            parts.Option(key, str(text), key == request.POST.get("reason_code")) for key, text in REASONS.items()
        ),
        "errors": errors,
        "code": code,
        "number": number,
        "paragraph_id": paragraph_id,
    }
    return render(request, "answering/erase.html", context, status=422 if errors else 200)
