"""The start page: what has changed, what waits for me, what is late.

Looks at pictures, areas and shell. Read ``pages.py`` first, then ``present.py``.
"""
