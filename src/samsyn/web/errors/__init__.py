"""The page that says what was wrong, what is safe, and one way on.

Looks at nothing; rendered by ``web/doors.py``. Read ``templates/errors/error.html`` first.
"""
