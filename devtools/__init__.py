"""What ``dev.py`` does, with nothing but the standard library.

Looks at no room. Read ``packages.py`` first, then ``suite.py``.
"""
