"""Delivered files on their way in: snapshot, read, validate, propose, decide, load. One folder per source.

Looks at every room below it and owns no tables. Read ``areas/README.md`` first.
"""
