"""The method is data: complete, checked, and refused with the path of its first fault."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samsyn.core.access import Purpose
from samsyn.core.pictures.document import Certainty, ChapterKind, ParagraphKind
from samsyn.core.pictures.method import MethodInvalid, Words, parse
from tests.core.pictures.samples import method, raw_method

Spoil = Callable[[dict[str, Any]], object]


def test_the_shipped_method_has_the_published_criteria_and_five_steps() -> None:
    found = method()
    assert found.key == "2025-publik"
    assert found.valid_from == date(2025, 12, 1)
    assert [item.code for item in found.criteria] == [f"{group}{n}" for group in "US" for n in range(1, 9)]
    assert {item.group for item in found.criteria} == {"U", "S"}
    assert [step.value for step in found.steps] == [0, 1, 2, 3, 4]
    assert [step.label.sv for step in found.steps[3:]] == ["Allvarligt", "Akut"]
    assert found.unknown.sv == "Vet ej"
    assert [choice.key for choice in found.certainties] == list(Certainty)
    assert [choice.key for choice in found.purposes] == list(Purpose)
    assert [choice.key for choice in found.categories] == ["ingen", "utsatt", "sarskilt"]
    assert [choice.key for choice in found.trends] == ["positiv", "stabil", "negativ"]


def test_the_shipped_method_says_that_its_scale_is_an_assumption() -> None:
    assert "antagande" in method().assumption.sv
    assert "assumption" in method().assumption.en


def test_who_is_missing_is_compulsory_for_the_whole_and_for_every_area() -> None:
    section = next(item for item in method().sections if ParagraphKind.MISSING in item.kinds)
    assert section.title.sv == "Vem saknas i bilden?"
    assert section.compulsory_in == {ChapterKind.WHOLE, ChapterKind.AREA}


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        (ChapterKind.WHOLE, {"Sammanfattning", "Hot mot medarbetare", "Behov och svar", "Vem saknas i bilden?"}),
        (ChapterKind.AREA, {"Så möter boende problemen", "Underrättelsebild", "Kommunens bild", "Orsaker"}),
        (ChapterKind.AREA, {"Svar U1–U8, S1–S8", "Behov och svar", "Kategori och trend", "Området och gränsen"}),
        (ChapterKind.PLACE, {"Så möter boende problemen", "Orsaker", "Behov och svar"}),
    ],
)
def test_every_kind_of_chapter_has_its_sections(kind: ChapterKind, titles: set[str]) -> None:
    assert titles <= {section.title.sv for section in method().sections_in(kind)}


def test_every_kind_of_paragraph_has_a_section() -> None:
    assert {kind for section in method().sections for kind in section.kinds} == set(ParagraphKind)


def test_words_are_spoken_in_english_when_asked_and_in_swedish_otherwise() -> None:
    words = Words(sv="Vet ej", en="Do not know")
    assert [words.spoken(language) for language in ("sv", "en", "fi")] == ["Vet ej", "Do not know", "Vet ej"]


FAULTS: list[tuple[str, Spoil]] = [
    ("key", lambda raw: raw.pop("key")),
    ("key", lambda raw: raw.update(key=" ")),
    ("key", lambda raw: raw.update(key=7)),
    ("valid_from", lambda raw: raw.update(valid_from="2025-12-01")),
    ("title", lambda raw: raw.update(title="Metod")),
    ("title.en", lambda raw: raw["title"].pop("en")),
    ("title.fi", lambda raw: raw["title"].update(fi="Menetelmä")),
    ("section", lambda raw: raw.update(section=[])),
    ("section[0]", lambda raw: raw["section"].insert(0, "residents")),
    ("section[1].titel", lambda raw: raw["section"][1].update(titel="x")),
    ("section[2].title.sv", lambda raw: raw["section"][2]["title"].update(sv="")),
    ("section[2].kinds[1]", lambda raw: raw["section"][2]["kinds"].append("poem")),
    ("section[2].chapters[0]", lambda raw: raw["section"][2].update(chapters=[["area"]])),
    ("section[2]", lambda raw: raw["section"][2].update(chapters=[])),
    ("section[2]", lambda raw: raw["section"][2].update(kinds=[])),
    ("section[2].compulsory_in", lambda raw: raw["section"][2].update(compulsory_in=["whole"])),
    ("section[3]", lambda raw: raw["section"].insert(3, raw["section"][2])),
    ("section", lambda raw: raw.update(section=raw["section"][:3])),
    ("criterion[0].short", lambda raw: raw["criterion"][0].pop("short")),
    ("criterion[1]", lambda raw: raw["criterion"].insert(1, raw["criterion"][0])),
    ("step[0].value", lambda raw: raw["step"][0].update(value=True)),
    ("step", lambda raw: raw["step"].reverse()),
    ("step", lambda raw: raw["step"].pop()),
    ("certainty", lambda raw: raw["certainty"].pop()),
    ("purpose", lambda raw: raw["purpose"].reverse()),
    ("scale", lambda raw: raw.update(scale="E4")),
]


@pytest.mark.parametrize(("path", "spoil"), FAULTS)
def test_a_faulty_method_is_refused_with_the_path_of_the_fault(path: str, spoil: Spoil) -> None:
    raw = raw_method()
    spoil(raw)
    with pytest.raises(MethodInvalid) as refused:
        parse(raw)
    assert refused.value.code == "method.invalid"
    assert refused.value.facts["path"] == path
    assert refused.value.facts["expected"]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(sorted(raw_method())), ANYTHING)
def test_whatever_stands_where_a_table_should_be_is_refused_never_a_crash(key: str, value: object) -> None:
    assume(not isinstance(value, (str, date)))
    with pytest.raises(MethodInvalid) as refused:
        parse(raw_method() | {key: value})
    assert str(refused.value.facts["path"]).startswith(key)
