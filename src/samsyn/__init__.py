"""Samsyn: local situation pictures, carried from the street to the nation.

The rooms and the way they may look are in ``ARCHITECTURE.md``. Read ``core`` first, then ``pictures``.
"""
