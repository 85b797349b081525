"""Units, areas, their dated spans and boundaries, the lists, and the files delivered.

Everything dated is half-open: ``start`` counts, ``end`` does not, an open end is still in force.
Geometry stands in a table of its own, so that no list or page drags it along by accident.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

_TURNED = Q(end=None) | Q(end__gt=F("start"))
"""A span ends after it began."""


class Unit(models.Model):
    """A unit of the organisation. Name and place in the tree are dated: see :class:`UnitSpan`."""

    nation = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=16)
    code = models.CharField(max_length=24, unique=True)
    official_code = models.BooleanField(default=True)
    training = models.BooleanField(default=False)
    note = models.TextField(blank=True)

    class Meta:
        """A nation is its own root; everything else hangs under one."""

        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind="nation", nation=None) | (~Q(kind="nation") & Q(nation__isnull=False)),
                name="unit_nation_is_root",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["nation", "region", "police_area", "local_area", "partner"]),
                name="unit_kind_known",
            ),
        ]


class UnitSpan(models.Model):
    """What a unit was called and what it belonged to, from a day until another."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="spans")
    name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=500)
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    start = models.DateField()
    end = models.DateField(null=True)

    class Meta:
        """No unit is its own parent; one span begins on a day."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=_TURNED, name="unit_span_ends_after_start"),
            models.CheckConstraint(condition=Q(parent=None) | ~Q(parent=F("unit")), name="unit_span_not_own_parent"),
            models.UniqueConstraint(fields=["unit", "start"], name="unit_span_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["parent", "start"], name="unit_span_children")]


class UnitClosure(models.Model):
    """Who stood under whom, when: the transitive tree, rebuilt when a unit is placed or moved."""

    ancestor = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    descendant = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="+")
    depth = models.PositiveSmallIntegerField()
    start = models.DateField()
    end = models.DateField(null=True)

    class Meta:
        """Asked from above ("under") and from below ("over")."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=_TURNED, name="unit_closure_ends_after_start"),
            models.UniqueConstraint(fields=["ancestor", "descendant", "start"], name="unit_closure_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["descendant", "depth"], name="unit_closure_over")]


class Area(models.Model):
    """An area that keeps its identity while its name, boundary and published number change."""

    nation = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    key = models.SlugField(max_length=80, unique=True)

    class Meta:
        """The key is the area's address and is never reused."""


class Snapshot(models.Model):
    """A delivered file, kept untouched."""

    nation = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    sender = models.CharField(max_length=150)
    received_at = models.DateTimeField()
    size = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        """The same bytes are kept once per nation."""

        constraints: ClassVar = [models.UniqueConstraint(fields=["nation", "sha256"], name="snapshot_once")]


class ListEdition(models.Model):
    """One list of areas, in force from a day until the next: a dated decision by people."""

    nation = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    start = models.DateField()
    precision = models.CharField(max_length=8, default="day")
    title = models.CharField(max_length=200)
    source = models.TextField(blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    reason = models.TextField(blank=True)
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        """One list begins on a day; ``precision`` says whether the day itself is known."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["nation", "start"], name="list_edition_once"),
            models.CheckConstraint(condition=Q(precision__in=["day", "month", "year"]), name="list_edition_precision"),
        ]


class AreaGeometry(models.Model):
    """One boundary version: valid GeoJSON in WGS 84, and the geometry as it was delivered.

    Two lists in a row with the same boundary share one row, so its id says "the same boundary".
    """

    geojson = models.TextField()
    original = models.TextField()
    repaired = models.BooleanField(default=False)
    min_lon = models.FloatField()
    min_lat = models.FloatField()
    max_lon = models.FloatField()
    max_lat = models.FloatField()
    area_m2 = models.FloatField()

    class Meta:
        """Found by bounding box."""

        indexes: ClassVar = [models.Index(fields=["min_lon", "max_lon"], name="area_geometry_box")]


class AreaSpan(models.Model):
    """What an area was called, where it lay and which local unit it belonged to, from a day until another."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="spans")
    edition = models.ForeignKey(ListEdition, on_delete=models.PROTECT, null=True, related_name="+")
    start = models.DateField()
    end = models.DateField(null=True)
    name = models.CharField(max_length=160)
    sort_key = models.CharField(max_length=700)
    special_id = models.PositiveIntegerField(null=True)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    municipality = models.CharField(max_length=80, blank=True)
    municipality_code = models.CharField(max_length=4, blank=True)
    place = models.CharField(max_length=80, blank=True)
    lon = models.FloatField(null=True)
    lat = models.FloatField(null=True)
    geometry = models.ForeignKey(AreaGeometry, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        """One span of an area begins on a day."""

        constraints: ClassVar = [
            models.CheckConstraint(condition=_TURNED, name="area_span_ends_after_start"),
            models.UniqueConstraint(fields=["area", "start"], name="area_span_once"),
            models.CheckConstraint(
                condition=Q(lon=None, lat=None) | Q(lon__isnull=False, lat__isnull=False), name="area_span_position"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["unit", "start"], name="area_span_unit")]


class Listing(models.Model):
    """The category and trend that one list gives one area."""

    edition = models.ForeignKey(ListEdition, on_delete=models.CASCADE, related_name="listings")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="listings")
    category = models.CharField(max_length=12)
    trend = models.CharField(max_length=12, blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        """An area stands once on a list, in a category that some list has used."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "area"], name="listing_once"),
            models.CheckConstraint(
                condition=Q(category__in=["utsatt", "risk", "sarskilt"]), name="listing_category_known"
            ),
            models.CheckConstraint(
                condition=Q(trend__in=["", "positiv", "stabil", "negativ"]), name="listing_trend_known"
            ),
        ]


class AreaLink(models.Model):
    """An area that went up in another at a list: a part of a split, or a whole merged."""

    edition = models.ForeignKey(ListEdition, on_delete=models.CASCADE, related_name="links")
    before = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="later")
    after = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="earlier")
    fate = models.CharField(max_length=8)

    class Meta:
        """Followed both ways; an area never precedes itself."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["edition", "before", "after"], name="area_link_once"),
            models.CheckConstraint(condition=~Q(before=F("after")), name="area_link_not_self"),
            models.CheckConstraint(condition=Q(fate__in=["split", "merged"]), name="area_link_fate_known"),
        ]


class ImportRun(models.Model):
    """One delivered layer on its way in: what was proposed, decided, loaded and reported."""

    nation = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="runs")
    list_on = models.DateField()
    state = models.CharField(max_length=12, default="proposed")
    proposal = models.JSONField(default=dict)
    decisions = models.JSONField(default=list)
    report = models.JSONField(default=list)
    created_at = models.DateTimeField()
    created_by = models.CharField(max_length=150)
    loaded_at = models.DateTimeField(null=True)
    edition = models.ForeignKey(ListEdition, on_delete=models.PROTECT, null=True, related_name="runs")

    class Meta:
        """The same bytes for the same list are one run."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["snapshot", "list_on"], name="import_run_once"),
            models.CheckConstraint(
                condition=Q(state__in=["proposed", "loaded", "refused"]), name="import_run_state_known"
            ),
        ]
