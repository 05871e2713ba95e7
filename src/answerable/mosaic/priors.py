"""What was thought of a body's number before anybody answered, as probabilities of 0, 1, 2 …

Counts of rare things spread more than a Poisson law allows, so the usual choice is the negative
binomial with a mean m and a dispersion r (the smaller, the more uneven): variance m + m*m/r.
"""

import numpy as np

from answerable.mosaic.question import Vector

LONGEST = 200_000
DEFAULT_DISPERSION = 0.3


def negative_binomial(mean: float, dispersion: float | None, length: int | None = None) -> Vector:
    """Probabilities of 0 … ``length`` - 1; no dispersion means Poisson.

    Without a length the list ends where the rest is less than 1e-17 of the greatest.
    """
    if mean == 0:
        made = np.zeros(length or 1)
        made[0] = 1.0
        return made
    size = length or _long_enough(mean, dispersion)
    n = np.arange(1, size, dtype=np.float64)
    if dispersion is None:
        start, steps = -mean, np.log(mean / n)
    else:
        start = -dispersion * np.log1p(mean / dispersion)
        steps = np.log((n - 1 + dispersion) / n) + np.log(mean / (mean + dispersion))
    logs = np.concatenate(([start], start + np.cumsum(steps)))
    # Far below the mean all are too small for a number; then only their ratios are kept.
    top = float(logs.max())
    made = np.exp(logs - top) if top < -600 else np.exp(logs)
    if length is not None:
        return made
    kept = np.flatnonzero(made > made.max() * 1e-17)
    made = made[: int(kept[-1]) + 1]
    return np.asarray(made / made.sum())


def _long_enough(mean: float, dispersion: float | None) -> int:
    spread = mean if dispersion is None else mean + mean * mean / dispersion
    decay = 0.0 if dispersion is None else 45 / np.log1p(dispersion / mean)
    return int(min(LONGEST, mean + 12 * np.sqrt(spread) + decay + 60))
