"""What an officer does with a request before it is answered; each action is one transaction.

Where a class of the register governs a case, all but the acknowledgement are refused.
"""

from answerable.desk.triage.actions.acknowledge import acknowledge
from answerable.desk.triage.actions.clarify import (
    ask_to_clarify,
    clarified,
    let_clarification_lapse,
)
from answerable.desk.triage.actions.estimate import save_estimate
from answerable.desk.triage.actions.fee import ask_for_fee, fee_paid, let_fee_lapse
from answerable.desk.triage.actions.more_time import take_more_time
from answerable.desk.triage.actions.settle import choose_regime, done, settle_questions
from answerable.desk.triage.actions.split import split_off
from answerable.desk.triage.actions.transfer import advise, hand_on

__all__ = [
    "acknowledge",
    "advise",
    "ask_for_fee",
    "ask_to_clarify",
    "choose_regime",
    "clarified",
    "done",
    "fee_paid",
    "hand_on",
    "let_clarification_lapse",
    "let_fee_lapse",
    "save_estimate",
    "settle_questions",
    "split_off",
    "take_more_time",
]
