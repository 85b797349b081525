"""Signing in and out, the purpose of reading, the language, and one's own log.

Looks at accounts and audit. Read ``pages.py`` first.
"""
