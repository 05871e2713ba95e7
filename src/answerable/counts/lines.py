"""The three lines kept apart everywhere: what is proved, what the rule says, what the law asks."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from answerable.counts.bounds import Bounds

if TYPE_CHECKING:
    from answerable.counts.protect import Plan
    from answerable.counts.table import Table

LAW = (
    "whether anybody can be identified by a motivated intruder, and if so whether s.40(2), s.38, "
    "s.24 or s.31 applies, is for a person to decide. The decisions pull both ways: small counts "
    "were sufficiently anonymous in R (Department of Health) v IC [2011] EWHC 1430 (Admin) and ICO "
    "FS50649456; they were personal data in Lloyd v IC [2023] UKFTT 6 (GRC). The test is whether "
    "a person can be identified: NHSBSA v IC & Spivack [2021] UKUT 192 (AAC)."
)

UNREADY = (
    "this table is not ready to be published: what is withheld in it can be worked out, or told more "
    "closely than the rule allows. It is not shown here; the report for the authority says why."
)


def proven(found: Bounds, plan: "Plan | None" = None, words: Callable[[str], str] = str) -> str:
    """What the arithmetic proves of these bounds; ``words``: a number as an officer names it."""
    if found.feasible is False:
        return "the statements contradict each other"
    if plan is not None and not plan.withheld:
        return "nothing is withheld."
    known = found.disclosed
    if known:
        many = "number" if len(known) == 1 else "numbers"
        named = "; ".join(words(name) for name in known[:12])
        said = f"{len(known)} {many} can be worked out exactly: {named}"
        said += " and others." if len(known) > 12 else "."
    else:
        said = "no number can be worked out exactly from everything given."
    if not all(each.attained for each in found.intervals.values()):
        said += " Some ranges are outer ones: time ran out before both ends were proven possible."
    return said


def rule_says(plan: "Plan") -> str:
    """What the chosen rule makes of the table, and what its choice cost."""
    second = len(plan.secondary)
    words = how_many_unsafe(plan) + (f" under the rule {plan.rule.words}" if plan.rule else "")
    if not plan.primary:
        return f"{words}; nothing is withheld.{rounding_of(plan)}"
    if not second:
        words += "; nothing more needs to be withheld"
    else:
        words += f"; {second} more withheld so that subtraction does not undo it"
        words += f", at a cost of {plan.cost}"
    if not second and plan.optimal:
        words += "."
    elif plan.optimal:
        words += ", proven to be the least."
    else:
        words += f"; the least possible is proven to be no less than {plan.bound}."
    words += rounding_of(plan)
    if plan.unmet:
        words += " Not met: " + " ".join(plan.unmet)
    return words


def rounding_of(plan: "Plan") -> str:
    """That the numbers shown are rounded, where the rule asks for it."""
    if not plan.rounded:
        return ""
    return (
        f" Every other count is shown rounded to the nearest {plan.rounded}; totals are rounded by "
        "themselves and need not add up. The ranges are those of a reader who knows this."
    )


def groups(plan: "Plan") -> list[str]:
    """A sentence for each published group all of whose people are in one cell."""
    from answerable.counts.rules import whole_groups

    value = dict(zip(plan.table.cells(), plan.table.values, strict=True))
    # of rounded numbers a part and its whole may look alike and not be
    unseen = {plan.table.rest_of(c) for c in plan.table.rest_cells()} if plan.rounded else set()
    return [
        f"All {value[cell]} of {plan.table.words(total)} are in {plan.table.words(cell)}: what is "
        "said of the group is said of each person in it."
        for cell, total in whole_groups(plan.table)
        if cell not in plan.withheld and total not in plan.withheld and (cell, total) not in unseen
    ]


def three_lines(plan: "Plan", *, publishable: bool = False) -> list[tuple[str, str]]:
    """Title and words of each line; what leaves the authority does not say how many were unsafe."""
    rule = rule_says(plan)
    proof = proven(plan.bounds, plan, naming(plan.table))
    if publishable:
        name = plan.primary[0].rule if plan.primary else "chosen"
        name = plan.rule.words if plan.rule else name
        rule = f"cells are withheld under the rule {name} so that it holds for the whole table."
        rule += rounding_of(plan)
        if not plan.ready:
            rule, proof = f"the rule {name} does not hold yet.", UNREADY
    else:
        proof = " ".join([proof, *groups(plan)[:20]])
    return [
        ("What the arithmetic proves", proof),
        ("What the rule says", rule),
        ("What the law asks", LAW),
    ]


def naming(table: "Table") -> Callable[[str], str]:
    """Cells by the words of their labels, in quotation marks, as the labels may hold commas."""
    if not table.labels:
        return str
    words = {table.name(cell): f"“{table.words(cell)}”" for cell in table.cells()}
    return lambda name: words.get(name, name)


def _rests(n: int, cells: int) -> str:
    """Counts that nobody prints: what is left of a whole without its part."""
    if not n:
        return ""
    many = "1 difference" if n == 1 else f"{n} differences"
    are = "is" if n == 1 else "are"
    if not cells:
        return f", but {many} of a whole and its part {are},"
    return f", and so {are} {many} of a whole and its part,"


def how_many_unsafe(plan: "Plan") -> str:
    """How many cells, and differences that a reader can make, are unsafe by themselves."""
    rests = sum(plan.table.is_rest(flag.cell) for flag in plan.primary)
    cells = len(plan.primary) - rests
    return _cells(cells) + _rests(rests, cells)


def _cells(n: int) -> str:
    if not n:
        return "no cell is unsafe by itself"
    return "1 cell is unsafe by itself" if n == 1 else f"{n} cells are unsafe by themselves"
