"""Keeping the words of cases up to date."""

from answerable.desk.asked_before.index import index_new

JOBS = [("compare new cases with earlier ones", 30.0, index_new)]
