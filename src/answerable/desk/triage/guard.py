"""What must not be done to a case, and why, before anything is done to it."""

from answerable.desk.cases.models import Case
from answerable.desk.cases.transitions import State
from answerable.desk.ncnd.consistency import conflicts, may_search
from answerable.model import UnusableInputError

OPEN = frozenset({State.RECEIVED, State.OPEN})


def must_be_open(case: Case) -> None:
    """Refuse what is for a new or open case only."""
    if case.where not in OPEN:
        raise UnusableInputError(
            f"{case.reference} is {case.state_words}; this cannot be done with it now."
        )


def no_class(case: Case) -> None:
    """Refuse what a class of the register rules out, or what comes before one is judged.

    Every such letter says, or lets be guessed, whether something is held; a class fixes the
    correspondence so that there is none.
    """
    if not may_search(case):
        raise UnusableInputError(
            "A class of the register governs this case, so nothing is searched, asked, charged for, "
            "passed on or put off. Answer it with the words of the class."
        )
    for words in conflicts(case, kinds=()):
        raise UnusableInputError(words)
