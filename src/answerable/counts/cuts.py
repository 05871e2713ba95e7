"""What every safe pattern satisfies, learned from patterns that were not.

A cut says that certain withheld cells, each with a weight, must come to at least 1. It is made from
the reduced costs of a program that fell short, and holds for every pattern (Fischetti and
Salazar-González, Management Science 47(7), 2001). Both methods learn them and both use them.
"""

from collections.abc import Iterable

import numpy as np

from answerable.counts.attack import EPS, Attack, Requirement

Cut = tuple[tuple[int, float], ...]


class Cuts:
    """Cuts by number, and for each cell the cuts it is in (cells that may be withheld only)."""

    def __init__(self, attack: Attack, first: Iterable[int], may: Iterable[int]) -> None:
        self.attack = attack
        self.first = np.array(list(first), dtype=int)
        self.may = np.zeros(attack.n, dtype=bool)
        self.may[list(may)] = True
        self.all: list[Cut] = []
        self._seen: set[Cut] = set()

    def learn(self, need: Requirement, reduced: np.ndarray) -> Cut | None:
        """The capacity cut of a requirement that fell short; None if there is nothing to learn.

        ``reduced`` are the reduced costs of the program of ``need`` (up, then down changes).
        """
        n = self.attack.n
        gain = np.where(reduced > 1e-9, reduced, 0.0)
        worth = gain[:n] * self.attack.up + gain[n:] * self.attack.down
        worth[list(need.known)] = 0.0
        left = abs(need.move) - float(worth[self.first].sum())
        if left <= EPS:
            return None
        inside = np.flatnonzero((worth > 1e-7) & self.may)
        return self.add((int(i), min(1.0, float(worth[i]) / left)) for i in inside)

    def add(self, terms: Iterable[tuple[int, float]]) -> Cut | None:
        """Keep a cut; None if it is known."""
        cut = tuple((i, round(c, 9)) for i, c in terms)
        if cut in self._seen:
            return None
        self._seen.add(cut)
        self.all.append(cut)
        return cut


class Slack:
    """By how much a pattern exceeds each cut, kept while cells are taken out of it."""

    def __init__(self, cuts: Cuts, chosen: set[int]) -> None:
        self.cuts, self.chosen = cuts, chosen
        self.sums: list[float] = []
        self.of: dict[int, list[tuple[int, float]]] = {}
        self._catch_up()

    def _catch_up(self) -> None:
        for k in range(len(self.sums), len(self.cuts.all)):
            cut = self.cuts.all[k]
            self.sums.append(sum(c for i, c in cut if i in self.chosen))
            for i, c in cut:
                self.of.setdefault(i, []).append((k, c))

    def can_spare(self, cell: int) -> bool:
        """Whether no cut forbids taking this cell out."""
        self._catch_up()
        return all(self.sums[k] - c >= 1.0 - 1e-6 for k, c in self.of.get(cell, ()))

    def take_out(self, cell: int) -> None:
        """Publish this cell again."""
        for k, c in self.of.get(cell, ()):
            self.sums[k] -= c
        self.chosen.discard(cell)
