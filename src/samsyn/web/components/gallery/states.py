"""Invented content for the gallery, second half: lists, forms, states and the line ahead."""

from samsyn.web.components import parts as p
from samsyn.web.components.timeline.spread import spread

CHANGED = (
    p.ListItem(
        (p.Run("Almhöjden: bränder på motorfordon", url="#1"),),
        "i dag 06.55",
        p.line("9 anmälda i oktober, väntat 2–6. Uppgiftsläge per 8 november."),
    ),
    p.ListItem(
        (p.Run("Polisområdet har lyft stycke 4.3", url="#2"), p.Run(" till samlad lägesbild version 9")),
        "i söndags",
        quote="Försäljningen har flyttat från torget till cykeltunneln efter klockan 18, och de som bor intill går omvägar.",
    ),
    p.ListItem(
        (p.Run("Avvikande mening", url="#3"), p.Run(" från Lars Exempel om stycke 6.2")),
        "i fredags",
        p.line("Följer med när stycket lyfts. Du kan svara men inte ta bort den."),
    ),
)
WAITING = (
    p.ListItem(
        (p.Run("Fastställ version 15", url="#4"),), "13 nov", p.line("Två saker saknas innan du kan fastställa.")
    ),
    p.ListItem(
        (p.Run("Svara på fråga från Övningslänet", url="#5"),), "16 nov", p.line("”Vad bygger ni vissheten i 5.1 på?”")
    ),
    p.ListItem(
        (p.Run("Svara 4 som har lämnat iakttagelser", url="#6"),),
        "ingen frist",
        p.line("Äldsta är 9 dagar. Ett tryck räcker."),
    ),
)
LATE = (
    p.ListItem(
        (p.Run("Svar på behov 3 från Övningslänet", url="#7"),),
        text=(p.Run("Två utredare till Almhöjden. Frågan ställdes 23 oktober. "), p.Run("Påminn", url="#8")),
        late="3 dagar sent",
    ),
    p.ListItem(
        (p.Run("Läsning av version 14", url="#9"),),
        text=p.line("Noa har inte öppnat den. Frist var 2 november."),
        late="7 dagar sent",
    ),
)

HISTORY = tuple(
    p.YearMark(year, category, word)
    for year, category, word in (
        (2015, p.Category.NONE, "inte på listan"),
        (2017, p.Category.VULNERABLE, "utsatt"),
        (2019, p.Category.RISK, "riskområde"),
        (2021, p.Category.PARTICULAR, "särskilt utsatt"),
        (2023, p.Category.PARTICULAR, "särskilt utsatt"),
        (2025, p.Category.VULNERABLE, "utsatt"),
    )
)

EVENTS = spread(
    (
        p.TimelineEvent(4.5, "Svar på behov 3", "6 nov, 3 dagar sent", late=True),
        p.TimelineEvent(12, "Problembild v. 46", "13 nov", url="#10"),
        p.TimelineEvent(24.5, "Månadspaket oktober", "24 nov", mine=False),
        p.TimelineEvent(39, "Insamling: svar U, S", "7 dec", url="#11"),
        p.TimelineEvent(78, "Tertialgenomgång 3, 2026", "11 jan"),
    )
)
TICKS = (p.TimelineTick(0, "november"), p.TimelineTick(32.5, "december"), p.TimelineTick(66.5, "januari 2027"))

CERTAINTIES = tuple(
    p.Option(str(step), word, chosen=step == 4, step=step)  # noqa: PLR2004 - the chosen one
    for step, word in enumerate(("mycket osäkert", "osäkert", "möjligt", "sannolikt", "mycket sannolikt"), start=1)
)
CLASSES = tuple(
    p.Option(str(level), f"Klass {level}", chosen=level == 1, step=level, hint=hint)
    for level, hint in enumerate(("Får spridas", "Intern", "Läsning loggas", "Få läsare"))
)
ZONES = (p.Option("polis", "Polis", chosen=True), p.Option("delad", "Delad"), p.Option("oppen", "Öppen"))
KINDS = tuple(
    p.Option(word, word, chosen=word == "Otrygg plats")
    for word in ("Öppen droghandel", "Otrygg plats", "Ordning", "Dialog")
)

EDIT = p.ParagraphEdit(
    anchor="utkast-4.4",
    label="4.4",
    prompt="Så möter boende problemet",
    text="Bränder på motorfordon har ökat under hösten. Ökningen är koncentrerad till två parkeringar och till helgnätter.",
    rev=6,
    action="#spara",
    certainties=CERTAINTIES,
    classes=CLASSES,
    zones=ZONES,
    saved="Sparat 14.32",
    others="Cecilia Exempel skriver i stycket nu.",
)

CONFLICT = p.Conflict(
    "Du och Cecilia ändrade stycke 4.4 samtidigt.",
    "Båda texterna finns kvar tills någon av er väljer.",
    (
        p.ConflictSide(
            "Din, 14.32",
            (p.Run("Bränder på motorfordon har ökat "), p.Run("kraftigt", p.RunKind.ADDED), p.Run(" under hösten.")),
            "Behåll min",
            "mine",
        ),
        p.ConflictSide(
            "Cecilias, 14.31",
            (
                p.Run("Bränder på motorfordon har ökat under hösten"),
                p.Run(", mest på helgnätter", p.RunKind.ADDED),
                p.Run("."),
            ),
            "Behåll hennes",
            "theirs",
        ),
    ),
    "Behåll båda som två stycken",
    "both",
    "#valj",
    (("rev", "7"),),
)

ERRORS = (
    p.FieldError("start", "Skriv ett startdatum som ligger före slutdatumet."),
    p.FieldError("fil", "Välj en fil. Den du valde var tom."),
)
FACTS = (
    p.Fact("Definition", (p.Run("Kriterium U6, version 2 från 1 januari 2025. "), p.Run("Metod", url="#metod"))),
    p.Fact("Ägare", p.line("Nationella operativa avdelningen")),
    p.Fact("Hemlig siffra", p.line("visas inte: talet är för litet")),
)
