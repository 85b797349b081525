"""The parts that pages are made of: one folder each, macros in html, their sheet in css beside it.

May look at nothing but Django's static files; pages fill the dataclasses of ``parts``. Read first: parts.py.
"""
