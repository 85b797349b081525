"""With whom: partners, agreements, promises to residents, communication plans, obstacles.

Looks at plans and every room below. Not yet used, so there is no file to read.
"""
