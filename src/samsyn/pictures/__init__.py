"""Lägesbilder: drafts, signed versions that never change, what is said about them, and their search.

Looks at sharing, accounts, areas, audit and core. Read ``models/`` first, then ``actions/signing.py``.
"""
