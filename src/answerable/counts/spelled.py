"""A proof in words: the subtraction spelled out, as a reader would make it with pencil and paper."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import lcm

from answerable.counts.certificate import Limit, Proof, Statement
from answerable.counts.conflict import span
from answerable.counts.rows import Number

MOST_STATEMENTS, _MOST_LIMITS, _MOST_TIMES = 6, 8, 12
_NAMED = 3  # more cells than this are counted, not named
_TIMES = {1: "", 2: "twice ", 3: "three times "}

Names = Callable[[str], str]


def spelled(proof: Proof, names: Names, this: str = "this one") -> str | None:
    """The proof as a clause; None where it takes too many statements or too large weights."""
    limits = sum(not _is_nought(each) for _, each in proof.limits)
    if len(proof.statements) > MOST_STATEMENTS or limits > _MOST_LIMITS:
        return None
    scale = lcm(*(abs(w).denominator for w, _ in (*proof.statements, *proof.limits)))
    times = [int(w * scale) for w, _ in proof.statements]
    small = max((scale, *map(abs, times))) <= _MOST_TIMES

    def named(name: str) -> str:
        return this if name == proof.name else names(name)

    parts = _steps(proof, times, named) if small else [_weighed(proof, named)]
    if small and (len(times) > 1 or any(abs(t) != 1 for t in times)):
        parts.append(_together(proof, times, named))
    if not proof.statements:
        return _alone(proof, this)
    parts += _limits(proof, named)
    return f"{'; '.join(parts)}, so {_end(proof, scale if small else 1, this)}"


def _alone(proof: Proof, this: str) -> str:
    """An end that is published, or declared, of the number itself."""
    ((_, each),) = proof.limits
    way = "at most" if each.upper else "at least"
    return f"{this} is {way} {_n(each.value)} ({each.source or 'as declared'})"


def _steps(proof: Proof, times: Sequence[int], named: Names) -> list[str]:
    """Each statement with its subtraction; those added first, then those taken away."""
    ordered = sorted(
        zip(times, proof.statements, strict=True), key=lambda each: _against(each, proof)
    )
    parts = []
    for n, (time, (_, said)) in enumerate(ordered):
        lead = "" if n == 0 else "take away " if _against((time, (0, said)), proof) else "add "
        often = _TIMES.get(abs(time), f"{abs(time)} times ")
        colon = "this: " if lead or often else ""
        parts.append(f"{lead}{often}{colon}{statement(said, proof.known, named, time > 0)}")
    return parts


def _against(each: tuple[int, tuple[object, Statement]], proof: Proof) -> bool:
    return (each[0] > 0) is not proof.upper


def statement(said: Statement, known: dict[str, Number], named: Names, above: bool) -> str:
    """A statement with what is published in it taken off: 62 in the total, less 44 published, …"""
    whole = " (in whole numbers)" if said.whole else ""
    if max(abs(c) for _, c in said.terms) > _MOST_TIMES:
        return said.source + whole
    free = [(name, c) for name, c in said.terms if name not in known]
    fixed = [(c, name) for name, c in said.terms if name in known]
    if said.lo != said.hi or any(abs(c) != 1 for _, c in said.terms):
        return _plainly(said, known, named, above) + whole
    return _shared(said, known, named, free, fixed) + whole


def _shared(
    said: Statement,
    known: dict[str, Number],
    named: Names,
    free: list[tuple[str, int]],
    fixed: list[tuple[int, str]],
) -> str:
    """An equation whose terms stand once each: parts and a total."""
    assert said.lo is not None
    flip = -1 if sum(c for _, c in said.terms) < 0 else 1
    parts = [named(name) for name, c in free if c * flip > 0]
    totals = [named(name) for name, c in free if c * flip < 0]
    shown = sum((known[name] for c, name in fixed if c * flip > 0), 0)
    given = said.lo * flip + sum((known[name] for c, name in fixed if c * flip < 0), 0)
    if totals:
        more = f", with {_n(shown)} published," if shown else ""
        less = f" and {_n(given)}" if given else ""
        come = "comes" if len(parts) == 1 and not shown else "come"
        return f"{_several(parts)}{more} {come} to {_several(totals)}{less}{_source(said)}"
    where = [named(name) for c, name in fixed if c * flip < 0]
    left = given - shown
    if not fixed:
        return f"{_several(parts)} come to {_n(left)}{_source(said)}"
    source = "" if said.own else f"; {said.source}"
    total = f"the total ({where[0]}{source})" if len(where) == 1 else f"all{_source(said)}"
    if not any(c * flip > 0 for c, _ in fixed):
        return (
            f"{_n(given)} in {total}, nothing of it published, leaves {_n(left)} {_between(parts)}"
        )
    return (
        f"{_n(given)} in {total}, less {_n(shown)} published, leaves {_n(left)} {_between(parts)}"
    )


def _plainly(said: Statement, known: dict[str, Number], named: Names, above: bool) -> str:
    """An inequality, or what has weights of its own."""
    taken = sum((c * known[name] for name, c in said.terms if name in known), Fraction(0))
    free = [(name, c) for name, c in said.terms if name not in known]
    lo = None if said.lo is None or (above and said.lo != said.hi) else said.lo - taken
    hi = None if said.hi is None or (not above and said.lo != said.hi) else said.hi - taken
    source = _source(said)
    if sorted(c for _, c in free) == [-1, 1] and (hi == 0 or lo == 0):
        (a, _), (b, _) = sorted(free, key=lambda each: -each[1])
        way = "is not more than" if lo is None else "is not less than" if hi is None else "equals"
        return f"{named(a)} {way} {named(b)}{source}"
    return f"{_sum([(named(name), c) for name, c in free])} is {span(lo, hi)}{source}"


def _source(said: Statement) -> str:
    """Where it was published, unless the words are its own."""
    return "" if said.own else f" ({said.source})"


def _sum(terms: Sequence[tuple[str, int]]) -> str:
    parts: list[str] = []
    for name, coef in terms:
        sign = "less " if coef < 0 else ("plus " if parts else "")
        parts.append(f"{sign}{_TIMES.get(abs(coef), f'{abs(coef)} times ')}{name}")
    return " ".join(parts) or "nothing"


def _together(proof: Proof, times: Sequence[int], named: Names) -> str:
    """What the statements come to once they are added up."""
    sums: dict[str, int] = {}
    value = Fraction(0)
    for time, (_, said) in zip(times, proof.statements, strict=True):
        end = said.hi if time > 0 else said.lo
        assert end is not None
        value += time * end
        for name, c in said.terms:
            if name in proof.known:
                value -= time * c * proof.known[name]
            else:
                sums[name] = sums.get(name, 0) + time * c
    sign = 1 if proof.upper else -1
    order = sorted(sums, key=lambda name: name != proof.name)
    terms = [(named(name), sign * sums[name]) for name in order if sums[name]]
    value *= sign
    exact = all(said.lo == said.hi for _, said in proof.statements)
    way = "" if exact else "at most " if proof.upper else "at least "
    return f"together: {_sum(terms)} is {way}{_n(value)}"


def _weighed(proof: Proof, named: Names) -> str:
    """Statements without their weights, which are no small numbers."""
    said = [statement(s, proof.known, named, w > 0) for w, s in proof.statements]
    return f"{'; '.join(said)}; weighed together"


def _limits(proof: Proof, named: Names) -> list[str]:
    """What limits the other numbers; that a count is not below nought is said once."""
    nought = [w for w, each in proof.limits if _is_nought(each)]
    parts = []
    for _, each in proof.limits:
        if _is_nought(each):
            continue
        source = f" ({each.source})" if each.source else ""
        way = "at most" if each.upper else "at least"
        parts.append(f"{named(each.name)} is {way} {_n(each.value)}{source}")
    if nought:
        parts.append("none of the others is below 0")
    return parts


def _is_nought(each: Limit) -> bool:
    return not each.upper and each.value == 0 and not each.source


def _end(proof: Proof, scale: int, this: str) -> str:
    way = "at most" if proof.upper else "at least"
    rounded = proof.bound != proof.end
    if scale > 1:
        often = _TIMES.get(scale, f"{scale} times ").strip()
        first = f"{often} {this} is {way} {_n(proof.bound * scale)}"
        return f"{first} and {this} {way} {_n(proof.end)}{', being whole' if rounded else ''}"
    if rounded:
        return f"{this}, being whole, is {way} {_n(proof.end)}"
    return f"{this} is {way} {_n(proof.end)}"


def _between(parts: list[str]) -> str:
    if len(parts) == 1:
        return f"for {parts[0]} alone"
    if len(parts) <= _NAMED:
        return f"between {_several(parts)}"
    return f"between {len(parts)} withheld cells"


def _several(words: Sequence[str]) -> str:
    if len(words) > _NAMED:
        return f"{len(words)} withheld cells"
    return (
        " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
        if words
        else "nothing"
    )


def _n(value: Number) -> str:
    if value == int(value):
        return f"{int(value):,}"
    return span(float(value), float(value))
