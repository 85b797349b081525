"""Rules of where: names, the dated tree of units, the fate of areas from list to list, and the sums.

Looks at ``core.errors`` only. Read ``fates.py`` first.
"""
