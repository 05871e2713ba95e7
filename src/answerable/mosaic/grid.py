"""The product tree for every share of always-NCND bodies at once: one row a share.

The same sums as ``tree``, with the shares beside each other in every list, so that the grid costs
little more than one share. A share for which a Fourier product might not be accurate is left to
``tree``, which tells and then does without.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy import fft

from answerable.mosaic.question import Vector

Rows = np.ndarray[Any, np.dtype[np.float64]]

_SHORT = 6  # shorter lists are multiplied directly
_TRIM, _NEGLIGIBLE = 1e-20, 1e-60  # as in ``tree``
_VALLEY, _NOISE = 1e-3, 1e-6
_STEEP = 75.0  # a tilt over all values that would raise what was negligible


@dataclass(frozen=True, slots=True)
class Stack:
    """Weights of 0, 1, 2 … of one body, a row for each share; ``copies`` bodies have them."""

    values: Rows
    copies: int = 1


@dataclass(slots=True)
class _Node:
    poly: Rows
    parts: "tuple[_Node, _Node] | None" = None
    leaf: int = -1
    own: Rows = field(default_factory=lambda: np.zeros((0, 0)))
    others: Rows = field(default_factory=lambda: np.zeros((0, 0)))


class Grid:
    """``log_evidence`` of each share; NaN where ``tree`` must be asked."""

    def __init__(self, stacks: Sequence[Stack], weights: Vector) -> None:
        self.cap = len(weights)
        some = [_shortened(each.values[:, : self.cap]) for each in stacks]
        copies = [each.copies for each in stacks]
        self.tilt = _tilts(some, copies, weights)
        scale = np.zeros(len(self.tilt))
        self.leaves: list[_Node] = []
        for number, (values, many) in enumerate(zip(some, copies, strict=True)):
            own, logs = _tilted(values, self.tilt)
            whole = own.sum(axis=1)
            own = own / whole[:, None]
            scale += many * (logs + np.log(whole))
            own = own[:, : int(np.flatnonzero((own > _TRIM).any(axis=0))[-1]) + 1]
            others = self._power(own, many - 1)
            self.leaves.append(_Node(self._times(own, others), None, number, own, others))
        self.root = self._join(self.leaves)
        spread = np.broadcast_to(weights, (len(scale), len(weights)))
        self.weights, logs = _tilted(spread, -self.tilt)
        self.weights = _fitted(self.weights, self.root.poly.shape[1])
        mass = (self.root.poly * self.weights).sum(axis=1)
        sure = mass >= np.maximum(_NOISE, _VALLEY * self.root.poly.max(axis=1))
        sure &= self.tilt * self.cap <= _STEEP
        with np.errstate(divide="ignore", invalid="ignore"):
            self.log_evidence = np.where(sure, np.log(mass) + scale + logs, np.nan)

    def posteriors(self, shares: Sequence[int]) -> list[Rows]:
        """For each stack the probabilities of one body, a row for each of these shares."""
        found: list[Rows] = [np.zeros((0, 0))] * len(self.leaves)
        rows = np.array(shares, dtype=int)
        todo = [(self.root, self.weights[rows])]
        while todo:
            node, outside = todo.pop()
            outside = outside / np.maximum(outside.max(axis=1), 1e-300)[:, None]
            if node.parts is None:
                others = _across(outside, node.others[rows], node.own.shape[1])
                chance = others * node.own[rows]
                found[node.leaf] = chance / chance.sum(axis=1)[:, None]
                continue
            left, right = node.parts
            todo.append((left, _across(outside, right.poly[rows], left.poly.shape[1])))
            todo.append((right, _across(outside, left.poly[rows], right.poly.shape[1])))
        return found

    def _times(self, a: Rows, b: Rows) -> Rows:
        return _product(a, b)[:, : self.cap]

    def _power(self, values: Rows, copies: int) -> Rows:
        made, square = np.ones((len(values), 1)), values
        while copies:
            if copies & 1:
                made = self._times(made, square)
            copies >>= 1
            if copies:
                square = self._times(square, square)
        return made

    def _join(self, nodes: list[_Node]) -> _Node:
        level = sorted(nodes, key=lambda node: node.poly.shape[1])
        while len(level) > 1:
            pairs = zip(level[::2], level[1::2], strict=False)
            above = [_Node(self._times(a.poly, b.poly), (a, b)) for a, b in pairs]
            level = above + ([level[-1]] if len(level) % 2 else [])
        return level[0]


def within_reach(stacks: Sequence[Stack], lo: int, hi: int) -> Vector:
    """For each share whether the least and the greatest numbers leave a total between them."""
    rows = len(stacks[0].values)
    least, most, some = np.zeros(rows), np.zeros(rows), np.ones(rows, dtype=bool)
    for each in stacks:
        there = each.values > 0
        some &= there.any(axis=1)
        least += each.copies * there.argmax(axis=1)
        most += each.copies * (there.shape[1] - 1 - there[:, ::-1].argmax(axis=1))
    return np.asarray(some & (least <= hi) & (most >= lo))


def _product(a: Rows, b: Rows) -> Rows:
    """Row by row, the product of two lists as polynomials."""
    if a.shape[1] > b.shape[1]:
        a, b = b, a
    length = a.shape[1] + b.shape[1] - 1
    if a.shape[1] < _SHORT:
        made = np.zeros((len(a), length))
        for k in range(a.shape[1]):
            made[:, k : k + b.shape[1]] += a[:, k : k + 1] * b
        return made
    size = fft.next_fast_len(length, real=True)
    product = fft.rfft(a, size) * fft.rfft(b, size)
    return np.asarray(np.maximum(fft.irfft(product, size)[:, :length], 0.0))


def _across(outside: Rows, other: Rows, length: int) -> Rows:
    """For each s below ``length``: the sum over t of outside[s + t] * other[t], row by row."""
    turned = _product(_fitted(outside, length + other.shape[1] - 1), other[:, ::-1])
    return turned[:, other.shape[1] - 1 : other.shape[1] - 1 + length]


def _fitted(values: Rows, length: int) -> Rows:
    if values.shape[1] >= length:
        return values[:, :length]
    return np.pad(values, ((0, 0), (0, length - values.shape[1])))


def _shortened(values: Rows) -> Rows:
    """Without a tail too small to matter for any share."""
    kept = (values > values.max(axis=1)[:, None] * _NEGLIGIBLE).any(axis=0)
    return values[:, : int(np.flatnonzero(kept)[-1]) + 1]


def _tilted(values: Rows, tilt: Vector) -> tuple[Rows, Vector]:
    with np.errstate(divide="ignore"):
        logs = np.log(values) + tilt[:, None] * np.arange(values.shape[1])
    top = logs.max(axis=1)
    return np.exp(logs - top[:, None]), top


def _tilts(some: list[Rows], copies: list[int], weights: Vector) -> Vector:
    """For each share the tilt that brings the expected sum to the nearest allowed total."""
    allowed = np.flatnonzero(weights)
    least, most = float(allowed[0]), float(allowed[-1])
    rows = len(some[0])
    tilt, low, high = np.zeros(rows), np.full(rows, -40.0), np.full(rows, 40.0)
    left = np.arange(rows)
    with np.errstate(divide="ignore"):
        logs = [np.log(each) for each in some]
    for _ in range(60):
        mean, variance = _moments([each[left] for each in logs], copies, tilt[left])
        gap = np.clip(mean, least, most) - mean
        open_ = np.abs(gap) > 0.5 + np.sqrt(np.maximum(variance, 0.0))
        left, gap, variance = left[open_], gap[open_], variance[open_]
        if not len(left):
            break
        up = gap > 0
        low[left], high[left] = (
            np.where(up, tilt[left], low[left]),
            np.where(up, high[left], tilt[left]),
        )
        with np.errstate(divide="ignore"):
            step = np.where(variance > np.abs(gap) * 1e-3, gap / variance, np.inf)
        tried = tilt[left] + step
        inside = (low[left] < tried) & (tried < high[left])
        tilt[left] = np.where(inside, tried, (low[left] + high[left]) / 2)
    return tilt


def _moments(logs: list[Rows], copies: list[int], tilt: Vector) -> tuple[Vector, Vector]:
    """Mean and variance of the sum for each share."""
    mean, variance = np.zeros(len(tilt)), np.zeros(len(tilt))
    n = np.arange(max(each.shape[1] for each in logs), dtype=np.float64)
    powers, lift = np.stack([np.ones_like(n), n, n * n], axis=1), tilt[:, None] * n
    for each, many in zip(logs, copies, strict=True):
        lifted = each + lift[:, : each.shape[1]]
        values = np.exp(lifted - lifted.max(axis=1)[:, None])
        weight, first, second = (values @ powers[: each.shape[1]]).T
        mean += many * first / weight
        variance += many * (second / weight - (first / weight) ** 2)
    return mean, variance
