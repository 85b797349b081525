"""The whole chain by clicking: what each does with a picture, from the street to the nation and back.

The steps know no nation: ``Ground`` says where they happen and which words are used, so that the same steps run in
the training nation and, as a trial, anywhere else.
"""

from dataclasses import dataclass
from urllib.parse import unquote_plus

from playwright.sync_api import Locator, Response, expect

from tests.browser.hand import Hand

CRITERIA = 16
FORBIDDEN = "19811218-9876"


@dataclass(frozen=True, slots=True)
class Ground:
    """Where it happens: the units' names from the local area up to the nation, and the areas of the first."""

    local: str
    above: str
    region: str
    nation: str
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """What is written."""

    summary: str = "Prov: läget är i huvudsak som förut."
    problem: str = "Prov: de som bor intill går omvägar efter klockan 18."
    corrected: str = "Prov: de som bor intill går omvägar efter klockan 20."
    missing: str = "Prov: de som arbetar natt har ingen frågat."
    need: str = "Prov: två utredare i sex veckor, för förhör på plats."
    reason: str = "Prov: så säger underlaget."


WORDS = Words()


def section(hand: Hand, name: str) -> Locator:
    """Return a section of the draft by its heading."""
    return hand.page.locator(".para-section").filter(has=hand.page.get_by_role("heading", name=name, exact=True))


def opened(hand: Hand) -> Locator:
    """Return the paragraph that is open for writing."""
    return hand.page.locator("article.para-edit")


def saved(hand: Hand, text: str) -> None:
    """Write in the open paragraph, leave the field, and wait until the server has answered for these words."""
    words = opened(hand).locator("textarea[name=text]")

    def sent(answer: Response) -> bool:
        return answer.request.method == "POST" and text in unquote_plus(answer.request.post_data or "")

    with hand.page.expect_response(sent) as told:
        words.fill(text)
        words.blur()
    assert told.value.ok, f"{text} was not saved: {told.value.status}"
    expect(opened(hand).locator("[data-save-status]")).to_have_attribute("data-state", "saved")


def write(hand: Hand, name: str, text: str, *, button: str = "Skriv ett stycke", choices: tuple[str, ...] = ()) -> None:
    """Begin a paragraph in a section, make the choices, and write it."""
    hand.button(button, within=section(hand, name))
    for choice in choices:
        hand.choose(choice, within=opened(hand))
    saved(hand, text)


def write_picture(hand: Hand, ground: Ground) -> None:
    """Björn begins the picture and writes all that a signature needs but for one reason."""
    with hand.does("skriva"):
        hand.link("Börja på lägesbilden")
        hand.button("Börja på lägesbilden")
        write(hand, "Sammanfattning", WORDS.summary, choices=("sannolikt",))
        write(hand, "Vem saknas i bilden?", WORDS.missing)
        for number, area in enumerate(ground.areas, start=2):
            hand.link(f"{number} {area}")
            write_area(hand)


def write_area(hand: Hand) -> None:
    """Write a chapter about an area: a marked problem with evidence, answers, proposal, need."""
    write(hand, "Så möter boende problemen", WORDS.problem, choices=("sannolikt", "klass 2"))
    add_evidence(hand)
    for number in range(CRITERIA):
        hand.tap(section(hand, "Svar U1–U8, S1–S8").get_by_role("button", name="Svara på").first)
        hand.choose("Påtagligt" if number % 2 else "I liten grad", within=opened(hand))
        saved(hand, WORDS.reason)
    choices = ("utsatt område", "stabil")
    write(hand, "Kategori och trend", WORDS.reason, button="Föreslå kategori och trend", choices=choices)
    write(hand, "Behov och svar", WORDS.need, button="Skriv ett behov", choices=("polisområdet",))


def add_evidence(hand: Hand) -> None:
    """Say what the open paragraph rests on, with its grading."""
    edit = opened(hand)
    hand.unfold("Underlag", within=edit)
    edit.locator("[name=kind-0]").select_option(label="Dialog")
    edit.locator("[name=reference-0]").fill("Provdialog")
    edit.locator("[name=reliability-0]").select_option("B")
    edit.locator("[name=credibility-0]").select_option("2")
    hand.button("Spara underlag", within=edit)
    hand.sees("Underlag (1)")


def meet_the_guard(hand: Hand) -> None:
    """Try to write an identity number: it is not saved, the words stay, and what to write instead is told."""
    with hand.does("vakten"):
        hand.button("Skriv ett stycke", within=section(hand, "Orsaker"))
        hand.choose("möjligt", within=opened(hand))
        words = opened(hand).locator("textarea[name=text]")
        words.fill(f"Prov: {FORBIDDEN} sågs på platsen.")
        expect(opened(hand).locator("[data-save-status]")).to_contain_text("Inte sparat")
        expect(opened(hand).locator("[data-save-hints]")).to_contain_text("Personnummer sparas inte här")
        expect(words).to_have_value(f"Prov: {FORBIDDEN} sågs på platsen.")
        saved(hand, "Prov: mörka gångvägar.")


def sign_first(hand: Hand, ground: Ground) -> None:
    """Astrid is shown what is missing, follows the link, mends it and signs."""
    with hand.does("fastställa"):
        hand.link("Fortsätt på utkast 1")
        hand.link("Till fastställande")
        hand.sees("Det här saknas")
        hand.tap(hand.page.get_by_role("link", name=f"{ground.areas[0]}: Avsnittet ”Vem saknas i bilden?” är tomt"))
        write(hand, "Vem saknas i bilden?", WORDS.missing)
        for number, area in list(enumerate(ground.areas, start=2))[1:]:
            hand.link(f"{number} {area}")
            write(hand, "Vem saknas i bilden?", WORDS.missing)
        hand.link("Till fastställande")
        expect(hand.page.get_by_text("Det här saknas")).to_have_count(0)
        hand.button("Fastställ version 1")
        hand.sees("Version 1 är fastställd och i kraft.")


def read_for(hand: Hand, purpose: str) -> None:
    """Choose a purpose, in one tap."""
    hand.tap(hand.page.get_by_role("button", name=purpose, exact=True).first)


def paragraph(hand: Hand, text: str) -> Locator:
    """Return a paragraph of a read picture by its words."""
    return hand.page.locator("[data-paragraph]").filter(has_text=text).first


def take_note(hand: Hand, ground: Ground, number: int = 1) -> None:
    """Find the version on the start page, read it for a purpose, and say so."""
    with hand.does("ta del"):
        hand.tap(hand.page.get_by_role("link", name=f"{ground.local} version {number}").first)
        if hand.page.get_by_role("button", name="uppföljning", exact=True).count():
            read_for(hand, "uppföljning")
        hand.sees(WORDS.problem if number == 1 else WORDS.corrected)
        hand.button("Jag har tagit del")
        hand.sees(f"Du har tagit del av version {number}.")


def say(hand: Hand, about: str, what: str, words: str, button: str) -> None:
    """Ask about or dissent from a paragraph."""
    with hand.does(what):
        place = paragraph(hand, about)
        hand.unfold("Fråga eller avvik", within=place)
        hand.link(what, within=place)
        hand.page.locator("textarea[name=text]").fill(words)
        hand.button(button)
        hand.sees(words)


def answer_need(hand: Hand, ground: Ground, verdict: str) -> None:
    """Answer a need that waits on the start page, with a reason."""
    with hand.does("svara på behov"):
        hand.link("Start")
        hand.tap(hand.page.get_by_role("link", name="Svara på behov").first)
        hand.choose(verdict, within=hand.page.locator("main"))
        hand.page.locator("textarea[name=text]").fill("Prov: en utredare i sex veckor.")
        hand.button("Svara på behovet")


def reply(hand: Hand, asker: str) -> None:
    """Reply to a question that waits on the start page."""
    with hand.does("svara på fråga"):
        hand.link("Start")
        hand.link(f"Svara på en fråga från {asker}")
        read_for(hand, "uppföljning")
        hand.page.locator("textarea[name=text]").fill("Prov: onsdag till lördag.")
        hand.button("Svara")
        hand.sees("Prov: onsdag till lördag.")


def lift(hand: Hand, text: str, unit_missing: str = WORDS.missing) -> None:
    """Begin the own picture, lift a sentence from below into it, and sign."""
    with hand.does("hämta in och fastställa"):
        hand.link("Start")
        hand.link("Börja på lägesbilden")
        hand.button("Börja på lägesbilden")
        hand.link("Hämta in stycken")
        if hand.page.get_by_role("button", name="uppföljning", exact=True).count():
            read_for(hand, "uppföljning")
        hand.tap(hand.page.locator("main label").filter(has_text=text).first)
        hand.button("Hämta in")
        write(hand, "Vem saknas i bilden?", unit_missing)
        hand.link("Till fastställande")
        hand.button("Fastställ version 1")
        hand.sees("Version 1 är fastställd och i kraft.")
        hand.sees(text)


def reread(hand: Hand) -> None:
    """Open the own unit's picture again, for a purpose."""
    with hand.does("läsa"):
        hand.link("Start")
        hand.link("Lägesbild")
        read_for(hand, "uppföljning")


def correct(hand: Hand, ground: Ground) -> None:
    """Change the sentence and sign a correction, with the cause that is proposed."""
    with hand.does("rätta"):
        hand.link("Start")
        hand.tap(hand.page.get_by_role("link", name="Fortsätt på utkast 2"))
        hand.link(f"2 {ground.areas[0]}")
        hand.link("Ändra", within=paragraph(hand, WORDS.problem))
        saved(hand, WORDS.corrected)
        hand.link("Till fastställande")
        hand.tap(hand.page.get_by_text("Det här rättar ett fel i version 1"))
        hand.page.get_by_label("Skäl", exact=True).first.fill("Prov: tiden var fel.")
        hand.button("Fastställ version 2")
        hand.sees("Version 2 är fastställd och i kraft.")


def compare(hand: Hand) -> None:
    """Lay the two versions side by side: before, cause, after."""
    with hand.does("jämföra"):
        hand.link("Jämför")
        hand.sees("Version 1 → 2")
        hand.sees("Angivet av Astrid Exempel.")
        row = hand.page.locator(".compare-row").filter(has_text="omvägar").first
        expect(row).to_contain_text("18")
        expect(row).to_contain_text("20")


def print_it(hand: Hand) -> bytes:
    """Print the picture in force and return the document."""
    with hand.does("skriva ut"):
        hand.link("Läs bilden")
        address = hand.page.get_by_role("link", name="Skriv ut", exact=True).get_attribute("href")
        hand.clicks[hand.doing] += 1
        assert address is not None
        return hand.page.context.request.get(hand.page.url.partition("/lagesbild/")[0] + address).body()


def find(hand: Hand, word: str) -> None:
    """Find a word in all pictures, from any page."""
    with hand.does("söka"):
        box = hand.page.get_by_role("searchbox").first
        box.fill(word)
        box.press("Enter")
        hand.page.wait_for_load_state()
        hand.sees(WORDS.corrected)


def own_log(hand: Hand) -> None:
    """See in the own log what was read, and why."""
    with hand.does("min logg"):
        hand.link("Min logg")
        hand.sees("Läste märkt text i en lägesbild")
        hand.sees("uppföljning")
