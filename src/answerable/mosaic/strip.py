"""How one body's probability depends on what is least certain: the share of always-NCND and the total."""

from dataclasses import dataclass, replace

from answerable.mosaic.analysis import Analysis
from answerable.mosaic.chances import chances
from answerable.mosaic.intervals import intervals, own_interval
from answerable.mosaic.question import Contradiction, Kind, Question, Total


@dataclass(frozen=True, slots=True)
class Strip:
    """``rows``: a total and, for each share, the probability of having cases (None: impossible)."""

    body: str
    shares: tuple[float, ...]
    rows: tuple[tuple[Total | None, tuple[float | None, ...]], ...]

    @property
    def possible(self) -> bool:
        """Whether any pair of total and share fits the answers."""
        return any(p is not None for _, cells in self.rows for p in cells)


def strip(analysis: Analysis, body: str = "") -> Strip:
    """The table for ``body``, or for the NCND body most exposed (the first body if there is none)."""
    question = analysis.question
    name = body or _most_exposed(analysis)
    # A large puzzle is looked at in fewer places: each place takes the whole sum.
    size = len(question.bodies) * (question.total.hi if question.total else 1)
    steps = 10 if size <= 1_000_000 else 4 if size <= 5_000_000 else 2
    shares = tuple(n / steps for n in range(steps + 1))
    rows = tuple(
        (total, tuple(_at(question, total, share, name) for share in shares))
        for total in _totals(question)
    )
    return Strip(name, shares, rows)


def _totals(question: Question) -> list[Total | None]:
    """The total as given; its ends, if it is a range; smaller ones, as totals are often ceilings."""
    total = question.total
    if total is None:
        return [None]
    if total.lo < total.hi:
        least = sum(own_interval(body)[0] for body in question.bodies)
        start = max(total.lo, min(least, total.hi))
        ends = sorted({start, (start + total.hi) // 2, total.hi}, reverse=True)
        return [total, *(Total(n, n) for n in ends)]
    smaller = sorted({total.hi // 2, total.hi * 3 // 4} - {total.hi}, reverse=True)
    return [total, *(Total(n, n) for n in smaller)]


def _at(question: Question, total: Total | None, share: float, name: str) -> float | None:
    supposed = replace(question, total=total, always_ncnd=share)
    if isinstance(intervals(supposed), Contradiction):
        return None
    found = chances(supposed, only=name)
    return None if found is None else found.bodies[0].p_has_cases


def _most_exposed(analysis: Analysis) -> str:
    bodies = analysis.question.bodies
    if analysis.chances is None:
        return bodies[0].name
    exposed = [
        (chance.p_has_cases, -n)
        for n, (body, chance) in enumerate(zip(bodies, analysis.chances.bodies, strict=True))
        if body.answer.kind is Kind.NCND
    ]
    return bodies[-max(exposed)[1]].name if exposed else bodies[0].name
