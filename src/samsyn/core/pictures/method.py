"""The method: sections, criteria, steps and words of one dated version, parsed from data and checked.

The method says what a picture asks. It never says what category an area has: a person does.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from samsyn.core.access import Purpose
from samsyn.core.errors import DomainError
from samsyn.core.pictures.document import Certainty, ChapterKind, ParagraphKind

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

STEPS = 5
"""Labelled steps of an answer, beside "vet ej"."""


class MethodInvalid(DomainError):
    """The data of a method is not a method; facts: path (of the first fault), expected."""

    code = "method.invalid"


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in Swedish and English."""

    sv: str
    en: str

    def spoken(self, language: str) -> str:
        """Return the words in ``en``, else in Swedish."""
        return self.en if language == "en" else self.sv


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the template: in which chapters it stands and which kinds of paragraph it holds."""

    key: str
    chapter_kinds: frozenset[ChapterKind]
    kinds: frozenset[ParagraphKind]
    compulsory_in: frozenset[ChapterKind]
    title: Words
    help: Words


@dataclass(frozen=True, slots=True)
class Criterion:
    """A published statement to answer; ``group`` is U or S, ``short`` a name for headings."""

    code: str
    group: str
    short: Words
    statement: Words


@dataclass(frozen=True, slots=True)
class Step:
    """One labelled step of an answer, 0 (weakest) to 4."""

    value: int
    label: Words


@dataclass(frozen=True, slots=True)
class Choice:
    """A word to choose, with the key that is stored."""

    key: str
    label: Words


@dataclass(frozen=True, slots=True)
class Method:
    """One version of the method, complete and checked.

    Attributes
    ----------
    key : str
        For example ``2025-publik``; stored with every picture written by it.
    valid_from : date
        The day from which new pictures use it.
    source, assumption : Words
        Where it is published, and what in it is our own assumption. Shown wherever steps are shown:
        the scale and the weights of the police are not public, so do not read ours as theirs.
    unknown : Words
        The label of the answer "vet ej", stored as an empty step.
    """

    key: str
    valid_from: date
    title: Words
    source: Words
    assumption: Words
    sections: tuple[Section, ...]
    criteria: tuple[Criterion, ...]
    steps: tuple[Step, ...]
    unknown: Words
    certainties: tuple[Choice, ...]
    purposes: tuple[Choice, ...]
    categories: tuple[Choice, ...]
    trends: tuple[Choice, ...]

    def sections_in(self, kind: ChapterKind) -> tuple[Section, ...]:
        """Return the sections of a kind of chapter, in the template's order."""
        return tuple(section for section in self.sections if kind in section.chapter_kinds)


def parse(raw: Mapping[str, object]) -> Method:
    """Check data as read from TOML and return the method.

    Parameters
    ----------
    raw : mapping
        Nested mappings, lists, strings, integers and dates. Unknown keys are refused: a misspelt
        key would otherwise be a rule that silently does not hold.

    Returns
    -------
    Method
        With keys and codes unique, steps 0–4 in order, and one word for each certainty and purpose.

    Raises
    ------
    MethodInvalid
        At the first fault; ``facts["path"]`` is for example ``section[3].title.sv``.
    """
    top = _Table(raw, "")
    method = Method(
        key=top.text("key"),
        valid_from=top.day("valid_from"),
        title=top.words("title"),
        source=top.words("source"),
        assumption=top.words("assumption"),
        sections=top.many("section", _section, lambda item: item.key),
        criteria=top.many("criterion", _criterion, lambda item: item.code),
        steps=top.many("step", _step, lambda item: str(item.value)),
        unknown=top.words("unknown"),
        certainties=top.many("certainty", _choice, lambda item: item.key),
        purposes=top.many("purpose", _choice, lambda item: item.key),
        categories=top.many("category", _choice, lambda item: item.key),
        trends=top.many("trend", _choice, lambda item: item.key),
    )
    top.finish()
    _same("step", [str(step.value) for step in method.steps], [str(value) for value in range(STEPS)])
    _same("certainty", [choice.key for choice in method.certainties], list(Certainty))
    _same("purpose", [choice.key for choice in method.purposes], list(Purpose))
    if ParagraphKind.MISSING not in {kind for section in method.sections for kind in section.kinds}:
        raise MethodInvalid(path="section", expected="a section of kind missing")
    return method


class _Table:
    """Reads one table; knows its path, and which of its keys nobody has asked for."""

    def __init__(self, raw: object, path: str) -> None:
        if not isinstance(raw, Mapping):
            raise MethodInvalid(path=path, expected="table")
        self.raw, self.path, self.left = raw, path, set(raw)

    def at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def take(self, key: str, kind: type[T]) -> T:
        self.left.discard(key)
        value = self.raw.get(key)
        if not isinstance(value, kind) or isinstance(value, bool):
            raise MethodInvalid(path=self.at(key), expected=kind.__name__)
        return value

    def text(self, key: str) -> str:
        value = self.take(key, str)
        if not value.strip():
            raise MethodInvalid(path=self.at(key), expected="words")
        return value

    def day(self, key: str) -> date:
        return self.take(key, date)

    def number(self, key: str) -> int:
        return self.take(key, int)

    def words(self, key: str) -> Words:
        table = _Table(self.take(key, dict), self.at(key))
        words = Words(sv=table.text("sv"), en=table.text("en"))
        table.finish()
        return words

    def several(self, key: str, kind: type[E]) -> frozenset[E]:
        found = self.take(key, list)
        for place, value in enumerate(found):
            if value not in list(kind):
                raise MethodInvalid(path=f"{self.at(key)}[{place}]", expected="|".join(kind))
        return frozenset(kind(value) for value in found)

    def many(self, key: str, read: "Callable[[_Table], T]", name: Callable[[T], str]) -> tuple[T, ...]:
        raw = self.take(key, list)
        if not raw:
            raise MethodInvalid(path=self.at(key), expected="at least one")
        found: dict[str, T] = {}
        for place, each in enumerate(raw):
            table = _Table(each, f"{self.at(key)}[{place}]")
            item = read(table)
            table.finish()
            if name(item) in found:
                raise MethodInvalid(path=table.path, expected="another key")
            found[name(item)] = item
        return tuple(found.values())

    def finish(self) -> None:
        if self.left:
            raise MethodInvalid(path=self.at(str(min(self.left, key=str))), expected="nothing")


def _section(table: _Table) -> Section:
    section = Section(
        key=table.text("key"),
        chapter_kinds=table.several("chapters", ChapterKind),
        kinds=table.several("kinds", ParagraphKind),
        compulsory_in=table.several("compulsory_in", ChapterKind),
        title=table.words("title"),
        help=table.words("help"),
    )
    if not section.chapter_kinds or not section.kinds:
        raise MethodInvalid(path=table.path, expected="chapters and kinds")
    if not section.compulsory_in <= section.chapter_kinds:
        raise MethodInvalid(path=table.at("compulsory_in"), expected="some of chapters")
    return section


def _criterion(table: _Table) -> Criterion:
    code = table.text("code")
    return Criterion(code=code, group=code[0], short=table.words("short"), statement=table.words("statement"))


def _step(table: _Table) -> Step:
    return Step(value=table.number("value"), label=table.words("label"))


def _choice(table: _Table) -> Choice:
    return Choice(key=table.text("key"), label=table.words("label"))


def _same(path: str, found: list[str], expected: list[str]) -> None:
    if found != expected:
        raise MethodInvalid(path=path, expected=", ".join(expected))
