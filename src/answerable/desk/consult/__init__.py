"""Third parties asked for their views, with dates; their words never reach a letter by themselves.

s.45 Code part 3. What they say is shown to the officer at the decision and goes no further.
"""
