"""How likely it is that each body has cases, given every answer, the totals and the policy.

Each body independently is of one of two types: it always neither confirms nor denies, or it does so
only when it has cases and says "none" when it has not. A number or "none", now or earlier, shows
the second type. "Refused" and "silent" say nothing.
"""

from dataclasses import dataclass
from math import exp, inf, log

import numpy as np

from answerable.mosaic.question import GRID, Answer, Body, Kind, Question, Vector
from answerable.mosaic.tree import Factor, leave_one_out


@dataclass(frozen=True, slots=True)
class Chance:
    """One body: the probabilities of 0, 1, 2 … cases, and of its being of the type "always"."""

    counts: Vector
    p_always: float

    @property
    def p_has_cases(self) -> float:
        """The probability of one case or more."""
        return float(self.counts[1:].sum())

    @property
    def mean(self) -> float:
        """The expected number."""
        return float(self.counts @ np.arange(len(self.counts)))


@dataclass(frozen=True, slots=True)
class Chances:
    """All bodies in order, the log of the evidence, and the weight of each share of "always"."""

    bodies: tuple[Chance, ...]
    log_evidence: float
    shares: tuple[tuple[float, float], ...]

    @property
    def evidence(self) -> float:
        """The probability of the answers and the totals together, before anybody answered."""
        return exp(self.log_evidence)


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


def chances(question: Question) -> Chances | None:
    """The posterior of every body; None if the answers, totals and policy cannot all hold.

    An unknown share of always-NCND bodies is integrated over ``GRID``.
    """
    types = [_types(body) for body in question.bodies]
    shares = GRID if question.always_ncnd is None else (question.always_ncnd,)
    held = _worth_weighing(question, types, shares)
    if not held:
        return None
    top = max(one.log_evidence for _, one in held)
    weights = np.array([exp(one.log_evidence - top) for _, one in held])
    log_evidence = top + log(weights.sum() / len(shares))
    weights /= weights.sum()
    bodies = tuple(
        _blend([one.bodies[n] for _, one in held], weights) for n in range(len(question.bodies))
    )
    mix = tuple((share, float(w)) for (share, _), w in zip(held, weights, strict=True))
    return Chances(bodies, log_evidence, mix)


def _worth_weighing(
    question: Question, types: list[_Types], shares: tuple[float, ...]
) -> list[tuple[float, Chances]]:
    """The posterior for each share, without shares that cannot weigh even 1e-19 of the likeliest.

    A total can only take away from the chance of the answers alone, which is a plain product; so
    that product bounds the evidence, and most shares of a long list need not be reckoned.
    """
    sums = np.array([(0.0 if t.always is None else t.always.sum(), t.open.sum()) for t in types])
    with np.errstate(divide="ignore"):
        bounds = {s: float(np.log(sums @ np.array([s, 1 - s])).sum()) for s in shares}
    held: list[tuple[float, Chances]] = []
    best = -inf
    for share in sorted(shares, key=lambda each: -bounds[each]):
        if len(shares) > 1 and bounds[share] < best - 44:
            break
        one = _at(question, types, share)
        if one is not None:
            held.append((share, one))
            best = max(best, one.log_evidence)
    return sorted(held, key=lambda each: each[0])


def allowed(answer: Answer, length: int) -> Vector:
    """1 where the answer allows the number, else 0, whatever the policy."""
    made = np.zeros(length)
    made[answer.lo : length if answer.hi is None else answer.hi + 1] = 1.0
    return made


def support(body: Body, share: float | None, *, strict: bool) -> tuple[int, int] | None:
    """The least and greatest number that answers, prior and policy leave a body; None: none."""
    types = _types(body)
    mixed = types.mixed(0.5 if share is None else share, strict=strict)
    possible = np.flatnonzero(mixed)
    return (int(possible[0]), int(possible[-1])) if len(possible) else None


def _types(body: Body) -> _Types:
    answers = (*body.past, body.answer)
    open_ = body.prior * allowed(body.answer, len(body.prior))
    open_[: body.floor] = 0
    always = None if any(each.open for each in answers) else open_.copy()
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


def _at(question: Question, types: list[_Types], share: float) -> Chances | None:
    """The posterior for one known share."""
    # Bodies that are alike share one factor; most lists have few kinds of body.
    places: dict[tuple[str, bytes, bytes], int] = {}
    members: list[list[int]] = []
    factors: list[Vector] = []
    of: list[int] = []
    # An open answer refutes "all always"; only a share declared to be 1 may have departures.
    strict = question.strict or question.always_ncnd is None
    for n, (body, one) in enumerate(zip(question.bodies, types, strict=True)):
        always = b"" if one.always is None else one.always.tobytes()
        key = (body.region, one.open.tobytes(), always)
        place = places.setdefault(key, len(factors))
        if place == len(factors):
            factors.append(one.mixed(share, strict=strict))
            members.append([])
        members[place].append(n)
        of.append(place)
    regions = [question.bodies[group[0]].region for group in members]
    log_mass, found = _weighed(question, factors, [len(g) for g in members], regions)
    if log_mass == -inf:
        return None
    made = []
    for place, group in enumerate(members):
        one = types[group[0]]
        factor, counts = factors[place], found[place]
        p_always = 0.0
        if one.always is not None:
            length = len(counts)
            ratio = np.divide(
                share * one.always[:length],
                factor[:length],
                out=np.zeros(length),
                where=factor[:length] > 0,
            )
            p_always = float(counts @ ratio)
        made.append(Chance(counts, p_always))
    return Chances(tuple(made[place] for place in of), log_mass, ((share, 1.0),))


def _weighed(
    question: Question, factors: list[Vector], copies: list[int], regions: list[str]
) -> tuple[float, list[Vector]]:
    """The log of all weight, and the posterior of one body of each factor."""
    masses = [float(factor.sum()) for factor in factors]
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
        [Factor(*each) for each in zip(factors, copies, regions, strict=True)], weights, gates
    )
