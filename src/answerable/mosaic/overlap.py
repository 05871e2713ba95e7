"""Intervals where regional totals overlap, by whole-number programming (HiGHS, by way of scipy).

Regions that do not overlap need no solver; see ``intervals``. Bodies that are alike (same limits,
same totals) are one sum, so that a long list is a small programme.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from answerable.model import RefusedInputError

Limits = tuple[int, int | None]
MOST_KINDS = 400
_INFEASIBLE = 2


@dataclass(frozen=True, slots=True)
class Scope:
    """A total over some bodies (places in the list)."""

    words: str
    members: frozenset[int]
    lo: int
    hi: int


@dataclass(frozen=True, slots=True)
class _Kind:
    limits: Limits
    scopes: tuple[int, ...]
    members: tuple[int, ...]


def ends(own: Sequence[Limits], scopes: Sequence[Scope]) -> tuple[Limits, ...] | None:
    """The least and greatest number of every body, exactly; None if nothing fits.

    Raises:
        RefusedInputError: more kinds of body than can be reckoned in reasonable time.
    """
    kinds = _kinds(own, scopes)
    if len(kinds) > MOST_KINDS:
        raise RefusedInputError(
            f"Regional totals overlap and there are {len(kinds):,} kinds of body, more than {MOST_KINDS}; "
            "give totals of regions that do not overlap, or fewer bodies."
        )
    if not _fits(kinds, scopes):
        return None
    found: list[Limits] = list(own)
    for place, kind in enumerate(kinds):
        if not kind.scopes:
            continue
        least, most = (_end(kinds, scopes, place, sign) for sign in (1, -1))
        for n in kind.members:
            found[n] = (least, most)
    return tuple(found)


def conflicting(
    own: Sequence[Limits], scopes: Sequence[Scope]
) -> tuple[tuple[Scope, ...], tuple[int, ...]]:
    """Totals, and bodies with their answers, that conflict and of which none can be spared."""
    kept = list(scopes)
    for each in scopes:
        rest = [one for one in kept if one is not each]
        if not _fits(_kinds(own, rest), rest):
            kept = rest
    needed = list(own)
    for kind in _kinds(own, kept):
        trial = list(needed)
        for n in kind.members:
            trial[n] = (0, None)
        if not _fits(_kinds(trial, kept), kept):
            needed = trial
    bodies = tuple(n for n, limits in enumerate(needed) if limits != (0, None))
    inside = sorted(frozenset[int]().union(*(each.members for each in kept)))
    return tuple(kept), bodies or tuple(inside)


def _kinds(own: Sequence[Limits], scopes: Sequence[Scope]) -> list[_Kind]:
    groups: dict[tuple[Limits, tuple[int, ...]], list[int]] = {}
    for n, limits in enumerate(own):
        over = tuple(k for k, scope in enumerate(scopes) if n in scope.members)
        groups.setdefault((limits, over), []).append(n)
    return [_Kind(limits, over, tuple(ns)) for (limits, over), ns in groups.items()]


def _fits(kinds: Sequence[_Kind], scopes: Sequence[Scope]) -> bool:
    return _solve(kinds, scopes, -1, 0) is not None


def _end(kinds: Sequence[_Kind], scopes: Sequence[Scope], place: int, sign: int) -> int:
    found = _solve(kinds, scopes, place, sign)
    assert found is not None
    return found


def _solve(kinds: Sequence[_Kind], scopes: Sequence[Scope], place: int, sign: int) -> int | None:
    """The least (``sign`` 1) or greatest (-1) number of one body of a kind; None: infeasible.

    One variable a kind, its bodies' sum, and one last for the body looked at.
    """
    sizes = [len(kind.members) - (k == place) for k, kind in enumerate(kinds)]
    looked = [kinds[place]] if place >= 0 else []
    columns = [*zip(kinds, sizes, strict=True), *((kind, 1) for kind in looked)]
    if not scopes:
        return 0
    lows = [size * kind.limits[0] for kind, size in columns]
    highs = [_most(kind, size) for kind, size in columns]
    matrix = np.array(
        [[float(k in kind.scopes) for kind, _ in columns] for k in range(len(scopes))]
    )
    aim = np.zeros(len(columns))
    aim[-1] = sign if looked else 0
    solved = milp(
        aim,
        integrality=np.ones(len(columns)),
        bounds=Bounds(lows, highs),
        constraints=LinearConstraint(matrix, [s.lo for s in scopes], [s.hi for s in scopes]),
    )
    if solved.status == _INFEASIBLE:
        return None
    assert solved.status == 0, solved.message
    return round(float(solved.x[-1]))


def _most(kind: _Kind, size: int) -> float:
    if not size:
        return 0.0
    return np.inf if kind.limits[1] is None else float(size * kind.limits[1])
