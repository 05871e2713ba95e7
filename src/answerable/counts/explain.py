"""One sentence a withheld number, with the subtraction spelled out from a proof that was checked.

The internal sentence may give the true count. The publishable one is made from what is published
alone: it never prints a withheld value, nor says which cells were unsafe by themselves, as "fewer
than 5" beside one cell only would tell 1 to 4.
"""

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

from answerable.counts.bounds import Bounds, Interval
from answerable.counts.certificate import Prover
from answerable.counts.lines import naming
from answerable.counts.model import System
from answerable.counts.protect import Plan
from answerable.counts.rules import Flag
from answerable.counts.spelled import spelled
from answerable.counts.table import Cell

NOT_READY = "the table is not ready to be published"
MOST = 60  # ranges that are spelled out; nobody reads more
_RESTS = "it follows from counts being whole, in more steps than one sum can show"
_LONG = "the sums that prove it are too many to spell out"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader has beside the table: everything published, and its names of the cells."""

    system: System
    names: Mapping[Cell, str]


def explain(plan: Plan, *, publishable: bool = False, seen: Seen | None = None) -> list[str]:
    """A sentence for each withheld cell, and each rest that is kept back, in their order.

    ``seen``: the ranges of ``plan`` come from more than the table; the sums are found there.
    """
    flags = {flag.cell: flag for flag in plan.primary}
    names = seen.names if seen else {cell: plan.table.name(cell) for cell in plan.table.cells()}
    called = naming(plan.table)
    words = {names[cell]: called(plan.table.name(cell)) for cell in plan.table.cells()}
    prover = Prover(seen.system if seen else plan.reader)
    sentences = []
    for number, cell in enumerate(plan.kept):
        if plan.table.is_rest(cell):
            why = _rest(plan, cell, flags.get(cell), publishable=publishable)
        elif publishable:
            why = "it, or another cell that could be worked out from it, must be kept back"
        elif cell in flags:
            flag = flags[cell]
            why = f"the rule {flag.rule} treats it as unsafe"
            why += f" ({flag.measured}; the rule asks {_asks(flag.threshold)})"
        else:
            why = "without it an unsafe cell could be worked out by subtraction"
        interval = plan.bounds.intervals.get(plan.table.name(cell))
        if publishable and not plan.ready:
            known = NOT_READY  # ranges and sums would give the number away
        elif interval is None:
            known = "time ran out before its range was known"
        else:
            some = prover if number < MOST else None
            known = _known(some, names[cell], interval, lambda name: words.get(name, name))
        what = "is not to be had" if plan.table.is_rest(cell) else "is withheld"
        sentences.append(f"{plan.table.words(cell)} {what} because {why}; {known}.")
    return sentences


def _rest(plan: Plan, cell: Cell, flag: Flag | None, *, publishable: bool) -> str:
    """Why a rest, which nobody prints, is looked at as well."""
    part, whole = plan.table.rest_of(cell)
    if flag is not None and not publishable:
        return (
            f"a reader would subtract, and the rule {flag.rule} treats it as unsafe "
            f"({flag.measured}; the rule asks {_asks(flag.threshold)})"
        )
    hidden = [plan.table.words(each) for each in (part, whole) if each in plan.withheld]
    if hidden:
        return f"{' and '.join(f'“{each}”' for each in hidden)} {_are(hidden)} withheld"
    return "what it is the difference of is withheld"


def _are(words: list[str]) -> str:
    return "is" if len(words) == 1 else "are"


def explain_all(
    system: System, found: Bounds, only: Container[str] | None = None
) -> dict[str, str]:
    """A sentence for each number of a model (or of ``only`` these) that is not published outright."""
    if found.feasible is False:
        return {}
    prover = Prover(system)
    asked = [n for n in found.intervals if n not in prover.known and (only is None or n in only)]
    return {
        name: f"{name}: {_known(prover if k < MOST else None, name, found.intervals[name], str)}."
        for k, name in enumerate(asked)
    }


def _asks(threshold: str) -> str:
    return f"that counts of {threshold} be withheld" if "fewer" in threshold else threshold


def _known(
    prover: Prover | None, name: str, interval: Interval, words: Callable[[str], str]
) -> str:
    """The range, and the sums that prove its two ends."""
    told = f"from everything published a reader can tell that it is {in_range(interval)}"
    if prover is None:
        return f"{told} (spelled out for the first {MOST} only)"
    proofs, missing = [], ""
    for end, upper in ((interval.hi, True), (interval.lo, False)):
        if end is None or (end == 0 and not upper):
            continue  # there is nothing to prove: open, or a count like any other
        proof = prover.prove(name, end, upper=upper)
        clause = None if proof is None else spelled(proof, words)
        if clause is None:
            missing = _RESTS if proof is None else _LONG
        else:
            proofs.append(clause)
    if len(proofs) == 2:
        proofs = _joined(*proofs)
    if missing:
        proofs.append(f"for the other end, {missing}" if proofs else missing)
    return ": ".join(part for part in (told, "; and ".join(proofs)) if part)


def _joined(upper: str, lower: str) -> list[str]:
    """Both ends of one subtraction: what they share is said once."""
    first, _, rest = upper.partition("; ")
    other, _, more = lower.partition("; ")
    alone = "together: " not in rest + more  # each end is one subtraction only
    return [f"{first}; {rest}", more] if alone and more and first == other else [upper, lower]


def in_range(interval: Interval) -> str:
    """An interval in words."""
    if interval.disclosed:
        return f"exactly {interval.lo}"
    outer = "" if interval.attained else " (at the widest; not all of that is proven possible)"
    if interval.hi is None:
        return f"at least {interval.lo}{outer}" if interval.lo is not None else "anything at all"
    if interval.lo is None:
        return f"at most {interval.hi}{outer}"
    return f"between {interval.lo} and {interval.hi}{outer}"
