"""The same protecting columns on every governed table, and the one filter that asks the audience.

``Governed`` rows are whole things with an owner (a version, a package). ``Marked`` rows are texts
inside them, each with its own information class and zone.
"""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from samsyn.core.access import Actor, InfoClass, Permission, Zone
from samsyn.sharing.models import Audience

ZONES = [(zone.value, zone.value) for zone in Zone]
CLASSES = [(level.value, str(level.value)) for level in InfoClass]


class Governed(models.Model):
    """Owner, zone, highest class, purpose, retention and end date. Owner is an id, never a path."""

    owner_unit_id = models.BigIntegerField(db_index=True)
    zone = models.CharField(max_length=8, choices=ZONES, default=Zone.POLICE.value)
    info_class = models.PositiveSmallIntegerField(choices=CLASSES, default=InfoClass.K0.value)
    purpose = models.CharField(max_length=40, default="lagesbild")
    retention = models.CharField(max_length=40, default="bevaras")
    weed_on = models.DateField(null=True)

    class Meta:
        """Columns only."""

        abstract = True


class Marked(models.Model):
    """The marking of one text: information class and zone."""

    info_class = models.PositiveSmallIntegerField(choices=CLASSES, default=InfoClass.K1.value)
    zone = models.CharField(max_length=8, choices=ZONES, default=Zone.POLICE.value)

    class Meta:
        """Columns only."""

        abstract = True


def visible(by: Actor, *, kind: str, key: str = "pk", whole: bool | None = None) -> Q:
    """Return the filter "an audience row lets ``by`` read this ``kind``".

    ``key`` is the column of the outer table holding the object's id. ``whole`` narrows to rows
    that give the whole object (true) or only the sentences that concern the reader (false).
    """
    rows = Audience.objects.filter(
        kind=kind, object_id=OuterRef(key), unit_id__in=by.units_with(Permission.PICTURE_READ)
    )
    if whole is not None:
        rows = rows.filter(whole=whole)
    return Q(Exists(rows))


def readable(by: Actor, *, kind: str, key: str, column: str = "info_class") -> Q:
    """Return the filter "the whole ``kind`` is open to ``by`` through a unit cleared for this text's class"."""
    condition = Q(pk__in=[])
    for level, units in by.clearances(Permission.PICTURE_READ):
        rows = Audience.objects.filter(kind=kind, object_id=OuterRef(key), unit_id__in=units, whole=True)
        condition |= Q(**{f"{column}__lte": level}) & Q(Exists(rows))
    return condition
