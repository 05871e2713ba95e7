"""Sums that a letter states, worked again: cost estimates and tables with totals.

``read_estimate`` takes the hours, minutes, counts and pounds of a cost refusal apart;
``tables`` finds columns of figures and ``recoverable`` the hidden cells that a total gives away;
``told_in_a_sentence`` does the same for figures in running words.
"""

from answerable.audit.reckoning.estimate import Amount, Estimate, read_estimate
from answerable.audit.reckoning.sentence import Told, told_in_a_sentence
from answerable.audit.reckoning.tables import Cell, Table, may_hold_tables, recoverable, tables

__all__ = [
    "Amount",
    "Cell",
    "Estimate",
    "Table",
    "Told",
    "may_hold_tables",
    "read_estimate",
    "recoverable",
    "tables",
    "told_in_a_sentence",
]
