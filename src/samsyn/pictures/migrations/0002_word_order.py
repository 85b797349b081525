"""Compare words byte by byte on PostgreSQL too, so that a prefix is one range in any locale."""

from typing import ClassVar

from django.db import migrations


def order_by_bytes(apps, schema_editor):  # noqa: ANN001, ANN201, ARG001 - Django's signature
    """SQLite compares bytes already."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute('ALTER TABLE pictures_word ALTER COLUMN word TYPE varchar(40) COLLATE "C"')


class Migration(migrations.Migration):
    """The search index's order."""

    dependencies: ClassVar = [("pictures", "0001_initial")]
    operations: ClassVar = [migrations.RunPython(order_by_bytes, migrations.RunPython.noop)]
