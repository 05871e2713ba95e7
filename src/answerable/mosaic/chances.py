"""How likely it is that each body has cases, given every answer, the totals and the policy.

Each body independently is of one of two types: it always neither confirms nor denies, or it does so
only when it has cases and says "none" when it has not. A number or "none", now or earlier, shows
the second type, but for a body that neither confirmed nor denied before: outside the strict model
it may have been of the first type and now depart from it. "Refused" and "silent" say nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from math import exp, inf, log

import numpy as np

from answerable.mosaic.chance import Chance, Chances
from answerable.mosaic.grid import Grid, Rows, Stack, within_reach
from answerable.mosaic.intervals import intervals
from answerable.mosaic.question import (
    GRID,
    Answer,
    Body,
    Contradiction,
    Kind,
    Question,
    Vector,
)
from answerable.mosaic.tree import Factor, leave_one_out

_WORTH_A_GRID = 12  # kinds of body from which one tree for all shares is quicker
_MOST_NUMBERS = 12_000_000  # held at once; longer lists are taken share by share
_SLIGHT = 44.0  # in logarithms: 1e-19


@dataclass(frozen=True, slots=True)
class _Types:
    """Prior times likelihood, by type; ``always`` is None where the answers exclude that type."""

    always: Vector | None
    open: Vector

    def mixed(self, share: float, *, strict: bool) -> Vector:
        if self.always is None:
            departs = share == 1 and not strict
            return self.open if departs else self.open * (1 - share)
        return share * self.always + (1 - share) * self.open

    def over(self, shares: Vector) -> Rows:
        """``mixed``, strictly, for each share: an open answer is never of the type "always"."""
        made = (1 - shares)[:, None] * self.open
        return made if self.always is None else made + shares[:, None] * self.always


@dataclass(frozen=True, slots=True)
class _Alike:
    """Bodies of one region with the same prior and answers, which share one factor."""

    types: _Types
    region: str
    members: tuple[int, ...]


def chances(question: Question, only: str = "") -> Chances | None:
    """The posterior of every body; None if the answers, totals and policy cannot all hold.

    An unknown share of always-NCND bodies is integrated over ``GRID``. With ``only``, the body of
    that name is reckoned and given alone, which is much quicker.
    """
    narrowed = _narrowed(question)
    if narrowed is None:
        return None
    question = narrowed
    alike = _alike(question)
    shares = GRID if question.always_ncnd is None else (question.always_ncnd,)
    made = _together(question, alike, shares) if len(shares) > 1 and not only else None
    if made is None:
        if len(shares) > 1:
            shares = _worth_weighing(question, alike, shares)
        made = [(share, _at(question, alike, share, only)) for share in shares]
    held = [(share, one) for share, one in made if one is not None]
    if not held:
        return None
    top = max(one.log_evidence for _, one in held)
    weights = np.array([exp(one.log_evidence - top) for _, one in held])
    beforehand = len(GRID) if question.always_ncnd is None else 1
    log_evidence = top + log(weights.sum() / beforehand)
    weights /= weights.sum()
    bodies = tuple(
        _blend([one.bodies[n] for _, one in held], weights) for n in range(len(held[0][1].bodies))
    )
    mix = tuple((share, float(w)) for (share, _), w in zip(held, weights, strict=True))
    return Chances(bodies, log_evidence, mix)


def _narrowed(question: Question) -> Question | None:
    """Where regions overlap: the totals that do not, and of the others only what they prove."""
    if len(question.apart) == len(question.regions):
        return question
    proven = intervals(question)
    if isinstance(proven, Contradiction):
        return None
    bodies = []
    for body, (lo, hi) in zip(question.bodies, proven, strict=True):
        prior = body.prior.copy()
        prior[:lo] = 0
        if hi is not None:
            prior[hi + 1 :] = 0
        bodies.append(replace(body, prior=prior))
    kept = tuple(each for each in question.regions if each[0] in question.apart)
    return replace(question, bodies=tuple(bodies), regions=kept)


def _together(
    question: Question, alike: list[_Alike], shares: tuple[float, ...]
) -> list[tuple[float, Chances | None]] | None:
    """The posteriors of all shares that weigh anything, in one tree; None where that will not do."""
    if question.total is None or question.regions or len(alike) < _WORTH_A_GRID:
        return None
    if len(shares) * sum(len(one.types.open) for one in alike) > _MOST_NUMBERS:
        return None
    stacks = [Stack(one.types.over(np.array(shares)), len(one.members)) for one in alike]
    good = np.flatnonzero(within_reach(stacks, question.total.lo, question.total.hi))
    stacks = [Stack(each.values[good], each.copies) for each in stacks]
    most = sum(each.copies * (each.values.shape[1] - 1) for each in stacks)
    if not len(good):
        return None
    grid = Grid(stacks, question.total.vector(min(most, question.total.hi) + 1))
    if np.isnan(grid.log_evidence).any():
        return None
    best = grid.log_evidence.max()
    kept = [row for row, log_ in enumerate(grid.log_evidence) if log_ > max(best - _SLIGHT, -1e300)]
    found = grid.posteriors(kept)
    some = np.array(shares)[good[kept]]
    always = [
        _always(one.types, each.values[kept], counts, some)
        for one, each, counts in zip(alike, stacks, found, strict=True)
    ]
    places = [k for _, k in sorted((n, k) for k, one in enumerate(alike) for n in one.members)]
    made: list[tuple[float, Chances | None]] = []
    for at, share in enumerate(map(float, some)):
        each = [Chance(c[at], float(p[at])) for c, p in zip(found, always, strict=True)]
        log_ = float(grid.log_evidence[kept[at]])
        made.append((share, Chances(tuple(each[k] for k in places), log_, ((share, 1.0),))))
    return made


def _always(types: _Types, factor: Rows, counts: Rows, shares: Vector) -> Vector:
    """For each share the probability that a body is of the type "always"."""
    size = counts.shape[1]
    if types.always is None:
        return np.zeros(len(shares))
    ratio = np.divide(
        shares[:, None] * types.always[:size],
        factor[:, :size],
        out=np.zeros_like(counts),
        where=factor[:, :size] > 0,
    )
    return np.asarray((counts * ratio).sum(axis=1))


def _worth_weighing(
    question: Question, alike: list[_Alike], shares: tuple[float, ...]
) -> tuple[float, ...]:
    """The shares that can weigh 1e-19 of the likeliest or more.

    A total can only take away from the chance of the answers alone, which is a plain product; so
    that product bounds the evidence, and most shares of a long list need not even be tried.
    """
    sums = np.array(
        [
            (0.0 if one.types.always is None else one.types.always.sum(), one.types.open.sum())
            for one in alike
        ]
    )
    copies = np.array([len(one.members) for one in alike])
    with np.errstate(divide="ignore"):
        bounds = {s: float(copies @ np.log(sums @ np.array([s, 1 - s]))) for s in shares}
    evidence: dict[float, float] = {}
    best = -inf
    for share in sorted(shares, key=lambda each: -bounds[each]):
        if bounds[share] < best - _SLIGHT:
            break
        evidence[share] = _weighed(question, alike, _factors(question, alike, share), ())[0]
        best = max(best, evidence[share])
    return tuple(s for s in shares if evidence.get(s, -inf) > max(best - _SLIGHT, -1e300))


def allowed(answer: Answer, length: int) -> Vector:
    """1 where the answer allows the number, else 0, whatever the policy."""
    made = np.zeros(length)
    made[answer.lo : length if answer.hi is None else answer.hi + 1] = 1.0
    return made


def support(body: Body, share: float | None, *, strict: bool) -> tuple[int, int] | None:
    """The least and greatest number that answers, prior and policy leave a body; None: none."""
    types = _types(body, strict=strict)
    mixed = types.mixed(0.5 if share is None else share, strict=strict)
    possible = np.flatnonzero(mixed)
    return (int(possible[0]), int(possible[-1])) if len(possible) else None


def departed(body: Body) -> bool:
    """Whether it neither confirmed nor denied before, never answered openly, and does so now."""
    return (
        body.answer.open
        and any(each.kind is Kind.NCND for each in body.past)
        and not any(each.open for each in body.past)
    )


def _types(body: Body, *, strict: bool) -> _Types:
    answers = (*body.past, body.answer)
    open_ = body.prior * allowed(body.answer, len(body.prior))
    open_[: body.floor] = 0
    always = None if any(each.open for each in answers) else open_.copy()
    if not strict and departed(body):
        always = open_.copy()
    if any(each.kind is Kind.NCND for each in answers):
        open_[0] = 0  # it would have said "none"
    return _Types(always, open_)


def _blend(parts: list[Chance], weights: Vector) -> Chance:
    if len(parts) == 1:
        return parts[0]
    counts = np.zeros(max(len(part.counts) for part in parts))
    for part, weight in zip(parts, weights, strict=True):
        counts[: len(part.counts)] += weight * part.counts
    always = float(sum(w * part.p_always for part, w in zip(parts, weights, strict=True)))
    return Chance(counts, always)


def _alike(question: Question) -> list[_Alike]:
    """Most lists have few kinds of body, so much need be done only once."""
    apart = question.apart
    groups: dict[tuple[str, bytes, bytes], tuple[_Types, list[int]]] = {}
    for n, body in enumerate(question.bodies):
        one = _types(body, strict=question.strict)
        always = b"" if one.always is None else one.always.tobytes()
        region = next((each for each in body.regions if each in apart), "")
        groups.setdefault((region, one.open.tobytes(), always), (one, []))[1].append(n)
    return [_Alike(one, key[0], tuple(members)) for key, (one, members) in groups.items()]


def _factors(question: Question, alike: list[_Alike], share: float) -> list[Vector]:
    # An open answer refutes "all always"; only a share declared to be 1 may have departures.
    strict = question.strict or question.always_ncnd is None
    return [one.types.mixed(share, strict=strict) for one in alike]


def _at(question: Question, alike: list[_Alike], share: float, only: str) -> Chances | None:
    """The posterior for one known share."""
    factors = _factors(question, alike, share)
    asked = [
        place
        for place, one in enumerate(alike)
        if not only or any(question.bodies[n].name == only for n in one.members)
    ]
    log_mass, found = _weighed(question, alike, factors, asked)
    if log_mass == -inf:
        return None
    made = {at: _chance(alike[at].types, factors[at], found[at], share) for at in asked}
    if only:
        bodies = tuple(made.values())
    else:
        places = sorted((n, at) for at, one in enumerate(alike) for n in one.members)
        bodies = tuple(made[at] for _, at in places)
    return Chances(bodies, log_mass, ((share, 1.0),))


def _chance(types: _Types, factor: Vector, counts: Vector, share: float) -> Chance:
    if types.always is None:
        return Chance(counts, 0.0)
    size = len(counts)
    ratio = np.divide(
        share * types.always[:size], factor[:size], out=np.zeros(size), where=factor[:size] > 0
    )
    return Chance(counts, float(counts @ ratio))


def _weighed(
    question: Question, alike: list[_Alike], factors: list[Vector], asked: Collection[int]
) -> tuple[float, list[Vector]]:
    """The log of all weight, and the posterior of one body of each factor asked about."""
    masses = [float(factor.sum()) for factor in factors]
    copies = [len(one.members) for one in alike]
    regions = [one.region for one in alike]
    if not all(masses):
        return -inf, []
    if question.total is None and not question.regions:
        # Nothing ties the bodies together.
        logs = sum(n * log(mass) for n, mass in zip(copies, masses, strict=True))
        return float(logs), [factor / mass for factor, mass in zip(factors, masses, strict=True)]
    most = sum(n * (len(factor) - 1) for n, factor in zip(copies, factors, strict=True))
    if question.total is not None:
        if question.total.lo > most:
            return -inf, []
        weights = question.total.vector(min(most, question.total.hi) + 1)
    else:
        # Nothing above the regional totals and what stands outside the regions can occur.
        gated = dict(question.regions)
        free = sum(
            n * (len(factor) - 1)
            for n, factor, region in zip(copies, factors, regions, strict=True)
            if region not in gated
        )
        weights = np.ones(min(most, free + sum(total.hi for total in gated.values())) + 1)
    gates = {name: total.vector(len(weights)) for name, total in question.regions}
    return leave_one_out(
        [Factor(*each) for each in zip(factors, copies, regions, strict=True)],
        weights,
        gates,
        asked,
    )
