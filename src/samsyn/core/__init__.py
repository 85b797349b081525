"""The rules of the house: pure functions and frozen facts, no framework, files, clock or network.

Looks at nothing. Read ``access.py`` first, then ``pictures/document.py``.
"""
