"""The ``samsyn`` command: running, keeping and filling an installation from a terminal.

Looks at shell and every room below it. Read ``main.py`` first, then any file in ``commands/``.
"""
