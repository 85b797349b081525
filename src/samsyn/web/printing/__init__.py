"""Pictures on paper: accessible PDF with the marking on every page, the same bytes for the same words.

Looks at nothing but ready strings. Read ``sheet.py`` first, then ``picture.typ``.
"""
