"""Audience rows: which unit may read which object. Long lists read this table alone."""

from typing import ClassVar

from django.db import models


class Audience(models.Model):
    """One unit's access to one object; ``whole`` false means only what lifts that unit's own words."""

    unit_id = models.BigIntegerField()
    kind = models.CharField(max_length=24)
    object_id = models.BigIntegerField()
    at = models.DateTimeField()
    whole = models.BooleanField(default=True)

    class Meta:
        """Newest-first by unit for lists; by object for the filter."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "object_id", "unit_id", "whole"], name="audience_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["unit_id", "kind", "-at"], name="audience_unit_newest")]
