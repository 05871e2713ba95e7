"""Internal reviews: asked for, due by a clock of their own, decided by somebody else.

``record`` is what the letter of the outcome is written from.
"""
