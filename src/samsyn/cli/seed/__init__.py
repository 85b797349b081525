"""The training nation: invented units, areas, people and pictures, with dates relative to a given moment.

Looks at every room below the command line. Read ``run.py`` first, then ``country.py``.
"""
