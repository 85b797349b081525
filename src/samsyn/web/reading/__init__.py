"""Reading a signed picture: in force, by version, as of a day, on paper; and saying that one has read it.

Looks at pictures, areas, accounts and shell. Read ``pages.py`` first, then ``gather.py``.
"""
