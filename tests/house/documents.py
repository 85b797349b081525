"""Pages of the documentation that are drawn from the code: ``python -m tests.house.documents``."""

import importlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from samsyn.core.errors import DomainError
from tests.house import tree

ERRORS = Path("docs/errors.md")
HOW = "write it anew with: .venv/bin/python -m tests.house.documents"
HEAD = """# Errors

What a rule can refuse. The code is stable: programs may rely on it. The sentence is what a person reads, in
Swedish or English; the status is that of the page and of the API's problem document. Drawn from the code by
`.venv/bin/python -m tests.house.documents`.

| Code | Status | What it means | Sentence |
|---|---|---|---|
"""


def errors() -> list[type[DomainError]]:
    """Return every concrete error of the package, by code."""
    for path in tree.source():
        if re.search(r"^    code(: .+)? = ", tree.text(path), re.MULTILINE):
            parts = path.relative_to("src").with_suffix("").parts
            importlib.import_module(".".join(parts).removesuffix(".__init__"))
    return sorted(_below(DomainError), key=lambda error: error.code)


def errors_page() -> str:
    """Return docs/errors.md as it should read."""
    from samsyn.shell.sentences import SENTENCES  # noqa: PLC0415 - needs settings

    rows = []
    for error in errors():
        sentence, status = SENTENCES.get(error.code, ("", 500))
        meaning = " ".join((error.__doc__ or "").split("\n\n")[0].split())
        rows.append(f"| `{error.code}` | {status} | {meaning} | {sentence} |\n")
    return HEAD + "".join(rows)


def _below(error: type[DomainError]) -> Iterator[type[DomainError]]:
    for child in error.__subclasses__():
        if child.__module__.startswith("samsyn.") and "code" in vars(child):
            yield child
        yield from _below(child)


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.config.settings")
    django.setup()
    ERRORS.parent.mkdir(exist_ok=True)
    ERRORS.write_text(errors_page(), encoding="utf-8")
