"""Who may see what: audience rows written when something is signed, and the columns that protect a table.

Looks at accounts, areas, audit and core. Read ``governed.py`` first.
"""
