"""Settling the questions and the regime, and being done with triage."""

from django.db import transaction

from answerable.desk.authority.models import the_authority
from answerable.desk.cases.actions import move, set_questions, set_regime
from answerable.desk.cases.actions.questions import Settled
from answerable.desk.cases.models import Case, Question
from answerable.desk.ncnd.consistency import conflicts
from answerable.desk.people.can import require
from answerable.desk.people.models import User
from answerable.desk.people.permissions import Permission
from answerable.desk.triage.guard import must_be_open
from answerable.model import Regime, UnusableInputError


@transaction.atomic
def settle_questions(case: Case, settled: list[Settled], *, by: User) -> list[Question]:
    """Let these questions stand, while the case is new or being answered."""
    require(by, Permission.WRITE_CASES)
    must_be_open(case)
    return set_questions(case, settled, by=by)


@transaction.atomic
def choose_regime(case: Case, regime: Regime, *, by: User, reason: str = "") -> Case:
    """Decide between the authority's two regimes; another than the core's needs a reason.

    Raises:
        UnusableInputError: it is not one of them, a class made for the other governs the case, or
            the regime changes without a reason.
    """
    require(by, Permission.WRITE_CASES)
    must_be_open(case)
    if regime not in the_authority().regimes:
        raise UnusableInputError(f"This authority does not answer under {regime.value}.")
    if regime.value == case.regime:
        return case
    if case.ncnd_class is not None and case.ncnd_class.regime != regime.value:
        raise UnusableInputError(
            f"The class “{case.ncnd_class.name}” is made for {case.ncnd_class.regime}. Take the class "
            "off first, with a reason."
        )
    if not reason.strip():
        raise UnusableInputError("Say why the regime is another one; it stays on the record.")
    return set_regime(case, regime, by=by, reasons=[*case.regime_reasons, reason.strip()])


@transaction.atomic
def done(case: Case, *, by: User) -> Case:
    """Triage is done: the case may be answered.

    Raises:
        UnusableInputError: a class of the register waits for an officer's word, or the case is not
            new.
    """
    require(by, Permission.WRITE_CASES)
    for words in conflicts(case, kinds=()):
        raise UnusableInputError(words)
    return move(case, "triage", by=by)
