"""What was seen: notes from staff, dialogue with residents, threats against staff.

Looks at sharing and every room below. Not yet used, so there is no file to read.
"""
