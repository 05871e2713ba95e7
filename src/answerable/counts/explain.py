"""One sentence a withheld cell, with the subtraction spelled out.

The internal sentence may give the true count. The publishable one never prints a withheld value, nor
says which cells were unsafe by themselves: "fewer than 5" beside one cell only would tell 1 to 4.
"""

from answerable.counts.bounds import Interval
from answerable.counts.protect import Plan
from answerable.counts.table import Cell


def explain(plan: Plan, *, publishable: bool = False) -> list[str]:
    """A sentence for each withheld cell, in the order of the cells."""
    flags = {flag.cell: flag for flag in plan.primary}
    lines = _lines(plan)
    sentences = []
    for cell in sorted(plan.withheld):
        words = plan.table.words(cell)
        if publishable:
            why = "it, or another cell that could be worked out from it, must be kept back"
        elif cell in flags:
            flag = flags[cell]
            why = f"the rule {flag.rule} treats it as unsafe"
            why += f" ({flag.measured}; the rule asks {_asks(flag.threshold)})"
        else:
            why = "without it an unsafe cell could be worked out by subtraction"
        interval = plan.bounds.intervals.get(plan.table.name(cell))
        if publishable and interval is not None and interval.disclosed:
            known = "; it can still be worked out, so the table is not ready to be published"
        else:
            known = f"; {_known(plan, cell, lines)}"
        sentences.append(f"{words} is withheld because {why}{known}.")
    return sentences


def _asks(threshold: str) -> str:
    return f"that counts of {threshold} be withheld" if "fewer" in threshold else threshold


def _lines(plan: Plan) -> dict[Cell, list[list[int]]]:
    cells = plan.table.cells()
    found: dict[Cell, list[list[int]]] = {}
    for line in plan.table.lines():
        for i in line:
            if cells[i] in plan.withheld:
                found.setdefault(cells[i], []).append(line)
    return found


def _known(plan: Plan, cell: Cell, lines: dict[Cell, list[list[int]]]) -> str:
    """The plainest subtraction a reader can make, and the range that all of them leave."""
    cells, withheld = plan.table.cells(), plan.withheld
    interval = plan.bounds.intervals.get(plan.table.name(cell))
    if interval is None:
        return "time ran out before its range was known"
    span = in_range(interval)
    best = min(lines[cell], key=lambda line: sum(cells[i] in withheld for i in line))
    if cells[best[-1]] in withheld:
        return f"from everything published a reader can tell that it is {span}"
    hidden = sum(cells[i] in withheld for i in best)
    total = plan.table.values[best[-1]]
    shown = sum(plan.table.values[i] for i in best[:-1] if cells[i] not in withheld)
    return (
        f"{total} in the total ({plan.table.words(cells[best[-1]])}), less {shown} published, "
        f"leaves {total - shown} {_between(hidden)}, and everything published together shows that "
        f"this one is {span}"
    )


def _between(hidden: int) -> str:
    return "for this cell alone" if hidden == 1 else f"between {hidden} withheld cells"


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
