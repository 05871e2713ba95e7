"""The authority itself: its name, addresses, nation, colour and how it clears letters.

One row; ``the_authority`` gives it.
"""
