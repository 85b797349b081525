"""Where a word still stands in the database: every column of every table, and the bytes of the file."""

from pathlib import Path

from django.db import connection


def tables_with(word: str) -> list[str]:
    """Return the tables in which some row holds the word in any column."""
    found = []
    for table in sorted(connection.introspection.table_names()):
        with connection.cursor() as cursor:
            columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
            holds = " OR ".join(f'CAST("{column}" AS TEXT) LIKE %s' for column in columns)
            cursor.execute(f'SELECT COUNT(*) FROM "{table}" WHERE {holds}', [f"%{word}%"] * len(columns))
            if cursor.fetchone()[0]:
                found.append(table)
    return found


def files_with(word: str) -> list[str]:
    """Return the files of a SQLite database in which the bytes of the word still lie, its log written back first."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = Path(str(connection.settings_dict["NAME"]))
    sought = (word.encode(), word.encode("utf-16-le"))
    return [
        file.name
        for file in sorted(path.parent.glob(f"{path.name}*"))
        if any(one in file.read_bytes() for one in sought)
    ]
