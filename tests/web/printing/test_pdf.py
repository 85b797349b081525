"""Pictures on paper: tagged, marked on every page, the same bytes for the same words, and nothing that is not words."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject

from samsyn.core.access import InfoClass
from samsyn.core.pictures.document import Evidence, EvidenceKind, ParagraphKind
from samsyn.pictures.actions import responding
from samsyn.web.printing.press import UNPRINTABLE, press
from samsyn.web.printing.sheet import Chapter, Labels, Section, Sheet, Statement
from tests.builders import ALMHOJDEN, a_picture, a_signed_picture, said, sign
from tests.cast import ABOVE, HERE, NOW, Cast, without_purpose
from tests.web.reading.visiting import Visit, visitor

PDF = f"/lagesbild/{HERE}/version/1.pdf"
LABELS = Labels("Sida", "Underlag", "Spår", "Kriterium", "Svar", "Skäl", "Innehåll")


def _pages(visit: Visit) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(visit.content)).pages]


def _sheet(text: str, *, pages: int = 1) -> Sheet:
    statements = tuple(Statement(f"1.{n}", text, "Visshet: sannolikt · Polis, klass 2") for n in range(pages * 12))
    chapter = Chapter("Almhöjden", (), (), (Section("Brottens mönster", statements),))
    return Sheet("sv", "Lägesbild", "Informationsklass 2 · Zon Polis", 2, ("Version 1.",), LABELS, (chapter,))


def _text(made: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)


def test_the_pdf_is_tagged_and_says_its_title_and_language(cast: Cast) -> None:
    a_signed_picture(cast, texts=["Torget är mörkt."])
    answer = visitor(cast.eva).get(PDF)
    assert answer.response["Content-Type"] == "application/pdf"
    assert answer.response["Content-Disposition"] == 'inline; filename="lagesbild-ov-540210-version-1.pdf"'
    read = PdfReader(BytesIO(answer.content))
    root = read.root_object
    assert _at(root, "/MarkInfo", "/Marked")
    assert str(_at(root, "/Lang")).startswith("sv")
    assert _at(root, "/ViewerPreferences", "/DisplayDocTitle")
    assert read.metadata is not None
    assert read.metadata.title == "Lägesbild Övningsdistriktet, version 1"
    assert b"pdfuaid:part" in answer.content


def _at(root: DictionaryObject, *names: str) -> object:
    found: PdfObject | None = root
    for name in names:
        assert isinstance(found, DictionaryObject)
        found = found[name].get_object()
    return found


def test_everything_that_the_page_says_stands_on_the_paper(cast: Cast) -> None:
    picture = a_picture(cast)
    evidence = (Evidence(EvidenceKind.DOCUMENT, "Driftlogg", "C3"),)
    picture.write("Torget är mörkt.", chapter=ALMHOJDEN, evidence=evidence)
    picture.write("Kameror vid tunneln.", kind=ParagraphKind.NEED, facts={"level": "police_area"})
    version = sign(picture)
    dissent = said(cast, ABOVE, "För försiktig.")
    responding.dissent(by=cast.hanna, now=NOW, version=version, paragraph_id=picture.written[0], said=dissent)
    paper = " ".join(_pages(visitor(cast.eva).get(PDF)))
    for words in (
        "Torget är mörkt.",
        "Visshet: sannolikt · Polis, klass 1 · Astrid Exempel, 9 nov",
        "C3 Driftlogg",
        "Kameror vid tunneln.",
        "Ställt till Övningslänet 9 nov",
        "Inget svar ännu. Svar senast 23 november 2026.",
        "För försiktig.",
        "Avvikande mening från Övningslänet, 9 nov. Följer med när stycket lyfts.",
        "U1 avgränsat område",
        "Fastställd av Astrid Exempel.",
        "Utskriven av Eva Exempel för ändamålet uppföljning.",
    ):
        assert words in paper, words


def test_the_marking_stands_twice_on_every_page(cast: Cast) -> None:
    picture = a_picture(cast, texts=[f"Stycke {n}." for n in range(40)])
    picture.write("Märkt.", info_class=InfoClass.K2)
    sign(picture)
    pages = _pages(visitor(cast.eva).get(PDF))
    assert len(pages) > 3
    assert {page.count("Informationsklass 2 · Zon Polis") for page in pages} == {2}


def test_only_what_the_reader_may_read_is_printed_and_a_marked_print_is_logged(cast: Cast) -> None:
    picture = a_picture(cast)
    picture.write("Märkt två.", info_class=InfoClass.K2)
    picture.write("Märkt tre.", info_class=InfoClass.K3)
    sign(picture)
    reader = visitor(cast.bjorn)
    paper = " ".join(_pages(reader.get(PDF)))
    assert "Märkt två." in paper
    assert "Märkt tre." not in paper
    assert "Skrev ut en lägesbild" in reader.get("/min-logg/").words
    waiting = visitor(without_purpose(cast.bjorn))
    paper = " ".join(_pages(waiting.get(PDF)))
    assert "Märkt två." not in paper
    assert "1 stycke visas när du valt ändamål." in paper


def test_the_same_version_and_reader_give_the_same_bytes(cast: Cast) -> None:
    a_signed_picture(cast, texts=["Torget är mörkt."])
    reader = visitor(cast.eva)
    assert reader.get(PDF).content == reader.get(PDF).content


@pytest.mark.parametrize(
    "text",
    [
        '#set text(red) #panic("nej") #read("/etc/passwd") #include "x"',
        "*fet* _lutad_ `kod` $x^2$ @ref <etikett> = Rubrik - lista + 1. \\ // kommentar /* mer */ ~ -- --- ...",
        "\"}]} ' \\u0041 {{ 7*7 }} {% x %}",
        "- - -",
    ],
)
def test_what_people_write_is_words_and_never_markup(text: str) -> None:
    made = _text(press(_sheet(text), at=NOW))
    assert "".join(text.split()) in "".join(made.split())


@pytest.mark.parametrize(
    "text", ["😀", "арабский", "العربية", "中文", "a\x00b\x07c", "\u200b\u202e", "e\u0301", "\ud7ff", ""]
)
def test_signs_that_the_fonts_lack_never_stop_a_print(text: str) -> None:
    assert "Före" in _text(press(_sheet(f"Före {text} efter"), at=NOW))


def test_a_sign_that_cannot_be_set_is_seen_to_be_missing() -> None:
    assert f"Före {UNPRINTABLE} efter" in " ".join(_text(press(_sheet("Före 😀 efter"), at=NOW)).split())


def test_swedish_letters_and_quotes_are_set_as_they_are() -> None:
    text = "Åsa sa: ”blåbär – 1 000 kg … är för mycket”, naïve café Đorđe Łukasz"
    assert text in " ".join(_text(press(_sheet(text), at=NOW)).split()).replace("\N{NO-BREAK SPACE}", " ")


def test_two_may_print_at_once() -> None:
    sheets = [_sheet(f"Läsare {n}.") for n in range(8)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda sheet: press(sheet, at=NOW), sheets))
    assert [f"Läsare {n}." in _text(one) for n, one in enumerate(made)] == [True] * 8


def test_the_moment_of_signing_is_the_only_time_in_the_file() -> None:
    sheet = _sheet("Torget är mörkt.")
    assert press(sheet, at=NOW) == press(sheet, at=NOW)
    assert press(sheet, at=NOW) != press(sheet, at=NOW + timedelta(days=1))
