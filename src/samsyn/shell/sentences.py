"""A sentence and a status for every error that a rule can raise. A code without one is a bug."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from samsyn.core.errors import DomainError


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the user is told, and the HTTP status that goes with it."""

    text: str
    status: int


_NOT_FOUND = lazy("Sidan finns inte, eller så har du inte rätt att läsa den.")

SENTENCES: dict[str, tuple[object, int]] = {
    "access.not-allowed": (lazy("Din roll får inte göra det här. Inget har ändrats."), 403),
    "access.not-found": (_NOT_FOUND, 404),
    "accounts.unknown-role": (lazy("Rollen finns inte i rollförteckningen."), 422),
    "accounts.dates-turned-round": (lazy("Slutet måste komma efter början, och en ersättare måste ha ett slut."), 422),
    "pictures.draft-changed": (
        lazy(
            "Lägesbilden kunde inte fastställas. Någon ändrade utkastet efter att du läste det. Läs ändringen och fastställ igen."
        ),
        409,
    ),
    "pictures.not-ready": (lazy("Något saknas innan lägesbilden kan fastställas."), 422),
    "pictures.already-signed": (lazy("Den här versionen är redan fastställd."), 409),
    "pictures.nothing-to-sign": (
        lazy("Utkastet är likadant som versionen i kraft. Det finns inget att fastställa."),
        422,
    ),
    "pictures.unknown-section": (lazy("Mallen har inte det avsnittet eller svaret. Välj ett i listan."), 422),
    "pictures.class-refused": (
        lazy(
            "Du kan inte sätta den informationsklassen. Den får inte vara högre än du själv läser, eller lägre än styckena den bygger på utan skäl."
        ),
        422,
    ),
    "pictures.reason-missing": (lazy("Skriv ett skäl."), 422),
    "pictures.same-id-other-text": (
        lazy(
            "Formuläret har redan skickats med annan text. Den första texten är sparad. Läs in sidan igen och ändra stycket."
        ),
        409,
    ),
    "pictures.purpose-missing": (lazy("Välj ändamål för att läsa märkt text."), 403),
    "pictures.level-unknown": (lazy("Ingen nivå ovanför svarar på det här behovet. Välj en annan nivå."), 422),
    "pictures.round-dates": (lazy("Sista dagen måste komma efter i dag."), 422),
    "text.guard-stopped": (lazy("Texten är inte sparad. Den innehåller uppgifter som inte får stå här."), 422),
    "text.too-long": (lazy("Texten är för lång. Dela upp den i flera stycken."), 422),
}


def sentence(error: DomainError) -> Sentence:
    """Return the sentence for an error; raises ``KeyError`` for a code nobody has written one for."""
    text, status = SENTENCES[error.code]
    return Sentence(str(text), status)


def nothing_here() -> Sentence:
    """Return what is said of a page that is not, or not for this reader."""
    return Sentence(_("Sidan finns inte, eller så har du inte rätt att läsa den."), 404)
