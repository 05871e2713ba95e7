"""Near duplicates of a whole corpus: one SQL text finds pairs, an exact check decides.

``sample`` finds what the corpus repeats, ``sql`` joins, ``check`` groups.
"""
