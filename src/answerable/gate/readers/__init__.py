"""One reader a family of formats: bytes in, spans with their visibility out.

A reader never judges; it says what is there and whether anybody sees it.
"""
