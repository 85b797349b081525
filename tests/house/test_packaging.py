"""What is installed is what is here: templates, definitions and vendored files travel with the code."""

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.house import tree


def test_the_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    subprocess.run(build, cwd=tree.ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if not name.split("/")[0].endswith(".dist-info")}
    here = {path.relative_to("src").as_posix() for path in tree.files() if path.parts[0] == "src"}
    assert packed == here


def test_what_runs_never_needs_what_only_tests_need() -> None:
    """The locked run file is a part of the test file, version by version."""
    locked = {
        name: {line.split(";")[0].strip(" \\") for line in tree.text(Path(name)).splitlines() if line[:1].isalnum()}
        for name in ("requirements/run.txt", "requirements/build.txt", "requirements/test.txt")
    }
    assert locked["requirements/run.txt"] <= locked["requirements/test.txt"]
    assert locked["requirements/build.txt"] <= locked["requirements/test.txt"]


def test_every_locked_package_has_its_hashes() -> None:
    for path in tree.matching("requirements/*.txt"):
        blocks = tree.text(path).replace("\\\n", " ").splitlines()
        assert [block[:40] for block in blocks if "--hash=sha256:" not in block] == []
