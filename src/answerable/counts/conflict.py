"""Which published statements cannot all be true: a set none of which can be left out.

Statements are dropped one by one as long as the rest still conflict; for small systems smaller sets
are then looked for one by one, so that what is named is the smallest.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

from answerable.counts.model import Relation, System

_FEW = 3000  # sets tried when looking for a smaller one


def smallest_conflict(system: System, deadline: float) -> tuple[str, ...]:
    """The statements in conflict, in words; stops early, with a larger set, at ``deadline``."""
    loose, statements = _taken_apart(system)
    clashes = _judge(loose)
    kept = list(statements)
    size = max(1, len(kept) // 2)
    while size:
        start = 0
        while start < len(kept):
            fewer = kept[:start] + kept[start + size :]
            if time.monotonic() > deadline + 5:
                break
            if fewer and clashes(fewer):
                kept = fewer
            else:
                start += size
        size //= 2
    tried = 0
    for number in range(1, len(kept)):
        for few in combinations(statements, number):
            tried += 1
            if tried > _FEW or time.monotonic() > deadline + 5:
                return _said(kept)
            if clashes(few):
                return _said(few)
    return _said(kept)


def _said(statements: Iterable[Relation]) -> tuple[str, ...]:
    """The statements in words; a percentage is two relations of the same words."""
    return tuple(dict.fromkeys(each.source for each in statements))


def _judge(loose: System) -> Callable[[Sequence[Relation]], bool]:
    from answerable.counts.bounds import feasible

    return lambda some: not feasible(replace(loose, relations=tuple(some)), 2.0)


def _taken_apart(system: System) -> tuple[System, list[Relation]]:
    """The variables without their bounds, and bounds and relations as statements."""
    loose = replace(
        system,
        variables=tuple(replace(v, lo=None, hi=None) for v in system.variables),
        relations=(),
    )
    statements = []
    for variable in system.variables:
        lo, hi = variable.lo, variable.hi
        if lo is not None or hi is not None:
            words = f"{variable.name} is {span(lo, hi)}"
            statements.append(Relation(((variable.name, Fraction(1)),), lo, hi, words))
    for relation in system.relations:
        statements.append(replace(relation, source=relation.source or in_words(relation)))
    return loose, statements


def in_words(relation: Relation) -> str:
    """A relation as a reader would write it: ``a + 2 b is at most 7``."""
    parts: list[str] = []
    for name, coef in relation.terms:
        sign = "- " if coef < 0 else ("+ " if parts else "")
        size = abs(coef)
        parts.append(f"{sign}{'' if size == 1 else f'{size} '}{name}")
    return f"{' '.join(parts) or '0'} is {span(relation.lo, relation.hi)}"


def span(lo: object, hi: object) -> str:
    """A range in words; None is open."""
    if lo == hi:
        return f"{lo}"
    if lo is None:
        return f"at most {hi}"
    return f"at least {lo}" if hi is None else f"{lo} to {hi}"
