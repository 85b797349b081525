"""What we do: causes, effect goals, measures and their coordination.

Looks at pictures and every room below. Not yet used, so there is no file to read.
"""
