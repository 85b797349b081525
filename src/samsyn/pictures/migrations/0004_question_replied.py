"""Write down when a question got its first reply, so that what waits is found without reading what does not."""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import Min, OuterRef, Q, Subquery

WAITING = Q(due_on__isnull=False, replied_at=None)


def replies_so_far(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 - Django's signature
    """Take the moment of the first reply that there is."""
    remarks = apps.get_model("pictures", "Remark").objects
    first = remarks.filter(parent=OuterRef("pk")).values("parent").annotate(first=Min("at")).values("first")
    remarks.filter(kind="question").update(replied_at=Subquery(first))


class Migration(migrations.Migration):
    """A moment on questions, and indexes of what waits and what is new."""

    dependencies: ClassVar = [("pictures", "0003_rival_as_marked")]
    operations: ClassVar = [
        migrations.AddField("remark", "replied_at", models.DateTimeField(null=True)),
        migrations.RunPython(replies_so_far, migrations.RunPython.noop),
        migrations.AddIndex("remark", models.Index(fields=["at"], name="remark_at")),
        migrations.AddIndex("remark", models.Index(fields=["picture"], name="question_waiting", condition=WAITING)),
        migrations.AddIndex("remark", models.Index(fields=["unit_id"], name="question_asked", condition=WAITING)),
    ]
