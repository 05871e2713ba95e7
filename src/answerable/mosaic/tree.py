"""All bodies' numbers added up, and for each body the weight of the others: a product tree.

Going up, lists of probabilities are multiplied as polynomials; going down, each node receives the
weight that everything outside it gives to each value of its own sum (the transposed product). So a
total that is exact, a range or a distribution costs the same, and nothing is ever divided.

Rounding: every number is tilted by t**n, with t chosen so that the expected sum meets the total.
Then what matters sits where lists are largest, and the error of a Fourier product, which is relative
to the largest entry, is harmless. Where it might not be (the total lies in a valley), the same
tree is run again with direct products of non-negative terms, which lose nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

import numpy as np

from answerable.mosaic.question import Vector

_FOURIER_FROM = 192  # shorter lists are multiplied directly
_TRIM = 1e-20
_VALLEY = 1e-3  # of the greatest entry
_NEGLIGIBLE = 1e-60  # beside the greatest entry, before any tilt
_NOISE = 1e-6  # lists add up to 1, so Fourier noise is near 1e-16


@dataclass(frozen=True, slots=True)
class Factor:
    """Weights of 0, 1, 2 … shared by ``copies`` bodies of one region."""

    values: Vector
    copies: int = 1
    region: str = ""


@dataclass(slots=True)
class _Node:
    poly: Vector
    parts: "tuple[_Node, _Node] | None" = None
    leaf: int = -1
    own: Vector = field(default_factory=lambda: np.zeros(0))  # a leaf's one copy, adding up to 1
    others: Vector | None = None  # the product of a leaf's other copies
    gate: Vector | None = None  # weights of a regional total
    outside: Vector = field(default_factory=lambda: np.zeros(0))
    asked: bool = True  # somebody in this node is asked about


def leave_one_out(
    factors: list[Factor],
    weights: Vector,
    gates: dict[str, Vector],
    only: Collection[int] | None = None,
) -> tuple[float, list[Vector]]:
    """The logarithm of the weight of all combinations that meet the totals, and each posterior.

    ``weights`` are those of the totals 0 … len - 1, ``gates`` the same by region. The k-th list
    given back holds the probabilities of 0, 1, 2 … of one body of factor k (it may end early: the
    rest is 0). The logarithm is -inf, and the lists are none, if no combination meets the totals.
    With ``only``, the lists of all other factors are left empty, which is much quicker.
    """
    if not _within_reach(factors, weights):
        return -np.inf, []
    asked = range(len(factors)) if only is None else only
    some = [_shortened(factor, len(weights)) for factor in factors]
    tilt = _tilt(some, weights)
    if tilt * len(weights) > 75:  # that would raise what was negligible
        some = [replace(factor, values=factor.values[: len(weights)]) for factor in factors]
        tilt = _tilt(some, weights)
    if not gates:
        made = _run(some, weights, gates, tilt, asked, exact=False)
        if made is not None:
            return made
    made = _run(factors, weights, gates, tilt, asked, exact=True)
    return made if made is not None else (-np.inf, [])


def _shortened(factor: Factor, cap: int) -> Factor:
    """Without a tail too small to matter, which is most of a long list."""
    values = factor.values[:cap]
    kept = np.flatnonzero(values > values.max() * _NEGLIGIBLE)
    return replace(factor, values=values[: int(kept[-1]) + 1] if len(kept) else values)


def _within_reach(factors: list[Factor], weights: Vector) -> bool:
    """Whether the least and the greatest sums leave any allowed total between them."""
    least = most = 0
    for factor in factors:
        possible = np.flatnonzero(factor.values)
        if not len(possible):
            return False
        least += int(possible[0]) * factor.copies
        most += int(possible[-1]) * factor.copies
    return bool(weights[least : most + 1].any())


def _run(
    factors: list[Factor],
    weights: Vector,
    gates: dict[str, Vector],
    tilt: float,
    asked: Collection[int],
    *,
    exact: bool,
) -> tuple[float, list[Vector]] | None:
    cap = len(weights)
    scale = 0.0
    leaves: list[_Node] = []
    regions: dict[str, list[_Node]] = {}
    for number, factor in enumerate(factors):
        tilted, log_scale = _tilted(factor.values[:cap], tilt)
        if not tilted.size:
            return None
        whole = float(tilted.sum())
        tilted = tilted / whole
        scale += (log_scale + np.log(whole)) * factor.copies
        if not exact:
            tilted = tilted[: int(np.flatnonzero(tilted > _TRIM)[-1]) + 1]
        others = _power(tilted, factor.copies - 1, cap, exact)
        poly = _times(tilted, others, cap, exact)
        region = factor.region if factor.region in gates else ""
        leaf = _Node(poly, leaf=number, own=tilted, others=others, asked=number in asked)
        leaves.append(leaf)
        regions.setdefault(region, []).append(leaf)
    tops = []
    for name, nodes in regions.items():
        top = _join(nodes, cap, exact)
        if name:
            top.gate = _fitted(gates[name], len(top.poly))
            top.poly = top.poly * top.gate
        tops.append(top)
    root = _join(tops, cap, exact)
    root_weights, weight_scale = _tilted(weights, -tilt)
    if not root_weights.size:
        return None
    root_weights = _fitted(root_weights, len(root.poly))
    mass = float(root.poly @ root_weights)
    if mass <= 0 or (not exact and mass < max(_NOISE, _VALLEY * float(root.poly.max()))):
        return None
    found: list[Vector] = [np.zeros(0)] * len(factors)
    root.outside = root_weights
    _down(root, found, exact)
    for node in leaves:
        if not node.asked:
            continue
        chance = found[node.leaf] * node.own
        found[node.leaf] = chance / chance.sum()
    return float(np.log(mass)) + scale + weight_scale, found


def _down(node: _Node, found: list[Vector], exact: bool) -> None:
    if not node.asked:
        return
    outside = node.outside
    top = outside.max()
    if top > 0:
        outside = outside / top
    if node.gate is not None:
        outside = outside * node.gate
    if node.parts is None:
        assert node.others is not None
        found[node.leaf] = _across(outside, node.others, len(node.own), exact)
        return
    left, right = node.parts
    for one, other in ((left, right), (right, left)):
        if one.asked:
            one.outside = _across(outside, other.poly, len(one.poly), exact)
            _down(one, found, exact)


def _join(nodes: list[_Node], cap: int, exact: bool) -> _Node:
    level = sorted(nodes, key=lambda node: len(node.poly))
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        above = [
            _Node(_times(a.poly, b.poly, cap, exact), parts=(a, b), asked=a.asked or b.asked)
            for a, b in pairs
        ]
        level = above + ([level[-1]] if len(level) % 2 else [])
    return level[0]


def _power(values: Vector, copies: int, cap: int, exact: bool) -> Vector:
    made, square = np.ones(1), values
    while copies:
        if copies & 1:
            made = _times(made, square, cap, exact)
        copies >>= 1
        if copies:
            square = _times(square, square, cap, exact)
    return made


def _times(a: Vector, b: Vector, cap: int, exact: bool) -> Vector:
    """The product of two lists as polynomials, without what lies above ``cap``."""
    if exact or min(len(a), len(b)) < _FOURIER_FROM:
        return np.convolve(a, b)[:cap]
    length = len(a) + len(b) - 1
    size = _good_size(length)
    made = np.fft.irfft(np.fft.rfft(a, size) * np.fft.rfft(b, size), size)[: min(cap, length)]
    return np.asarray(np.maximum(made, 0.0))


def _across(outside: Vector, other: Vector, length: int, exact: bool) -> Vector:
    """For each s below ``length``: the sum over t of outside[s + t] * other[t]."""
    needed = length + len(other) - 1
    turned = _times(_fitted(outside, needed), other[::-1], needed + len(other), exact)
    return turned[len(other) - 1 : len(other) - 1 + length]


def _fitted(values: Vector, length: int) -> Vector:
    if len(values) >= length:
        return values[:length]
    return np.concatenate((values, np.zeros(length - len(values))))


def _good_size(length: int) -> int:
    """The least 2**k or 3 * 2**k that is long enough."""
    size: int = 1 << (length - 1).bit_length()
    return size * 3 // 4 if size * 3 // 4 >= length else size


def _tilted(values: Vector, tilt: float) -> tuple[Vector, float]:
    """``values[n] * exp(tilt * n)`` with a greatest entry of 1, and the logarithm taken out."""
    with np.errstate(divide="ignore"):
        logs = np.log(values) + tilt * np.arange(len(values))
    top = logs.max() if len(logs) else -np.inf
    if not np.isfinite(top):
        return np.zeros(0), 0.0
    return np.exp(logs - top), float(top)


def _tilt(factors: list[Factor], weights: Vector) -> float:
    """Log of t, with t such that the expected sum meets the nearest allowed total.

    Any t is right; this one keeps Fourier products accurate.
    """
    allowed = np.flatnonzero(weights)
    if not len(allowed):
        return 0.0
    with np.errstate(divide="ignore"):
        logs = [(factor.copies, np.log(factor.values)) for factor in factors if factor.values.any()]
    n = np.arange(len(weights), dtype=np.float64)
    tilt, low, high = 0.0, -40.0, 40.0
    for _ in range(60):
        mean, variance = _moments(logs, n, tilt)
        target = float(np.clip(mean, allowed[0], allowed[-1]))
        gap = target - mean
        if abs(gap) <= 0.5 + np.sqrt(max(variance, 0.0)):
            return tilt
        low, high = (tilt, high) if gap > 0 else (low, tilt)
        step = gap / variance if variance > abs(gap) * 1e-3 else np.inf
        tilt = tilt + step if low < tilt + step < high else (low + high) / 2
    return tilt


def _moments(logs: list[tuple[int, Vector]], n: Vector, tilt: float) -> tuple[float, float]:
    """The mean and the variance of the sum under a tilt, from the logarithms of the factors."""
    mean = variance = 0.0
    for copies, each in logs:
        some = n[: len(each)]
        lifted = each + tilt * some
        values = np.exp(lifted - lifted.max())
        weighted = values * some
        weight, first = float(values.sum()), float(weighted.sum())
        mean += copies * first / weight
        variance += copies * (float(weighted @ some) / weight - (first / weight) ** 2)
    return mean, variance
