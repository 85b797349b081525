"""Comparing two versions of a picture: what is different, and why.

Looks at pictures, areas, accounts and shell. Read ``pages.py`` first.
"""
