"""What the register of classes says about a case: may it be searched, and does it conflict?

The one place where ``tasks``, ``decide`` and ``consult`` ask it.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from answerable.desk.cases.models import Case
from answerable.model import UnusableInputError

#: Where the register says it, whichever of the two this installation has.
_REGISTER = ("answerable.desk.ncnd.consistency", "answerable.desk.ncnd.matching")


def conflicts(case: Case) -> list[str]:
    """Why what is being decided and the register do not agree; empty if they do."""
    asked = _asked("conflicts")
    return list(asked(case)) if asked else []


def refuse_if_silent(case: Case, what: str) -> None:
    """Nothing is searched, asked or awaited for a case of a class, or before that is settled.

    Args:
        case: the case.
        what: what was to be done: "No task can be given out".

    Raises:
        UnusableInputError: a class governs the case, or the register has yet to be looked at.
    """
    if case.ncnd_class_id is not None:
        raise UnusableInputError(
            f"{what} for {case.reference}: a class of the neither-confirm-nor-deny register "
            "governs it. Sign the decision of the class instead."
        )
    asked = _asked("may_search")
    if asked and not asked(case):
        raise UnusableInputError(
            f"{what} for {case.reference} yet: settle first whether a class of the "
            "neither-confirm-nor-deny register governs it."
        )
    unsettled = conflicts(case)
    if unsettled:
        raise UnusableInputError(f"{what} for {case.reference} yet. {unsettled[0]}")


def _asked(name: str) -> Callable[[Case], Any] | None:
    for module in _REGISTER:
        if find_spec(module) is not None:
            found: Callable[[Case], Any] | None = getattr(import_module(module), name, None)
            if found is not None:
                return found
    return None
