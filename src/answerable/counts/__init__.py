"""Small numbers: what a table gives away, exactly, and how to publish it so that it does not.

The arithmetic is proved, the chosen rule applied; what the law asks is left to a person.
"""

from answerable.counts.bounds import Bounds, Interval, bounds
from answerable.counts.model import Fact, Relation, Release, System, Variable
from answerable.counts.published import percentage_pairs
from answerable.counts.read_model import read_model

__all__ = [
    "Bounds",
    "Fact",
    "Interval",
    "Relation",
    "Release",
    "System",
    "Variable",
    "bounds",
    "percentage_pairs",
    "read_model",
]
