"""The REST interface for programs: areas, units and signed pictures, within the rights of a token.

Looks at shell and every room below it. Read ``urls.py`` first, then ``v1/version.py``.
"""
