"""What the levels say of a signed version: ask, reply, dissent, answer a need; and erasure by decision.

Looks at pictures and shell. Read ``pages.py`` first.
"""
