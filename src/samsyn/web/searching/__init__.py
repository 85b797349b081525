"""Finding words in all pictures in force that the reader may read.

Looks at pictures, areas and shell. Read ``pages.py`` first.
"""
