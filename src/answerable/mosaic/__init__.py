"""One question, many bodies: what the answers together tell about each.

Intervals are arithmetic; chances rest on priors and a policy, both stated. Nothing is decided here.
"""

from answerable.mosaic.analysis import Analysis, IfAnswered, analyse, if_answered
from answerable.mosaic.chance import Chance, Chances
from answerable.mosaic.chances import chances
from answerable.mosaic.intervals import intervals
from answerable.mosaic.making import Settings
from answerable.mosaic.question import GRID, Answer, Body, Contradiction, Kind, Question, Total
from answerable.mosaic.reading import read_question
from answerable.mosaic.values import read_answer, read_share, read_total

__all__ = [
    "GRID",
    "Analysis",
    "Answer",
    "Body",
    "Chance",
    "Chances",
    "Contradiction",
    "IfAnswered",
    "Kind",
    "Question",
    "Settings",
    "Total",
    "analyse",
    "chances",
    "if_answered",
    "intervals",
    "read_answer",
    "read_question",
    "read_share",
    "read_total",
]
