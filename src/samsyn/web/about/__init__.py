"""About the program: help, the method, accessibility, how data are handled.

Looks at pictures and shell. Read ``pages.py`` first.
"""
