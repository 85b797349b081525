"""The rules of a layer, small and named. All of them see every row; none stops at the first fault.

A rule yields steps: a finding, and the row as mended by it when it was. The order of ``RULES``
matters: names and categories are mended before rows are compared, shapes before they are measured.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from samsyn.core.areas.names import tidy
from samsyn.ingest.areas import ground, organisation
from samsyn.ingest.areas.findings import WHOLE_FILE, Finding, Severity, Step, found
from samsyn.ingest.areas.layouts import categories
from samsyn.ingest.areas.read import FileRefused, Layer
from samsyn.ingest.areas.rows import Row, first_rows, text


@dataclass(frozen=True, slots=True)
class Checked:
    """The rows that may be loaded, those refused, and everything found, in the order of the rows."""

    rows: tuple[Row, ...]
    refused: tuple[Row, ...]
    findings: tuple[Finding, ...]


Rule = Callable[[Sequence[Row], Layer, date], Iterator[Step]]


def validate(layer: Layer, *, list_on: date) -> Checked:
    """Return the rows of a layer after every rule.

    Raises
    ------
    FileRefused
        With rule ``outside-sweden`` when no row at all lies in Sweden: the reference system is wrong.
    """
    rows = {row.number: row for row in first_rows(layer)}
    findings: list[Finding] = []
    refused: set[int] = set()
    for rule in RULES:
        for step in tuple(rule(tuple(rows.values()), layer, list_on)):
            if step.finding is not None:
                findings.append(step.finding)
            if step.mended is not None:
                rows[step.mended.number] = step.mended
            if step.drop:
                del rows[step.row]
            elif step.finding is not None and step.finding.severity is Severity.REFUSED:
                refused.add(step.row)
    outside = [one for one in findings if one.rule == "outside-sweden"]
    if len(outside) == len(layer.rows):
        raise FileRefused(rule="outside-sweden", system=layer.system, **outside[0].facts)
    return Checked(
        rows=tuple(row for row in rows.values() if row.number not in refused),
        refused=tuple(row for row in rows.values() if row.number in refused),
        findings=tuple(sorted(findings, key=lambda one: one.row)),
    )


def the_file(rows: Sequence[Row], layer: Layer, list_on: date) -> Iterator[Step]:
    """Tell what concerns the whole file: system guessed, numbers missing, dates and blanks passed over."""
    if not layer.stated:
        yield _of_file("system-not-stated", Severity.REPAIRED, system=layer.system)
    numbers = {int(value) for row in rows if (value := text(row.raw, "number")).isdecimal()}
    missing = sorted(set(range(1, max(numbers, default=0))) - numbers)
    if missing:
        yield _of_file("numbers-missing", missing=missing[:20], count=len(missing))
    starts = {value for row in rows if (value := text(row.raw, "stated_start").strip())}
    if starts - {list_on.isoformat()}:
        yield _of_file("own-dates-passed-over", starts=sorted(starts)[:20], list_on=list_on.isoformat())
    blank = sum(1 for row in rows if (value := text(row.raw, "stated_end")) and not value.strip())
    if blank:
        yield _of_file("blank-end-read-as-none", rows=blank)


def named(rows: Sequence[Row], _layer: Layer, _list_on: date) -> Iterator[Step]:
    """Ask for a name, and mend odd spaces in it."""
    for row in rows:
        mended = " / ".join(tidy(part) for part in row.name.split("/"))
        if not mended.strip(" /"):
            yield found(row, "name-missing", Severity.REFUSED)
        elif mended != row.name:
            facts = {"delivered": row.name, "mended": mended}
            yield found(row, "name-spaces", Severity.REPAIRED, facts, replace(row, name=mended))


def categorised(rows: Sequence[Row], _layer: Layer, list_on: date) -> Iterator[Step]:
    """Ask for a category that the list of its day uses, and mend known misspellings."""
    by_word = {word: one for one in categories() for word in one.words | one.misspelt}
    for row in rows:
        word = tidy(row.category).casefold()
        category = by_word.get(word)
        facts = {"delivered": row.category}
        if category is None:
            yield found(row, "category-unknown", Severity.REFUSED, facts)
        elif category.until is not None and list_on >= category.until:
            yield found(row, "category-not-in-use", Severity.REFUSED, facts)
        elif word in category.misspelt:
            mended = replace(row, category=category.code)
            yield found(row, "category-misspelt", Severity.REPAIRED, facts | {"mended": category.code}, mended)
        else:
            yield Step(row.number, mended=replace(row, category=category.code))


def _of_file(rule: str, severity: Severity = Severity.NOTED, **facts: object) -> Step:
    return Step(WHOLE_FILE, Finding(WHOLE_FILE, rule, severity, "", facts))


RULES: tuple[Rule, ...] = (
    the_file,
    named,
    categorised,
    ground.shaped,
    ground.sized,
    ground.told_apart,
    ground.beside_each_other,
    organisation.codes_agree,
    organisation.local_under_its_police_area,
)
"""Every rule, in the order in which they mend."""
