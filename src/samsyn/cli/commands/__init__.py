"""One command per file: ``import_areas.py`` is ``samsyn import areas``.

Looks at shell and every room below it. Read ``verify.py`` first: each file has a docstring whose first
line is shown in the list, ``arguments(parser)`` and ``run(args)``, which returns the exit status.
"""
