"""The stages of the checks and the tests, in order; every stage runs, and the summary counts them."""

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from devtools import machine, packages, postgres

NO_TEST_RAN = 5
"""Pytest's exit status when nothing was collected."""

PYTEST = ("-m", "pytest", "--strict-markers")
BOTH_CORES = ("-n", "2", "--dist", "loadgroup")
CORE = ("-m", "coverage", "run", "--data-file", ".coverage.core", "-m", "pytest", "tests/core")
CORE_REPORT = ("-m", "coverage", "report", "--data-file", ".coverage.core", "--fail-under", "100")
BABEL = ("-m", "babel.messages.frontend", "--quiet")
EXTRACTING = ("-F", "pyproject.toml", "-k", "lazy", "--no-location", "--sort-output", "--omit-header")
LOCALE = Path("src/samsyn/web/locale")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one stage."""

    name: str
    state: str
    seconds: float = 0.0
    note: str = ""


def run_checks() -> int:
    """Check format, lint, types and contracts."""
    return _summary(_checks())


def run_tests(*, fast: bool, chosen: Sequence[str]) -> int:
    """Run everything; ``fast`` leaves out the slow parts, ``chosen`` replaces all by pytest arguments."""
    if chosen:
        outcomes = [_stage("chosen, SQLite", *PYTEST, *chosen, **_browser())]
        if not fast:
            outcomes.append(_on_postgres("chosen, PostgreSQL", *chosen))
        return _summary(outcomes)
    outcomes = _checks()
    outcomes.append(_stage("core", *CORE))
    outcomes.append(_stage("core coverage", *CORE_REPORT))
    rest = (*BOTH_CORES, "tests", "--ignore", "tests/core")
    unslow = " and not slow" if fast else ""
    outcomes.append(_stage("SQLite", *PYTEST, *rest, "-m", f"not browser and not postgres_only{unslow}"))
    if fast:
        outcomes += [Outcome(name, "left out", note="--fast") for name in ("PostgreSQL", "browser")]
    else:
        outcomes.append(_on_postgres("PostgreSQL", *rest, "--ignore", "tests/house"))
        outcomes.append(_in_browser())
    return _summary(outcomes)


def translate() -> int:
    """Extract the source strings, and update and compile the English catalogue."""
    with tempfile.TemporaryDirectory() as folder:
        template = str(Path(folder) / "django.pot")
        english = ("-d", str(LOCALE), "-D", "django", "-l", "en")
        lasting = ("--init-missing", "--no-fuzzy-matching", "--ignore-obsolete", "--ignore-pot-creation-date")
        return _summary(
            [
                _stage("extract", *BABEL, "extract", *EXTRACTING, "-o", template, "src/samsyn"),
                _stage("update", *BABEL, "update", "-i", template, *english, *lasting),
                _stage("compile", *BABEL, "compile", *english),
            ]
        )


def _checks() -> list[Outcome]:
    return [
        _stage("format", "-m", "ruff", "format", "--check", "."),
        _stage("lint", "-m", "ruff", "check", "."),
        _stage("types", "-m", "mypy"),
        _stage(
            "contracts",
            "-c",
            "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))",
        ),
    ]


def _browser() -> dict[str, str]:
    found = machine.chromium()
    return {"SAMSYN_CHROMIUM": found} if found else {}


def _in_browser() -> Outcome:
    surroundings = _browser()
    if not surroundings:
        return Outcome("browser", "skipped", note="no Chromium here, and it takes root to install one")
    return _stage("browser", *PYTEST, *BOTH_CORES, "tests", "-m", "browser", **surroundings)


def _on_postgres(name: str, *arguments: str) -> Outcome:
    programs = machine.postgres()
    if programs is None:
        return Outcome(name, "skipped", note="no PostgreSQL server here, and it takes root to install one")
    chosen = ("-m", "not browser and not sqlite_only")
    try:
        with postgres.throwaway(programs) as address:
            return _stage(name, *PYTEST, *arguments, *chosen, SAMSYN_DATABASE=address)
    except (LookupError, OSError, RuntimeError) as reason:
        return Outcome(name, "failed", note=f"the throw-away server: {reason}")


def _stage(name: str, *arguments: str, **extra: str) -> Outcome:
    print(f"\n── {name} " + "─" * (76 - len(name)), flush=True)
    inherited = packages.environment(**extra)
    outside = {key: value for key, value in inherited.items() if not key.startswith("SAMSYN_") or key in extra}
    started = time.monotonic()
    done = subprocess.run([str(packages.PYTHON), *arguments], env=outside, stdin=subprocess.DEVNULL, check=False)
    seconds = time.monotonic() - started
    if done.returncode == NO_TEST_RAN and "pytest" in arguments:
        return Outcome(name, "failed", seconds, "no test was run")
    return Outcome(name, "failed" if done.returncode else "passed", seconds)


def _summary(outcomes: Sequence[Outcome]) -> int:
    """Print what became of each stage; in CI a skipped stage counts as failed."""
    print("\n── Summary " + "─" * 69)
    for outcome in outcomes:
        print(f"{outcome.state:>9}  {outcome.name:<20} {outcome.seconds:6.1f} s  {outcome.note}")
    states = [outcome.state for outcome in outcomes]
    in_ci = os.environ.get("CI", "").lower() in {"1", "true"}
    failed = states.count("failed") + (states.count("skipped") if in_ci else 0)
    skipped = 0 if in_ci else states.count("skipped")
    print(f"\nstages: {states.count('passed')} passed, {failed} failed, {skipped} skipped", flush=True)
    return 1 if failed else 0
