"""Settings, addresses and the wiring of the rooms; the only place that reads the environment.

Looks at every room. Read ``settings.py`` first, then ``urls.py``.
"""
