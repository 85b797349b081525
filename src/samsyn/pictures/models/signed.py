"""Signed versions: the document itself, and projection rows that can be rebuilt from it."""

from typing import ClassVar

from django.db import models

from samsyn.pictures.models.draft import CERTAINTIES, CHAPTER_KINDS, PARAGRAPH_KINDS, Picture
from samsyn.sharing.governed import Governed, Marked


class Version(Governed):
    """A signed version. ``document`` is the truth; only an erasure by decision may touch it."""

    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    edition = models.PositiveIntegerField()
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")
    method = models.CharField(max_length=40)
    document = models.TextField()
    digest = models.CharField(max_length=64)
    signed_at = models.DateTimeField()
    signed_by = models.CharField(max_length=150)
    substitute = models.BooleanField(default=False)
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        """Numbers run within a picture; one version at a time is in force."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["picture", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["picture"], condition=models.Q(superseded_at=None), name="one_version_in_force"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["picture", "signed_at"], name="version_as_of"),
            models.Index(fields=["signed_at"], name="version_signed"),
        ]


class SignedChapter(models.Model):
    """A chapter of a signed version."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="chapters")
    chapter_id = models.CharField(max_length=32)
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=CHAPTER_KINDS)
    title = models.CharField(max_length=120)
    area_key = models.CharField(max_length=60, blank=True)
    boundary = models.CharField(max_length=40, blank=True)
    listed = models.BooleanField(default=True)

    class Meta:
        """Found by area on the nation's page."""

        indexes: ClassVar = [models.Index(fields=["area_key", "version"], name="signed_chapter_area")]


class SignedParagraph(Marked):
    """One statement of a signed version, as a row that rights can filter."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="paragraphs")
    chapter = models.ForeignKey(SignedChapter, on_delete=models.PROTECT, related_name="paragraphs")
    paragraph_id = models.CharField(max_length=32)
    position = models.PositiveIntegerField()
    label = models.CharField(max_length=16)
    kind = models.CharField(max_length=10, choices=PARAGRAPH_KINDS)
    section = models.CharField(max_length=40)
    text = models.TextField()
    certainty = models.CharField(max_length=20, choices=CERTAINTIES, blank=True)
    facts = models.JSONField(default=dict)
    evidence = models.JSONField(default=list)
    sources = models.JSONField(default=list)
    origin = models.CharField(max_length=32, blank=True)
    author = models.CharField(max_length=150)
    written_on = models.DateField()
    erased = models.BooleanField(default=False)

    class Meta:
        """Once per version; found by its stable id over all versions."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "paragraph_id"], name="signed_paragraph_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["paragraph_id"], name="signed_paragraph_id")]


class Trace(models.Model):
    """A sentence above and one below that it rests on, however many levels down (``depth``)."""

    upper = models.ForeignKey(SignedParagraph, on_delete=models.CASCADE, related_name="traces")
    lower_version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    lower_paragraph_id = models.CharField(max_length=32)
    lower_unit_id = models.BigIntegerField()
    depth = models.PositiveSmallIntegerField(default=1)

    class Meta:
        """Followed both ways."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["upper", "lower_version", "lower_paragraph_id"], name="trace_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["lower_paragraph_id", "lower_version"], name="trace_upward"),
            models.Index(fields=["lower_unit_id", "upper"], name="trace_unit"),
        ]


class Word(models.Model):
    """The search index: one folded word of a paragraph in force."""

    word = models.CharField(max_length=40)
    paragraph = models.ForeignKey(SignedParagraph, on_delete=models.CASCADE, related_name="words")

    class Meta:
        """Found by prefix."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["word", "paragraph"], name="word_once")]
