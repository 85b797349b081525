"""Rows of the trail, and the chain over them. Both are append-only by database trigger."""

from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """One thing done or read. Strings only, so that history outlives its subject."""

    at = models.DateTimeField()
    actor = models.CharField(max_length=150)
    event = models.CharField(max_length=64)
    target = models.CharField(max_length=200)
    unit_id = models.BigIntegerField(null=True)
    purpose = models.CharField(max_length=32, blank=True)
    facts = models.JSONField(default=dict)

    class Meta:
        """Min logg reads by actor, newest first; the keeper by target."""

        indexes: ClassVar = [
            models.Index(fields=["actor", "-id"], name="audit_entry_actor"),
            models.Index(fields=["target", "-id"], name="audit_entry_target"),
        ]


class Link(models.Model):
    """The seal over one entry: ``digest`` covers the entry and the digest before it."""

    sequence = models.BigIntegerField(primary_key=True)
    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="link")
    digest = models.CharField(max_length=64)
