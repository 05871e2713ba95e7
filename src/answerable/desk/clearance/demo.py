"""Clearance in the made-up authority, through the real actions."""

from answerable.desk.cases.models import Case
from answerable.desk.clearance import actions
from answerable.desk.clearance.models import Clearing
from answerable.desk.clearance.standing import digest_of
from answerable.desk.letters.current import current
from answerable.desk.people.models import User
from answerable.model import UnusableInputError


def ask_clearance(case: Case, officer: User) -> Case:
    """Hand the letter over."""
    return actions.ask_clearance(case, by=officer)


def clear(case: Case, approver: User) -> Clearing:
    """Clear the letter as it is now.

    Raises:
        UnusableInputError: no letter was written.
    """
    letter = current(case)
    if letter is None:
        raise UnusableInputError(f"{case.reference} has no letter to clear.")
    return actions.clear(case, by=approver, digest=digest_of(letter))
