"""The rules of a picture: its shape, method, history, comparison, causes, readiness and roll-up.

Looks at ``core.access`` and ``core.errors`` only. Read ``document.py`` first.
"""
