"""Letters from decisions: written, previewed, checked beside their words, with the files to go.

``record`` asks the decisions, ``compose`` writes, ``checking`` audits, ``actions`` save.
"""
