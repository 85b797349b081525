"""One command per file: ``import_areas.py`` is ``samsyn import areas``.

Looks at shell and every room below it. Read ``verify.py`` first: each file has ``SUMMARY`` (shown in the
list, translated), ``arguments(parser)`` and ``run(args)``, which returns the exit status.
"""
