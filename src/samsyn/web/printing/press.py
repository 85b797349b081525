"""Sets a sheet into PDF/UA-1. Words reach the typesetter as data, never as markup."""

import json
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib import resources
from pathlib import Path
from threading import Lock
from typing import Any, Final

import typst

from samsyn.web.printing.sheet import Sheet

ROOT = Path(str(resources.files("samsyn.web.printing")))
FONTS = ROOT / "fonts"
STANDARD: Final = "ua-1"
UNPRINTABLE = "¿"
"""Stands for a character that the fonts lack: a missing one would stop the whole document."""
UNSEEN = frozenset({"Cc", "Cf", "Mn", "Me"})
"""Kinds of characters that are never seen on their own: left out where the fonts lack them."""

_ONE_AT_A_TIME = Lock()
"""The typesetter refuses a second thread while it works."""


def press(sheet: Sheet, *, at: datetime) -> bytes:
    """Return the PDF of a sheet; the same sheet and moment give the same bytes."""
    data = json.dumps(_printable(sheet.as_data()), ensure_ascii=False)
    with _ONE_AT_A_TIME:
        made = _compiler().compile(
            sys_inputs={"sheet": data}, format="pdf", pdf_standards=STANDARD, timestamp=int(at.timestamp())
        )
    if not isinstance(made, bytes):
        raise TypeError(made)
    return made


@cache
def _compiler() -> typst.Compiler:
    """Return the typesetter with the fonts read in; it reads no file outside this folder."""
    return typst.Compiler(str(ROOT / "picture.typ"), root=str(ROOT), font_paths=[str(FONTS)], ignore_system_fonts=True)


@cache
def _covered() -> frozenset[int]:
    """Return the characters that the fonts hold, as ``make_fonts.py`` wrote them down."""
    spans = (FONTS / "coverage.txt").read_text(encoding="ascii").split()
    pairs = (span.split("-") for span in spans)
    return frozenset(code for first, last in pairs for code in range(int(first, 16), int(last, 16) + 1))


def _printable(value: Any) -> Any:  # noqa: ANN401 - walks plain data
    """Return the data with every word in characters that can be set."""
    if isinstance(value, str):
        return "".join(map(_sign, unicodedata.normalize("NFC", value)))
    if isinstance(value, Mapping):
        return {key: _printable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(item) for item in value]
    return value


def _sign(char: str) -> str:
    if ord(char) in _covered() or char == "\n":
        return char
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in UNSEEN else UNPRINTABLE
