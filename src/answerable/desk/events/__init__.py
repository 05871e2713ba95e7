"""What happened, in order, for good: append-only, hash-chained, without personal text.

``record`` writes an event inside the caller's transaction; ``first_break`` checks the chain.
"""
