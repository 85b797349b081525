"""What the maker of a country tells the one who measures it: who is signed in, and where to go."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

FILE = "guide.json"
CSRF = "b" * 32
"""What everybody who is signed in sends as cookie and as token."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A page to be measured: what it is called, its address, and the cookies of its reader."""

    name: str
    path: str
    cookies: str


@dataclass(frozen=True, slots=True)
class Signing:
    """A draft ready to be signed: its unit, the edition to state, its chapters, and the cookies of its chief."""

    code: str
    edition: int
    chapters: tuple[str, ...]
    cookies: str


@dataclass(frozen=True, slots=True)
class Guide:
    """Where everything is in one generated country, and how much of it there is."""

    empty: Visit
    visits: tuple[Visit, ...]
    signings: tuple[Signing, ...]
    nation: Visit
    printed: Visit
    rows: Mapping[str, int]

    def write(self, home: Path) -> None:
        """Leave it in the home."""
        (home / FILE).write_text(json.dumps(asdict(self)), encoding="utf-8")

    @staticmethod
    def read(home: Path) -> "Guide":
        """Return what was left in the home."""
        raw = json.loads((home / FILE).read_text(encoding="utf-8"))
        return Guide(
            empty=Visit(**raw["empty"]),
            visits=tuple(Visit(**one) for one in raw["visits"]),
            signings=tuple(Signing(**{**one, "chapters": tuple(one["chapters"])}) for one in raw["signings"]),
            nation=Visit(**raw["nation"]),
            printed=Visit(**raw["printed"]),
            rows=raw["rows"],
        )
