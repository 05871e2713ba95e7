"""Nothing is searched, asked or awaited where the register of classes rules it out.

The one place where ``tasks``, ``decide`` and ``consult`` ask the register.
"""

from answerable.desk.cases.models import Case
from answerable.desk.ncnd import consistency
from answerable.model import UnusableInputError


def conflicts(case: Case) -> list[str]:
    """Why what is being decided and the register do not agree; empty if they do."""
    return consistency.conflicts(case)


def refuse_if_silent(case: Case, what: str) -> None:
    """Refuse for a case of a class, and before somebody said whether a class governs.

    Args:
        case: the case.
        what: what was to be done: "No task can be given out".

    Raises:
        UnusableInputError: a class governs the case, or the register has yet to be looked at.
    """
    if not consistency.may_search(case):
        raise UnusableInputError(
            f"{what} for {case.reference}: a class of the neither-confirm-nor-deny register "
            "governs it. Sign the decision of the class instead."
        )
    for unsaid in consistency.conflicts(case, kinds=()):
        raise UnusableInputError(f"{what} for {case.reference} yet. {unsaid}")
