"""Version 1 of the interface, one endpoint per file. Its addresses and shapes never change meaning.

Looks at shell and every room below it. Read ``routes.py`` first.
"""
