"""The draft of a picture: rows that change, one picture per unit."""

from typing import ClassVar

from django.db import models

from samsyn.core.pictures.document import Certainty, ChapterKind, ParagraphKind
from samsyn.sharing.governed import Marked

CERTAINTIES = [(step.value, step.value) for step in Certainty]
PARAGRAPH_KINDS = [(kind.value, kind.value) for kind in ParagraphKind]
CHAPTER_KINDS = [(kind.value, kind.value) for kind in ChapterKind]


class Picture(models.Model):
    """A unit's picture: its draft, and the number of its latest signed version.

    ``edition`` grows with every change of the draft. Saving and signing lock this row first, so a
    signature is always on the text the signer saw.
    """

    unit = models.OneToOneField("areas.Unit", on_delete=models.PROTECT, related_name="+")
    method = models.CharField(max_length=40)
    edition = models.PositiveIntegerField(default=0)
    latest_number = models.PositiveIntegerField(default=0)
    next_chapter = models.PositiveIntegerField(default=1)
    changed_by = models.CharField(max_length=150, blank=True)
    changed_at = models.DateTimeField(null=True)


class Chapter(models.Model):
    """A chapter of the draft; ``number`` is given once. An unlisted place never leaves the police."""

    id = models.CharField(max_length=32, primary_key=True)
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="chapters")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=CHAPTER_KINDS)
    title = models.CharField(max_length=120)
    area_key = models.CharField(max_length=60, blank=True)
    boundary = models.CharField(max_length=40, blank=True)
    listed = models.BooleanField(default=True)
    next_label = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True)
    removed_by = models.CharField(max_length=150, blank=True)

    class Meta:
        """Numbers are unique within a picture."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["picture", "number"], name="chapter_number_once"),
        ]


class Paragraph(Marked):
    """A statement in the draft. ``rev`` grows with each save and tells two writers apart."""

    id = models.CharField(max_length=32, primary_key=True)
    chapter = models.ForeignKey(Chapter, on_delete=models.PROTECT, related_name="paragraphs")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=PARAGRAPH_KINDS)
    section = models.CharField(max_length=40)
    text = models.TextField()
    certainty = models.CharField(max_length=20, choices=CERTAINTIES, blank=True)
    facts = models.JSONField(default=dict)
    evidence = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    origin = models.CharField(max_length=32, blank=True)
    author = models.CharField(max_length=150)
    written_at = models.DateTimeField()
    rev = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True)
    removed_by = models.CharField(max_length=150, blank=True)
    removal_reason = models.TextField(blank=True)

    class Meta:
        """Labels are unique within a chapter; a removal has its moment and its person."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["chapter", "number"], name="paragraph_number_once"),
            models.CheckConstraint(
                condition=models.Q(removed_at=None, removed_by="")
                | (models.Q(removed_at__isnull=False) & ~models.Q(removed_by="")),
                name="paragraph_removed_at_by",
            ),
        ]


class Rival(Marked):
    """The other statement when two people changed one paragraph at once; kept, as marked, until someone chooses."""

    paragraph = models.ForeignKey(Paragraph, on_delete=models.CASCADE, related_name="rivals")
    text = models.TextField()
    certainty = models.CharField(max_length=20, blank=True)
    facts = models.JSONField(default=dict)
    evidence = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    author = models.CharField(max_length=150)
    written_at = models.DateTimeField()
    based_on_rev = models.PositiveIntegerField()
