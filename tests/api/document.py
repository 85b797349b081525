"""The description of the interface, written from the code: ``python -m tests.api.document``."""

import json
import os
from pathlib import Path

FILE = Path("docs/api/openapi.json")
HOW = "write it anew with: .venv/bin/python -m tests.api.document"


def described() -> str:
    """Return docs/api/openapi.json as it should read."""
    from samsyn.api.urls import API_V1  # noqa: PLC0415 - needs settings

    return json.dumps(API_V1.get_openapi_schema(), indent=2, ensure_ascii=False, default=str) + "\n"


if __name__ == "__main__":
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samsyn.config.settings")
    django.setup()
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(described(), encoding="utf-8")
