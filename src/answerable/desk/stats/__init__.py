"""Figures on requests, quarter by quarter: made once when a quarter is closed, then only read.

``figures`` is pure; ``actions.close_quarters`` makes the rows, and the worker calls it.
"""
