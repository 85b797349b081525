"""The phone: pages that work offline, the outbox and its synchronisation.

Looks at shell and every room below. Not yet used, so there is no file to read.
"""
