"""People who sign in, roles with a start and an end, and tokens for programs."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Person(AbstractBaseUser):
    """Somebody who may sign in. Rights come from roles alone; there are no superusers."""

    username = models.CharField(max_length=150, unique=True)
    name = models.CharField(max_length=150)
    organisation = models.CharField(max_length=150)
    is_active = models.BooleanField(default=True)
    looked_at = models.DateTimeField(null=True)

    USERNAME_FIELD = "username"
    objects: ClassVar = BaseUserManager()


class Role(models.Model):
    """A role held on a unit from a moment, until a moment if it has ended or will."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=40)
    unit = models.ForeignKey("areas.Unit", on_delete=models.PROTECT, related_name="+")
    start = models.DateTimeField()
    end = models.DateTimeField(null=True)
    substitute = models.BooleanField(default=False)

    class Meta:
        """A role ends after it began; a substitute's always ends."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(end=None) | models.Q(end__gt=models.F("start")), name="role_ends_after_start"
            ),
            models.CheckConstraint(
                condition=models.Q(substitute=False) | models.Q(end__isnull=False), name="substitute_has_end"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["unit", "role"], name="role_unit_role")]


class Token(models.Model):
    """A program's key to the API, with the rights of the person it stands for. Only a hash is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    label = models.CharField(max_length=80)
    purpose = models.CharField(max_length=32)
    expires_at = models.DateTimeField()
