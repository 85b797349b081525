"""Pages about a whole nation: its areas, what stands between them and the goal, rounds, and the list.

Looks at areas and pictures through queries and actions. Read ``pages.py`` first, then ``present.py``.
"""
