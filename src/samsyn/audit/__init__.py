"""The trail: who did or read what, when and why; append-only and hash-chained.

Looks at core only; holds strings, no foreign keys. Read ``actions.py`` first.
"""
