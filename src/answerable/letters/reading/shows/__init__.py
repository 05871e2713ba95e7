"""What a letter shows, each thing with the words that show it.

Every wording is tried only where one of its rare words stands, and is then judged by the
clause around it: "nothing has been withheld" and "whether it is held" show no such thing.
"""

from answerable.letters.reading.shows.giving import handed_over, supplied
from answerable.letters.reading.shows.holding import held, may_be_held
from answerable.letters.reading.shows.keeping import in_another_form, withheld
from answerable.letters.reading.shows.lacking import not_held
from answerable.letters.reading.shows.neither import ncnd
from answerable.letters.reading.shows.said import caveat, refusal_notice, reuse

__all__ = [
    "caveat",
    "handed_over",
    "held",
    "in_another_form",
    "may_be_held",
    "ncnd",
    "not_held",
    "refusal_notice",
    "reuse",
    "supplied",
    "withheld",
]
