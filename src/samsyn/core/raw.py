"""True counts, before anything is suppressed; interface rooms may not import this.

Not yet used: it opens with the first indicator. Read ``docs/adr`` first.
"""
