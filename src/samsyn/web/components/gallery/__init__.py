"""All components in all their states, with invented content; served in the demo only.

May look at ``parts`` and at nothing with a database behind it. Read first: samples.py.
"""
