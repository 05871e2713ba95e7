"""The search for both ends of every number, part by part (``ends``), and what it gives."""

import numpy as np

from answerable.counts.components import components
from answerable.counts.ends import HIGH, LOW, Part
from answerable.counts.intervals import Bounds, Interval, Witness
from answerable.counts.rows import Number, Rows
from answerable.counts.solver import Program


class Search:
    """What is proven of every number so far, and the witnesses seen."""

    def __init__(self, rows: Rows, only: set[str] | None, deadline: float) -> None:
        self.rows = rows
        self.deadline = deadline
        self.wanted = [only is None or name in only for name in rows.names]
        n = len(rows.names)
        self.lo, self.hi = list(rows.lo), list(rows.hi)
        self.met = [
            [lo is not None and lo == hi] * 2 for lo, hi in zip(rows.lo, rows.hi, strict=True)
        ]
        self.open = [[False, False] for _ in range(n)]
        self.base: list[Number] = [lo if lo is not None else 0 for lo in rows.lo]
        self.shown: list[list[tuple[tuple[int, ...], np.ndarray] | None]] = [
            [None, None] for _ in range(n)
        ]
        self.sure = True

    def run(self) -> Bounds:
        for columns, members in components(self.rows):
            Part(self, Program(self.rows, columns, members)).run()
        names = tuple(self.rows.names)
        base = tuple(self.base)
        intervals, witnesses = {}, {}
        for i, name in enumerate(names):
            if not self.wanted[i]:
                continue
            lo = None if self.open[i][LOW] else self.lo[i]
            hi = None if self.open[i][HIGH] else self.hi[i]
            intervals[name] = Interval(_plain(lo), _plain(hi), self.sure and all(self.met[i]))
            witnesses[name] = (
                self._witness(i, LOW, names, base, lo),
                self._witness(i, HIGH, names, base, hi),
            )
        return Bounds(True if self.sure else None, intervals, witnesses)

    def _witness(
        self, i: int, end: int, names: tuple[str, ...], base: tuple[Number, ...], at: Number | None
    ) -> Witness | None:
        if at is None or not self.met[i][end] or not self.sure:
            return None
        columns, values = self.shown[i][end] or ((), np.zeros(0))
        return Witness(names, base, columns, values)


def _plain(value: Number | None) -> Number | None:
    return int(value) if value is not None and value == int(value) else value
