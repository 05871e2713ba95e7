"""The only place that changes tasks: giving out, taking up, returning, answering, reminding."""

from answerable.desk.tasks.actions.answer import Searched, Upload, accept, answer, return_task
from answerable.desk.tasks.actions.chase import chase_all
from answerable.desk.tasks.actions.give import change_due, give_out, take_back
from answerable.desk.tasks.actions.search import add_search

__all__ = [
    "Searched",
    "Upload",
    "accept",
    "add_search",
    "answer",
    "change_due",
    "chase_all",
    "give_out",
    "return_task",
    "take_back",
]
