"""What is said about a signed version afterwards: dated rows beside the document, never inside it."""

from typing import ClassVar

from django.db import models

from samsyn.pictures.models.draft import Picture
from samsyn.pictures.models.signed import Version
from samsyn.sharing.governed import Marked

REMARK_KINDS = [(kind, kind) for kind in ("question", "reply", "dissent", "answer")]

WAITING = models.Q(due_on__isnull=False, replied_at=None)
"""The condition that a remark is a question without a reply: in these words, so that the indexes serve it."""


class Remark(Marked):
    """A question, a reply, a dissent, or an answer to a need. ``key`` makes a form sent twice one row.

    A question that waits has a day when the reply is due and none when it came.
    """

    key = models.CharField(max_length=32, unique=True)
    kind = models.CharField(max_length=10, choices=REMARK_KINDS)
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="remarks")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="remarks")
    paragraph_id = models.CharField(max_length=32)
    unit_id = models.BigIntegerField()
    author = models.CharField(max_length=150)
    at = models.DateTimeField()
    text = models.TextField()
    verdict = models.CharField(max_length=12, blank=True)
    due_on = models.DateField(null=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="replies")
    replied_at = models.DateTimeField(null=True)
    erased = models.BooleanField(default=False)

    class Meta:
        """Collected by paragraph; what waits, and what is new, is found without reading what was said before."""

        indexes: ClassVar = [
            models.Index(fields=["paragraph_id", "kind"], name="remark_paragraph"),
            models.Index(fields=["picture", "kind", "-at"], name="remark_picture"),
            models.Index(fields=["at"], name="remark_at"),
            models.Index(fields=["picture"], name="question_waiting", condition=WAITING),
            models.Index(fields=["unit_id"], name="question_asked", condition=WAITING),
        ]


class Need(Marked):
    """A need of capability in force, projected at signing: whom it is put to and when an answer is due."""

    paragraph_id = models.CharField(max_length=32, primary_key=True)
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="needs")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    unit_id = models.BigIntegerField()
    to_unit_id = models.BigIntegerField()
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    answered_at = models.DateTimeField(null=True)
    verdict = models.CharField(max_length=12, blank=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        """Found by the unit that is to answer."""

        indexes: ClassVar = [
            models.Index(fields=["to_unit_id", "answered_at", "withdrawn_at"], name="need_waiting"),
            models.Index(fields=["unit_id"], name="need_unit"),
        ]


class Receipt(models.Model):
    """Somebody has taken note of a version."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="receipts")
    person = models.CharField(max_length=150)
    unit_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        """Once per person and version."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "person"], name="receipt_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "-at"], name="receipt_person")]


class Round(models.Model):
    """A collection round: the nation asks every local area for a signed picture by a day."""

    nation_id = models.BigIntegerField(db_index=True)
    title = models.CharField(max_length=120)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=150)
    due_on = models.DateField()
    closed_at = models.DateTimeField(null=True)
