"""Reads the written content, and puts days into it: every date counts back from a given day."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from importlib import resources
from typing import Any

from babel.dates import format_date

from samsyn.core.access import InfoClass, Zone
from samsyn.core.pictures.document import Certainty, Evidence, EvidenceKind, ParagraphKind
from samsyn.pictures.facts import Wording

Entry = Mapping[str, Any]

_DAY = re.compile(r"\{(m?)(-?\d+)\}")
_KINDS = {
    "missing": ParagraphKind.MISSING,
    "answers": ParagraphKind.ANSWER,
    "category": ParagraphKind.PROPOSAL,
    "needs": ParagraphKind.NEED,
}
_FACTS = ("level", "category", "trend", "criterion", "step", "lowering_reason")


def read(*names: str) -> Entry:
    """Return the content of some files together, their tables joined in the given order."""
    whole: dict[str, list[Entry]] = {}
    for name in names:
        file = resources.files("samsyn.cli.seed") / "content" / f"{name}.toml"
        for key, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
            whole.setdefault(key, []).extend(entries)
    return whole


def dated(text: str, *, base: date) -> str:
    """Put days in a text: ``{14}`` is "26 oktober", fourteen days before ``base``; ``{m14}`` the month alone."""

    def day(found: re.Match[str]) -> str:
        return format_date(base - timedelta(days=int(found[2])), "MMMM" if found[1] else "d MMMM", locale="sv_SE")

    return _DAY.sub(day, text)


def kind_of(entry: Entry) -> ParagraphKind:
    """Return the kind of statement that belongs in the entry's section."""
    return _KINDS.get(entry["section"], ParagraphKind.TEXT)


def wording(entry: Entry, *, base: date) -> Wording:
    """Return what an entry states; class 1 in the police zone unless it says otherwise."""
    return Wording(
        text=dated(entry["text"], base=base),
        certainty=Certainty(entry["certainty"]) if "certainty" in entry else None,
        info_class=InfoClass(entry.get("class", 1)),
        zone=Zone(entry.get("zone", "polis")),
        facts=facts(entry),
        evidence=evidence(entry.get("evidence", ()), base=base),
    )


def facts(entry: Entry) -> dict[str, str]:
    """Return the coded part of a statement."""
    return {key: str(entry[key]) for key in _FACTS if key in entry}


def evidence(entries: Iterable[Entry], *, base: date) -> tuple[Evidence, ...]:
    """Return what a statement rests on, each dated so many days before ``base``."""
    return tuple(
        Evidence(
            kind=EvidenceKind(one["kind"]),
            reference=one["reference"],
            grading=one.get("grading", ""),
            on=base - timedelta(days=one["days"]),
        )
        for one in entries
    )


def answers(content: Entry) -> Iterable[Entry]:
    """Yield every answer to a criterion as an entry of its own."""
    for group in content.get("answers", ()):
        for code, answer in group.items():
            if code in {"chapter", "evidence"}:
                continue
            step, reason = answer
            yield {
                "key": f"{group['chapter']}/{code}",
                "chapter": group["chapter"],
                "section": "answers",
                "criterion": code,
                "step": step,
                "text": reason,
                "evidence": group["evidence"],
            }
