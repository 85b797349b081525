#!/usr/bin/env python3
"""The one door for developers: demo, test, check, bench, translate, lock.

Needs Python 3.11 or later and nothing else. Everything it installs comes from the locked files in
``requirements/`` and lands in ``.venv``; running it again does only what is missing.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(f"Samsyn needs Python 3.11 or later; this is {sys.version.split()[0]}.")

import argparse
import os
import signal
import subprocess
from collections.abc import Callable, Sequence

from devtools import lock, packages, suite
from devtools.packages import ROOT, SCRIPTS


def demo(args: Sequence[str]) -> int:
    """Start Samsyn on this machine with the training country; print the address and the logins."""
    packages.install("run")
    return _hand_over(str(SCRIPTS / "samsyn"), "demo", *args)


def test(args: Sequence[str]) -> int:
    """Run all checks and all tests, on SQLite and on a throw-away PostgreSQL."""
    parser = argparse.ArgumentParser(prog="dev.py test", description=test.__doc__)
    parser.add_argument("--fast", action="store_true", help="leave out PostgreSQL, the browser and what is slow")
    parser.add_argument("chosen", nargs="*", help="arguments for pytest, after --: only those tests, no checks")
    own, chosen = _split(args)
    fast = parser.parse_args(own).fast
    packages.install("test")
    return suite.run_tests(fast=fast, chosen=chosen)


def check(args: Sequence[str]) -> int:
    """Check format, lint, types and the contracts between rooms; no tests."""
    _no_arguments("check", args)
    packages.install("test")
    return suite.run_checks()


def bench(args: Sequence[str]) -> int:
    """Measure what it costs, as ratios against a baseline in the same run."""
    packages.install("test")
    return _hand_over(str(packages.PYTHON), "-m", "bench", *args)


def translate(args: Sequence[str]) -> int:
    """Collect the Swedish source strings and bring the English catalogue up to date."""
    _no_arguments("translate", args)
    packages.install("test")
    return suite.translate()


def relock(args: Sequence[str]) -> int:
    """Write requirements/*.txt anew from pyproject.toml; with --upgrade take newer versions."""
    packages.install("test")
    return lock.write(args)


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "demo": demo,
    "test": test,
    "check": check,
    "bench": bench,
    "translate": translate,
    "lock": relock,
}


def main(argv: Sequence[str]) -> int:
    """Run the command named first in ``argv``."""
    if not argv or argv[0] not in COMMANDS:
        print("python3 dev.py COMMAND\n")
        for name, command in COMMANDS.items():
            print(f"  {name:<10} {(command.__doc__ or '').splitlines()[0]}")
        return 0 if argv and argv[0] in {"-h", "--help", "help"} else 2
    os.chdir(ROOT)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return COMMANDS[argv[0]](argv[1:])
    except packages.CannotInstallError as reason:
        print(f"\n{reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _split(args: Sequence[str]) -> tuple[list[str], list[str]]:
    if "--" not in args:
        return list(args), []
    at = list(args).index("--")
    return list(args[:at]), list(args[at + 1 :])


def _no_arguments(name: str, args: Sequence[str]) -> None:
    argparse.ArgumentParser(prog=f"dev.py {name}", description=COMMANDS[name].__doc__).parse_args(list(args))


def _hand_over(*command: str) -> int:
    """Become the command where the system can, so that signals reach it directly."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execve(command[0], command, packages.environment())  # noqa: S606 - no shell is wanted
    return subprocess.run(command, env=packages.environment(), check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
