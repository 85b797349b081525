"""The guard on a year of text that the police published: it stops telephone numbers there, and nothing else."""

import gzip
import json
from pathlib import Path

import pytest

from samsyn.core.guard import FindingKind, Severity, inspect

EVENTS = Path(__file__).resolve().parents[2] / "../shared/data/events/polisen_events_2024.jsonl.gz"


@pytest.mark.slow
@pytest.mark.skipif(not EVENTS.is_file(), reason="the published events are missing: ../shared/data/events")
def test_in_a_year_of_published_events_only_telephone_numbers_are_stopped_and_few_names_warned_for() -> None:
    with gzip.open(EVENTS, "rt", encoding="utf-8") as lines:
        texts = [" ".join(str(json.loads(line).get(key) or "") for key in ("name", "summary")) for line in lines]
    found = [(item, text[item.start : item.end]) for text in texts for item in inspect(text)]
    stopped = [(item, words) for item, words in found if item.severity is Severity.STOP]
    assert {item.kind for item, _ in stopped} == {FindingKind.TELEPHONE}
    assert all(words.startswith(("010", "070")) for _, words in stopped)
    assert len(found) - len(stopped) < len(texts) / 400
