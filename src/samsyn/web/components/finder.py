"""Serve the sheets that lie beside the components, and nothing else from their folders."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

PREFIX = "components"
ROOT = Path(__file__).parent


class SheetStorage(FileSystemStorage):
    """The components' folder, under its own prefix among the static files."""

    prefix = PREFIX


class ComponentFinder(BaseFinder):
    """Find ``components/<name>/<name>.css``. Listed in ``STATICFILES_FINDERS``."""

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:  # noqa: ANN401, FBT001, FBT002 - Django's
        """Return the file behind an address, or an empty list as Django's own finders do."""
        found = [str(ROOT / name) for name, _ in self.list(None) if f"{PREFIX}/{name}" == path]
        return found[0] if found and not find_all else found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, SheetStorage]]:  # noqa: ARG002 - Django's
        """Yield every component's sheet with the storage that holds it."""
        storage = SheetStorage(location=ROOT)
        for sheet in sorted(ROOT.glob("*/*.css")):
            yield sheet.relative_to(ROOT).as_posix(), storage
