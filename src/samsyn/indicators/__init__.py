"""Figures: the catalogue, the warehouse and the series with their vintages.

Looks at sharing and every room below. Not yet used, so there is no file to read.
"""
