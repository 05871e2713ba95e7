"""The only place that changes decisions: kept, signed, taken back; opinions asked and given."""

from answerable.desk.decide.actions.draft import drop, save_draft
from answerable.desk.decide.actions.opinion import ask_opinion, give_opinion, withdraw_opinion
from answerable.desk.decide.actions.register import sign_class
from answerable.desk.decide.actions.sign import sign, take_back

__all__ = [
    "ask_opinion",
    "drop",
    "give_opinion",
    "save_draft",
    "sign",
    "sign_class",
    "take_back",
    "withdraw_opinion",
]
