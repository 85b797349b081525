"""With what: capabilities, call-off, hours in the area, competence.

Looks at plans and every room below. Not yet used, so there is no file to read.
"""
