"""Whether rows, trail and numbers of a database tell the same story: nothing half, nothing twice."""

from collections import Counter
from collections.abc import Collection

from django.db import connection

from samsyn.audit.actions import seal
from samsyn.audit.models import Entry
from samsyn.cli import checking
from samsyn.pictures.models import Chapter, Paragraph, Picture, Rival, Version, Word
from samsyn.sharing.models import Audience

SIGNED = ("picture.signed", "picture.corrected")
CHANGES = ("picture.started", *SIGNED)
"""What changes a draft beside the events that are called draft.something."""


def of_drafts() -> None:
    """Hold every paragraph, its label and its revisions against the trail, and every draft's edition too."""
    rows = {row.pk: row for row in Paragraph.objects.all()}
    written = Counter(Entry.objects.filter(event="draft.paragraph-written").values_list("target", flat=True))
    assert written == Counter(f"paragraph:{one}" for one in rows)
    edited = Counter(
        (entry.target, entry.facts["rev"]) for entry in Entry.objects.filter(event="draft.paragraph-edited")
    )
    assert edited == Counter((f"paragraph:{row.pk}", rev) for row in rows.values() for rev in range(2, row.rev + 1))
    for chapter in Chapter.objects.all():
        numbers = sorted(row.number for row in rows.values() if row.chapter_id == chapter.pk)
        assert numbers == list(range(1, chapter.next_label))
    for picture in Picture.objects.all():
        told = Entry.objects.filter(unit_id=picture.unit_id).exclude(event="draft.read").values_list("event", flat=True)
        assert picture.edition == sum(one.startswith("draft.") or one in CHANGES for one in told)
    assert not Rival.objects.exists()


def of_signing(unit_id: int, *, readers: Collection[int]) -> None:
    """Hold a picture's versions against their numbers, readers, trail and search index."""
    picture = Picture.objects.get(unit_id=unit_id)
    versions = list(Version.objects.filter(picture=picture).order_by("number"))
    assert [one.number for one in versions] == list(range(1, picture.latest_number + 1))
    assert [one.number for one in versions if one.superseded_at is None] == [picture.latest_number]
    told = Counter(Entry.objects.filter(event__in=SIGNED, unit_id=unit_id).values_list("target", flat=True))
    assert told == Counter(f"version:{one.pk}" for one in versions)
    for one in versions:
        opened = Audience.objects.filter(kind="version", object_id=one.pk, whole=True).values_list("unit_id", flat=True)
        assert sorted(opened) == sorted(readers)
        sought = Word.objects.filter(paragraph__version=one).values("paragraph").distinct().count()
        assert sought == (one.paragraphs.count() if one.superseded_at is None else 0)


def of_everything() -> None:
    """Seal what waits, and verify the file, the trail, every signed version and its projections."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert cursor.execute("PRAGMA foreign_key_check").fetchall() == []
    while seal(thorough=True):
        pass
    found = checking.check()
    assert found.whole
    assert found.trail.unsealed == 0
