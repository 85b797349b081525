"""Statistics: arrays in, frozen results out, with the paper behind each.

Looks at nothing but core. Not yet used, so there is no file to read.
"""
