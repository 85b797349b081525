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
    "areas.dates-turned": (lazy("Slutet måste komma efter början. Inget har ändrats."), 422),
    "areas.list-older-than-latest": (
        lazy("En senare lista är redan inläst. Läs in listorna i den ordning de gäller."),
        409,
    ),
    "areas.list-day-past": (lazy("Listan kan inte börja gälla en dag som har varit. Välj i dag eller senare."), 422),
    "areas.list-incomplete": (lazy("Något saknas i listan. Inget har beslutats."), 422),
    "areas.list-date-near": (lazy("En annan lista börjar bara några dagar ifrån. Kontrollera listans dag."), 422),
    "areas.not-on-list": (lazy("Området finns inte på den listan. Inget har lästs in."), 422),
    "areas.key-taken": (lazy("Namnet är redan ett annat lands område. Inget har lästs in."), 409),
    "areas.unit-unknown": (lazy("Listan nämner en enhet som inte finns den dagen. Inget har lästs in."), 422),
    "areas.already-loaded": (lazy("Filen är redan inläst. Inget har ändrats."), 409),
    "areas.file-refused": (lazy("Filen går inte att läsa in."), 422),
    "areas.decisions-unreadable": (lazy("Filen med beslut går inte att läsa."), 422),
    "areas.doubts-open": (lazy("Svara på frågorna först. Inget läses in så länge en fråga är öppen."), 409),
    "areas.proposal-stale": (
        lazy("Något har ändrats sedan förslaget gjordes. Läs det nya förslaget och läs sedan in."),
        409,
    ),
    "areas.contradicts-record": (
        lazy("Ett svar säger emot listan som redan är känd. Den skrivs aldrig över. Inget har lästs in."),
        409,
    ),
    "areas.import-refused": (lazy("Filen är avvisad. Inget har lästs in."), 409),
    "units.own-ancestor": (lazy("En enhet kan inte ligga under sig själv. Inget har ändrats."), 422),
    "units.spans-overlap": (lazy("Enheten skulle ligga på två ställen samma dag. Inget har ändrats."), 422),
    "units.parent-not-in-force": (
        lazy("En enhet kan inte ligga under en som inte finns hela den tiden. Inget har ändrats."),
        422,
    ),
    "units.parent-unknown": (lazy("Enheten ovanför finns inte. Inget har ändrats."), 422),
    "units.code-taken": (lazy("Koden tillhör redan en annan enhet. Inget har ändrats."), 409),
    "accounts.unknown-role": (lazy("Rollen finns inte i rollförteckningen."), 422),
    "accounts.username-taken": (lazy("Användarnamnet är upptaget."), 409),
    "accounts.dates-turned-round": (lazy("Slutet måste komma efter början, och en ersättare måste ha ett slut."), 422),
    "cli.not-migrated": (lazy("Databasen passar inte den här versionen av programmet. Kör samsyn migrate."), 500),
    "cli.not-guarded": (lazy("Spåret är inte skyddat mot ändring. Kör samsyn migrate."), 500),
    "cli.port-taken": (lazy("Porten är upptagen av ett annat program. Välj en annan med --port."), 409),
    "cli.people-there": (
        lazy("Databasen har redan användare. Övningsriket har lösenord som alla känner till och läggs inte där."),
        409,
    ),
    "cli.nation-missing": (
        lazy("Landet finns inte här. Kör samsyn import facts först, eller ange ett annat med --nation."),
        404,
    ),
    "cli.folder-not-empty": (lazy("Där finns redan något. Välj en mapp som inte finns, eller är tom."), 409),
    "cli.not-a-backup": (lazy("Mappen innehåller ingen färdig säkerhetskopia som programmet känner till."), 422),
    "cli.backup-damaged": (lazy("Säkerhetskopian är skadad. Inget har lästs tillbaka."), 422),
    "cli.other-store": (lazy("Säkerhetskopian är av en annan sorts databas. Inget har lästs tillbaka."), 422),
    "cli.program-missing": (lazy("Ett program som hör till PostgreSQL saknas på datorn."), 500),
    "cli.program-failed": (lazy("PostgreSQL kunde inte göra det. Vad det svarade står ovanför."), 500),
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
    "history.unreadable": (lazy("Versionen går inte att läsa. Den som driver Samsyn behöver köra samsyn verify."), 500),
    "method.invalid": (lazy("Metodens data går inte att läsa. Inget har ändrats."), 500),
    "period.invalid": (lazy("Perioden finns inte. Skriv till exempel 2026, 2026-T2, 2026-11 eller 2026-11-25."), 422),
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
