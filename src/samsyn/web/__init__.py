"""The pages, by what a person does; parses a request, makes one call, presents the facts.

Looks at every room below through queries and actions. Read ``doors.py`` first, then any ``pages.py``.
"""
