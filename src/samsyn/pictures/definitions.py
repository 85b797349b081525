"""Reads the method and the beats: versioned TOML, newest in force; and checks a statement against them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from samsyn.core.pictures.document import ChapterKind, ParagraphKind
from samsyn.core.pictures.method import Method, parse
from samsyn.pictures.errors import UnknownSection

LEVELS = ("police_area", "region", "nation")


@cache
def method(key: str) -> Method:
    """Return one version of the method."""
    file = resources.files("samsyn.pictures") / "method" / f"{key}.toml"
    return parse(tomllib.loads(file.read_text(encoding="utf-8")))


def current_method() -> str:
    """Return the key of the newest version of the method."""
    files = (resources.files("samsyn.pictures") / "method").iterdir()
    return max(file.name.removesuffix(".toml") for file in files if file.name.endswith(".toml"))


@cache
def beats() -> Mapping[str, int]:
    """Return how many days an answer may take, by kind."""
    files = (resources.files("samsyn.pictures") / "beats").iterdir()
    newest = max((file for file in files if file.name.endswith(".toml")), key=lambda file: file.name)
    raw = tomllib.loads(newest.read_text(encoding="utf-8"))
    return {key: value for key, value in raw.items() if isinstance(value, int)}


def check(
    method_key: str, *, kind: ParagraphKind, section: str, chapter_kind: ChapterKind, facts: Mapping[str, str]
) -> None:
    """Refuse a statement whose section, criterion, level, category or trend the method does not know."""
    used = method(method_key)
    fits = any(
        item.key == section and chapter_kind in item.chapter_kinds and kind in item.kinds for item in used.sections
    )
    steps = {str(step.value) for step in used.steps} | {""}
    allowed: dict[ParagraphKind, bool] = {
        ParagraphKind.ANSWER: facts.get("criterion") in {item.code for item in used.criteria}
        and facts.get("step", "") in steps,
        ParagraphKind.NEED: facts.get("level") in LEVELS,
        ParagraphKind.PROPOSAL: facts.get("category") in {item.key for item in used.categories}
        and facts.get("trend") in {item.key for item in used.trends},
    }
    if not fits or not allowed.get(kind, True):
        raise UnknownSection(section=section)
