"""Writing the locked requirement files. They hold hashes and no address of any registry."""

import argparse
import subprocess
from collections.abc import Sequence

from devtools.packages import REQUIREMENTS, ROOT, SCRIPTS, environment

COMPILE = ("--quiet", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes")
BARE = ("--no-emit-index-url", "--no-header", "--no-annotate", "--no-strip-markers")
GROUPS = {
    "test.txt": ("pyproject.toml", "--group", "test", "--group", "build"),
    "run.txt": ("pyproject.toml", "-c", "requirements/test.txt"),
    "build.txt": ("--group", "build", "-c", "requirements/test.txt"),
}
"""``test.txt`` is resolved first and holds everything; the others are parts of it."""


def write(args: Sequence[str]) -> int:
    """Resolve anew, keeping the locked versions where they still fit unless ``--upgrade`` is given."""
    parser = argparse.ArgumentParser(prog="dev.py lock", description=write.__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that fit")
    upgrade = ["--upgrade"] if parser.parse_args(list(args)).upgrade else []
    for name, inputs in GROUPS.items():
        target = REQUIREMENTS / name
        command = [str(SCRIPTS / "uv"), *COMPILE, *BARE, *upgrade, *inputs, "--output-file", str(target)]
        if subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode != 0:
            return 1
        packages = [line for line in target.read_text(encoding="utf-8").splitlines() if line[:1].isalnum()]
        print(f"requirements/{name}: {len(packages)} packages")
    return 0
