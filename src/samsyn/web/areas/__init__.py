"""Pages of the organisation and its areas at any day, of one area through time, and of importing a list.

Looks at areas through queries, and at ingest for imports. Read ``pages.py`` first, then ``deliveries.py``.
"""
