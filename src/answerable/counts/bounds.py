"""The exact range of every unknown number, from everything published at once.

Propagation first, then a search that shares its solutions. Every end that is called attained comes
with a witness checked in exact arithmetic.
"""

import time
from collections.abc import Iterable
from fractions import Fraction

from answerable.counts.conflict import smallest_conflict
from answerable.counts.intervals import Bounds, Interval, Witness
from answerable.counts.model import Fact, System
from answerable.counts.rows import ConflictError, lay_out, propagate
from answerable.counts.search import Search

__all__ = ["Bounds", "Interval", "Witness", "bounds", "feasible", "reaches"]


def bounds(system: System, *, only: Iterable[str] | None = None, seconds: float = 60.0) -> Bounds:
    """The interval of every variable (or of ``only`` these), exact where time allows.

    Raises:
        UnusableInputError: a relation names what is not declared.
    """
    deadline = time.monotonic() + seconds
    try:
        rows = lay_out(system)
        propagate(rows)
        return Search(rows, set(only) if only is not None else None, deadline).run()
    except ConflictError:
        return Bounds(False, {}, {}, smallest_conflict(system, deadline))


def feasible(system: System, seconds: float = 10.0) -> bool:
    """Whether any values satisfy the system (True as well when time ran out)."""
    try:
        rows = lay_out(system)
        propagate(rows)
        Search(rows, set(), time.monotonic() + seconds).run()
    except ConflictError:
        return False
    return True


def reaches(system: System, name: str, goal: int, up: bool, seconds: float = 20.0) -> bool:
    """Whether ``name`` can be at least (``up``) or at most ``goal``, shown by a witness.

    False too when time ran out: nothing unproven counts.
    """
    lo, hi = (Fraction(goal), None) if up else (None, Fraction(goal))
    asked = system.and_facts([Fact(name, lo, hi, "what is asked")])
    try:
        rows = lay_out(asked)
        propagate(rows)
        search = Search(rows, set(), time.monotonic() + seconds)
        search.run()
    except ConflictError:
        return False
    return search.sure
