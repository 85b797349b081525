"""Invented pictures for the tests of the core, and the strategies that draw them."""

import tomllib
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from samsyn.core.access import InfoClass, Zone
from samsyn.core.pictures.document import (
    Certainty,
    Chapter,
    ChapterKind,
    Document,
    Evidence,
    EvidenceKind,
    Paragraph,
    ParagraphKind,
    Source,
)
from samsyn.core.pictures.method import Method, parse

METHOD_FILE = Path(__file__).parents[3] / "src/samsyn/pictures/method/2025-publik.toml"
DAY = date(2026, 10, 28)


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(METHOD_FILE.read_text(encoding="utf-8"))


def raw_method() -> dict[str, Any]:
    """Return the shipped method as read, fresh for each caller to spoil."""
    return deepcopy(_read())


@cache
def method() -> Method:
    """Return the shipped method."""
    return parse(raw_method())


def paragraph(paragraph_id: str = "p1", text: str = "Torget är tomt efter klockan 18.", **more: object) -> Paragraph:
    """Return a paragraph, complete unless told otherwise."""
    given: dict[str, Any] = {
        "label": "1.1",
        "kind": ParagraphKind.TEXT,
        "section": "residents",
        "info_class": InfoClass.K1,
        "zone": Zone.POLICE,
        "author": "bjorn",
        "written_on": DAY,
        "certainty": Certainty.LIKELY,
        "evidence": (Evidence(EvidenceKind.DIALOGUE, "Medborgardialog", "B2", date(2026, 10, 14)),),
    }
    return Paragraph(id=paragraph_id, text=text, **given | more)


def chapter(*paragraphs: Paragraph, **more: object) -> Chapter:
    """Return a chapter of the invented area Almhöjden."""
    given: dict[str, Any] = {
        "id": "c1",
        "number": 1,
        "kind": ChapterKind.AREA,
        "title": "Almhöjden",
        "area_key": "almhojden",
        "boundary": "1",
    }
    return Chapter(paragraphs=paragraphs, **given | more)


def document(*chapters: Chapter, **more: object) -> Document:
    """Return a picture of the invented local area Övningsdistriktet."""
    given: dict[str, Any] = {
        "unit_code": "990110",
        "unit_name": "Övningsdistriktet",
        "level": "local_area",
        "method": "2025-publik",
    }
    return Document(chapters=chapters, **given | more)


IDS = st.sampled_from(["a", "b", "c", "d", "e", "f", "g", "h"])
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.lists(
    st.sampled_from(["torget", "är", "tomt", "och", "mörkt", ",", "efter", "18", "."]), max_size=12
).map(" ".join)
FACTS = st.sampled_from([{}, {"criterion": "U6", "step": "3"}, {"step": ""}, {"level": "region"}, {"removed": "a"}])
ON_TORGET = Evidence(EvidenceKind.FIGURE, "Trygghetsmätning 2026", "A1", date(2026, 9, 30))
EVIDENCE = st.sampled_from([(), (ON_TORGET,), (ON_TORGET, Evidence(EvidenceKind.DOCUMENT, "”Logg” \\"))])
SOURCES = st.sampled_from([(), (Source(3, "a"),), (Source(3, "a"), Source(4, "b"))])
PARAGRAPHS: SearchStrategy[Paragraph] = st.builds(
    Paragraph,
    id=IDS,
    label=st.sampled_from(["1.1", "1.2", "1.10", "2.1"]),
    kind=st.sampled_from(ParagraphKind),
    section=st.sampled_from(["residents", "answers"]),
    text=TEXTS,
    info_class=st.sampled_from(InfoClass),
    zone=st.sampled_from(Zone),
    author=st.sampled_from(["astrid", "bjorn"]),
    written_on=st.sampled_from([DAY, date.min, date.max]),
    certainty=st.sampled_from([None, *Certainty]),
    facts=FACTS,
    evidence=EVIDENCE,
    sources=SOURCES,
    origin=st.just("") | IDS,
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a picture whose ids are unique, as the rooms above make them."""
    flat = draw(st.lists(PARAGRAPHS, max_size=4, unique_by=lambda item: item.id))
    count = draw(st.integers(0, 2)) or len(flat[:1])
    numbers = draw(st.permutations(range(1, count + 1)))
    cuts = [draw(st.integers(0, count - 1)) for _ in flat]
    return document(
        *(
            chapter(
                *(item for item, place in zip(flat, cuts, strict=True) if place == index),
                id=f"ch{index}",
                number=numbers[index],
                title=draw(st.sampled_from(["Almhöjden", "", "Norra Torget\n"])),
                kind=draw(st.sampled_from(ChapterKind)),
                boundary=draw(st.sampled_from(["", "1", "2"])),
                listed=draw(st.booleans()),
            )
            for index in range(count)
        ),
    )
