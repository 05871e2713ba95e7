"""What is worked out of each body, and of all together."""

from dataclasses import dataclass
from math import exp

import numpy as np

from answerable.mosaic.question import Vector


@dataclass(frozen=True, slots=True)
class Chance:
    """One body: the probabilities of 0, 1, 2 … cases, and of its being of the type "always"."""

    counts: Vector
    p_always: float

    @property
    def p_has_cases(self) -> float:
        """The probability of one case or more."""
        return min(1.0, float(self.counts[1:].sum()))  # a last digit may be rounded up

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
