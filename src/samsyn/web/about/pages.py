"""Pages about the program. All but the method may be read without signing in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.pictures import definitions
from samsyn.web.about import present
from samsyn.web.doors import actor_of
from samsyn.web.frame import Frame
from samsyn.web.framing import frame


@require_GET
def help_page(request: HttpRequest) -> HttpResponse:
    """Show how things are done, task by task."""
    return render(request, "about/help.html", {"shell": _shell(request), "beats": definitions.beats()})


@require_GET
def method(request: HttpRequest) -> HttpResponse:
    """Show the method that new pictures follow: sections, criteria, steps, words."""
    shown = present.method(definitions.method(definitions.current_method()))
    return render(request, "about/method.html", {"shell": _shell(request), "page": shown})


@require_GET
def accessibility(request: HttpRequest) -> HttpResponse:
    """Show what the program does for those who read and write in other ways, and what is lacking."""
    return render(request, "about/accessibility.html", {"shell": _shell(request)})


@require_GET
def privacy(request: HttpRequest) -> HttpResponse:
    """Show which personal data the program holds, why, and who sees them."""
    return render(request, "about/privacy.html", {"shell": _shell(request)})


def _shell(request: HttpRequest) -> Frame:
    if request.user.is_authenticated:
        actor_of(request)
    return frame(request)
