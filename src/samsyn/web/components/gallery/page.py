"""The gallery's context, ready for ``gallery/gallery.html``."""

from types import SimpleNamespace

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from samsyn.web.components import parts as p
from samsyn.web.components.gallery import samples, states
from samsyn.web.doors import actor_of
from samsyn.web.frame import Marking
from samsyn.web.framing import frame


@require_GET
def gallery(request: HttpRequest) -> HttpResponse:
    """Show the gallery; outside the demo there is none."""
    if not settings.DEMO:
        raise Http404
    actor_of(request)
    return render(request, "gallery/gallery.html", {**context(), "shell": frame(request)})


def context() -> dict[str, object]:
    """Return what the gallery draws: ``s`` with all samples, and a marking for the banner."""
    every = {name: value for module in (samples, states) for name, value in vars(module).items() if name.isupper()}
    return {"s": SimpleNamespace(**every, **_small()), "marking": _banner()}


def _banner() -> Marking:
    return samples.MARKINGS[2]


def _small() -> dict[str, object]:
    return {
        "today": (8.5, "i dag 9 nov"),
        "strip_links": (p.Link("Visa bara ändringar", "#andringar"), p.Link("Nästa ändring", "#stycke-4.3")),
        "guarded": (p.Run("Ägaren till "), p.Run("ABC 123", p.RunKind.GUARDED), p.Run(" kommer varje kväll.")),
        "guard_text": p.line("Skriv ”en bil” eller hänvisa till ärendets diarienummer. Resten är sparat."),
        "empty_text": (
            p.Run("Det kan betyda lugnt eller att ingen har varit där. "),
            p.Run("Se vilka tider som saknas", url="#tider"),
        ),
        "failure_text": (
            p.Run("Cecilia ändrade stycke 4.4 kl. 14.31, efter att du läste den. "),
            p.Run("Läs ändringen", url="#andring"),
            p.Run(" och fastställ igen."),
        ),
        "late_text": (
            p.Run("Två utredare till Almhöjden. Frågan ställdes 23 oktober. "),
            p.Run("Påminn", url="#paminn"),
        ),
        "delivery_texts": (
            p.line("tyst, i fältets övre högra hörn, rör sig inte"),
            p.line("visas först efter en sekund"),
            p.line("Sparat i telefonen 14.32. Skickas när nätet är tillbaka."),
            (p.Run("Din roll i distriktet slutade i går. Texten finns kvar. "), p.Run("Kopiera den", url="#kopiera")),
        ),
        "segments": (
            p.Link("Antal", "#antal", current=True),
            p.Link("Per 1 000 invånare", "#per"),
            p.Link("Karta", "#karta"),
        ),
        "levels": (p.Option("po", "Övningslänet"), p.Option("region", "Övningsregionen"), p.Option("nation", "Noa")),
        "yes_no": (p.Option("ja", "Ja", chosen=True), p.Option("nej", "Nej")),
        "categories": (p.Option("", "alla"), p.Option("utsatt", "utsatt")),
        "trends": (p.Option("", "alla"), p.Option("positiv", "positiv")),
        "areas": (
            ("Almhöjden", "sarskilt", "särskilt utsatt", "stabil", "3 ändrade"),
            ("Kvarnparken", "utsatt", "utsatt", "positiv", "1 ändrat"),
            ("Norra Torget", "utsatt", "utsatt", "negativ", "2 ändrade"),
        ),
    }
