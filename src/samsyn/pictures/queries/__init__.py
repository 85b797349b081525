"""Reads of the room; every one filters by the reader's rights in the query."""
