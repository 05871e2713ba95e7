"""A case: a request on its way to an answer, its questions, its clock, its one timeline.

``transitions`` is the table of what may follow what; ``actions`` the only writers.
"""
