"""What every door shares: the clock, randomness, words for codes, sentences for errors.

Looks at every room below. Read ``clock.py`` first, then ``sentences.py``.
"""
