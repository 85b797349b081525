"""Writing the draft, lifting from below, and signing.

Looks at pictures, areas and shell. Read ``pages.py`` first, then ``signing.py``.
"""
