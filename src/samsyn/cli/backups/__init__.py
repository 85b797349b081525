"""Copies of a running installation: what a backup folder holds and how each store is copied and put back.

Looks at shell and every room below it. Read ``manifest.py`` first.
"""
