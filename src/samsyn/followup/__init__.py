"""What came of it: monthly package, tertial review, yearly report, effect verdicts.

Looks at resources, cooperation and every room below. Not yet used, so there is no file to read.
"""
