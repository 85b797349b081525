"""People, the roles they hold on units, and tokens for programs.

Looks at areas, audit and core. Read ``queries.py`` first: it makes the actor.
"""
