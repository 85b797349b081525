"""Compare words byte by byte on PostgreSQL too, so that a prefix is one range in any locale."""

from typing import ClassVar

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def order_by_bytes(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:  # noqa: ARG001 - Django's signature
    """SQLite compares bytes already."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute('ALTER TABLE pictures_word ALTER COLUMN word TYPE varchar(40) COLLATE "C"')


class Migration(migrations.Migration):
    """The search index's order."""

    dependencies: ClassVar = [("pictures", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(order_by_bytes, migrations.RunPython.noop)]
