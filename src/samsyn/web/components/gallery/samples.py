"""Invented content for the gallery: the training district with Almhöjden, Kvarnparken and Norra Torget."""

from samsyn.web.components import parts as p
from samsyn.web.frame import Marking, PurposeChoice

STRONG, ADDED, REMOVED = p.RunKind.STRONG, p.RunKind.ADDED, p.RunKind.REMOVED

PURPOSES = (
    PurposeChoice("planering", "planering"),
    PurposeChoice("uppfoljning", "uppföljning", chosen=True),
    PurposeChoice("utredning", "utredning"),
)

MARKINGS = (
    Marking(0, "Öppen", note="Får spridas."),
    Marking(1, "Delad", note="Släppt kopia till kommunen, 3 november."),
    Marking(2, "Polis", purpose="uppföljning", choices=PURPOSES, note="Du läser upp till klass 2."),
    Marking(3, "Polis", choices=PURPOSES),
)

PARAGRAPHS = (
    p.ParagraphView(
        anchor="stycke-4.1",
        label="4.1",
        text=p.line(
            "Boende vid Almhöjdens centrum undviker torget efter mörkrets inbrott. I medborgardialogen den 14 oktober "
            "beskrev flera att affärer stänger tidigare än för ett år sedan."
        ),
        certainty=p.Certainty(4, "sannolikt"),
        mark=p.Mark(1, "Polis"),
        byline="Björn Exempel, 28 okt",
        evidence=(
            p.EvidenceLine(p.line("Medborgardialog 14 okt, 31 deltog"), "B2"),
            p.EvidenceLine((p.Run("Trygghetsmätning 2026, "), p.Run("fråga 7", url="#fraga")), "A1"),
        ),
        traces=(p.Run("Lyft till Övningslänet, stycke 2.1", url="#spar"),),
    ),
    p.ParagraphView(
        anchor="stycke-4.3",
        label="4.3",
        text=(
            p.Run("Försäljningen av narkotika sker inte längre öppet på torget. Den har "),
            p.Run("flyttat till cykeltunneln efter klockan 18", ADDED),
            p.Run(", och de som bor intill går omvägar."),
        ),
        change=p.Change.CHANGED,
        change_words="Ändrad i version 14: världen",
        certainty=p.Certainty(4, "sannolikt"),
        mark=p.Mark(2, "Polis"),
        byline="Björn Exempel, 30 okt",
        evidence=(
            p.EvidenceLine((p.Run("4 "), p.Run("iakttagelser", url="#iakttagelser"), p.Run(", 12–29 okt")), "B2"),
            p.EvidenceLine(p.line("Bostadsbolagets driftlogg"), "C3"),
            p.EvidenceLine(p.line("Figur: narkotikabrott, upptäcks av polisen")),
        ),
        traces=(
            p.Run("Lyft till Övningslänet, stycke 2.4", url="#spar"),
            p.Run("Lyft till riket, stycke 1.9", url="#spar"),
        ),
        actions=(p.Link("Ställ en fråga", "#fraga"), p.Link("Lämna avvikande mening", "#avvikande")),
    ),
    p.ParagraphView(
        anchor="stycke-4.4",
        label="4.4",
        text=p.line(
            "Bränder på motorfordon har ökat under hösten. Ökningen är koncentrerad till två parkeringar och till helgnätter."
        ),
        change=p.Change.NEW,
        change_words="Nytt stycke: nytt underlag",
        tags=("Lyft stycke har ändrats",),
        certainty=p.Certainty(5, "mycket sannolikt"),
        mark=p.Mark(1, "Polis"),
        byline="Cecilia Exempel, 30 okt",
        evidence=(
            p.EvidenceLine(
                (
                    p.Run("Figur: bränder motorfordon, oktober: "),
                    p.Run("9", STRONG),
                    p.Run(", väntat 2–6. Uppgiftsläge per 8 nov"),
                )
            ),
            p.EvidenceLine(p.line("Räddningstjänstens bild"), "A2"),
        ),
        traces=(p.Run("Inte lyft än"),),
    ),
    p.ParagraphView(
        anchor="stycke-4.5",
        label="4.5",
        text=p.line(
            "Vittnen tackar i ökande grad nej till att höras. Det går inte att säga om det beror på hot eller på att "
            "förhören hålls långt från området."
        ),
        certainty=p.Certainty(2, "osäkert"),
        mark=p.Mark(2, "Polis"),
        byline="Lars Exempel, 2 nov",
        evidence=(p.EvidenceLine(p.line("Utredningsgruppen, samtal 21 okt"), "C3"),),
        traces=(p.Run("Inte lyft än"),),
        sources=(p.Run("Granndistriktet version 6, stycke 3.2", url="#spar"),),
        questions=(
            p.Remark("Vad bygger ni vissheten på?", "från Eva Exempel, Övningsregionen, 6 nov.", "Svar väntas 16 nov."),
        ),
        dissents=(
            p.Remark(
                "Bedömningen är för försiktig. Tre av fyra ärenden pekar mot påtryckningar.",
                "från Övningslänet, 5 nov.",
                "Följer med när stycket lyfts.",
            ),
        ),
    ),
    p.ParagraphView(
        anchor="stycke-4.7",
        label="4.7",
        text=(p.Run("Hemtjänsten är tillbaka sedan 12 oktober. "), p.Run("Läs vad som stod", url="#stod")),
        change=p.Change.REMOVED,
        change_words="Borttaget i version 14: världen.",
        traces=(p.Run("Övningslänet, stycke 2.6, har fått besked"),),
    ),
    p.ParagraphView(
        anchor="stycke-4.8",
        label="4.8",
        text=p.line("Raderat den 3 november 2026 efter beslut 2026-118. Kontrollsumman står kvar och stämmer."),
        change=p.Change.ERASED,
        change_words="Orden i stycke 4.8 är raderade.",
    ),
)

RECEIPTS = (
    p.Receipt(1, "lokalt", 38, 41, "senast i dag 06.58"),
    p.Receipt(2, "polisområdet", 2, 3, "chefen 3 nov 08.12"),
    p.Receipt(3, "regionen", 1, 2, "samordnaren 5 nov 13.40"),
    p.Receipt(4, "Noa", 0, 1, "inte öppnad"),
)

NEEDS = (
    p.Need(
        "Behov 2",
        "Kameror vid cykeltunneln under vintern.",
        "Ställt till Övningslänet 9 okt",
        (
            p.Answer(
                "En kamera i tolv veckor. Resten av beståndet är bundet till andra uppdrag till februari.",
                verdict="Delvis ja",
                signature="Övningslänet, 20 okt",
            ),
        ),
    ),
    p.Need(
        "Behov 3",
        "Två utredare på plats i området, sex månader.",
        "Ställt till Övningslänet 23 okt",
        (
            p.Answer(
                "Inget svar ännu. Frist var 6 november.",
                late="3 dagar sent",
                ask=p.Link("Fråga Övningslänet", "#fraga"),
            ),
        ),
    ),
)

COMPARE_ROWS = (
    p.CompareRow(
        before=p.Side(
            "4.3",
            (
                p.Run("Försäljningen av narkotika sker "),
                p.Run("öppet på torget, främst på eftermiddagen", REMOVED),
                p.Run(", och de som bor intill går omvägar."),
            ),
            p.line("mycket sannolikt"),
        ),
        after=p.Side(
            "4.3",
            (
                p.Run("Försäljningen av narkotika sker "),
                p.Run("inte längre öppet på torget. Den har flyttat till cykeltunneln efter klockan 18", ADDED),
                p.Run(", och de som bor intill går omvägar."),
            ),
            (p.Run("sannolikt", ADDED),),
        ),
        cause=p.Cause.WORLD,
        cause_word="Världen",
        cause_note=p.line("Fyra iakttagelser och bolagets driftlogg visar flytten. Angiven av Astrid Exempel."),
    ),
    p.CompareRow(
        before=p.Side(absent=p.line("Stycket fanns inte i version 12.")),
        after=p.Side(
            "4.4",
            (p.Run("Bränder på motorfordon har ökat under hösten.", ADDED),),
            p.line("mycket sannolikt"),
        ),
        cause=p.Cause.EVIDENCE,
        cause_word="Nytt underlag",
        cause_note=p.line("Oktobers månadspaket. Avvikelsen fanns inte att se i september."),
    ),
    p.CompareRow(
        before=p.Side(
            "4.7",
            (p.Run("Hemtjänsten ställer in besök efter klockan 20 när det är oroligt på Södra gården.", REMOVED),),
            p.line("osäkert"),
        ),
        after=p.Side(
            absent=(
                p.Run("Borttaget i version 14.", STRONG),
                p.Run(
                    " Stycket var lyft till Övningslänet, stycke 2.6. Polisområdet fick besked 2 november och har inte svarat."
                ),
            ),
            removed=True,
        ),
        cause=p.Cause.WORLD,
        cause_word="Världen",
        cause_note=p.line("Hemtjänsten är tillbaka sedan 12 oktober. Skäl krävs när ett stycke tas bort."),
    ),
    p.CompareRow(
        before=p.Side(
            "Svar på U6, öppen narkotikahandel",
            (p.Run("Allvarligt.", REMOVED), p.Run(" Handeln är synlig flera dagar i veckan.")),
        ),
        after=p.Side(
            "Svar på U6, öppen narkotikahandel",
            (p.Run("Påtagligt.", ADDED), p.Run(" Handeln är synlig flera dagar i veckan.")),
        ),
        cause=p.Cause.ASSESSOR,
        cause_word="Annan bedömare",
        cause_note=(
            p.Run("Samma underlag, annan bedömning. Den förra bedömningen finns kvar. "),
            p.Run("Se båda", url="#bada"),
        ),
    ),
)

STEPS = (
    p.CompareStep(
        "Steg 1: version 12 till 13",
        "26 september, Astrid Exempel",
        "3 ändrade stycken. Rättelse av gränsen för Norra Torget, ny bedömare i Kvarnparken.",
    ),
    p.CompareStep(
        "Steg 2: version 13 till 14",
        "2 november, Astrid Exempel",
        "6 ändrade stycken, varav 1 nytt och 1 borttaget. Medborgardialog och oktobers siffror.",
    ),
)

CAUSES = (
    p.CauseCount(p.Cause.WORLD, "Världen", 4),
    p.CauseCount(p.Cause.EVIDENCE, "Nytt underlag", 3),
    p.CauseCount(p.Cause.ASSESSOR, "Annan bedömare", 1),
    p.CauseCount(p.Cause.METHOD, "Ny metodversion", 0),
    p.CauseCount(p.Cause.BOUNDARY, "Ny gräns", 1),
)

NAV = (
    p.NavGroup(
        "Hela distriktet",
        (p.Link("Sammanfattning", "#s"), p.Link("Vem saknas i bilden?", "#v"), p.Link("Hot mot medarbetare", "#h")),
    ),
    p.NavGroup(
        "Områden",
        (
            p.Link("Almhöjden", "#a", current=True, note="5 ändrade"),
            p.Link("Kvarnparken", "#k", note="2"),
            p.Link("Norra Torget", "#n", note="2"),
        ),
    ),
)
