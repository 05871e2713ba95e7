"""Sums that a letter states, worked again: cost estimates and tables with totals.

``read_estimate`` takes the hours, minutes, counts and pounds of a cost refusal apart;
``tables`` finds columns of figures and ``recoverable`` the hidden cells that a total gives away.
"""

from answerable.audit.reckoning.estimate import Amount, Estimate, read_estimate
from answerable.audit.reckoning.tables import Cell, Table, may_hold_tables, recoverable, tables

__all__ = [
    "Amount",
    "Cell",
    "Estimate",
    "Table",
    "may_hold_tables",
    "read_estimate",
    "recoverable",
    "tables",
]
