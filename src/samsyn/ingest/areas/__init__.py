"""The published lists of areas: layers read as they are, proposed, decided and loaded.

Looks at areas and core. Read ``README.md`` first, then ``load.py``.
"""
