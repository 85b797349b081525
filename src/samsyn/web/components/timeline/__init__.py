"""What is coming, drawn to scale: the macro in timeline.html, the placing of its labels in spread.py.

May look at ``parts`` only. Read first: spread.py.
"""
