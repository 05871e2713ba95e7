"""The only place that changes a case: each action is one transaction with its event inside.

``move`` changes the state by compare-and-set; the others build on it.
"""

from answerable.desk.cases.actions.assign import assign
from answerable.desk.cases.actions.clock import note_clock, set_regime, wind
from answerable.desk.cases.actions.move import StaleError, move
from answerable.desk.cases.actions.notes import add_note
from answerable.desk.cases.actions.questions import set_questions
from answerable.desk.cases.actions.receive import (
    Arrived,
    Promise,
    promise,
    receive,
    receive_here,
    seems_environmental,
)

__all__ = [
    "Arrived",
    "Promise",
    "StaleError",
    "add_note",
    "assign",
    "move",
    "note_clock",
    "promise",
    "receive",
    "receive_here",
    "seems_environmental",
    "set_questions",
    "set_regime",
    "wind",
]
