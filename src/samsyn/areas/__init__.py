"""Units, areas, boundary versions, lists and the files they came from: WHERE, as of any day.

Looks at audit and core. Read ``models.py`` first, then ``queries.py``.
"""
