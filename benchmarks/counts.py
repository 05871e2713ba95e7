"""How fast and how tight: exact bounds and suppression on seeded tables, beside named peers.

The peers for bounds are a plain audit (two linear programs for each withheld cell, by one HiGHS
solver with its defaults) and, where its interpreter is given, the audit of pytauargus (EUPL, a
measuring peer only: in a process and an environment of its own), in the same run; for the cheapest
suppression its optimal method, under the same requirements. Its seconds are those of its engine alone.
All seconds are of the processor, so that what else the machine does weighs less.

    python benchmarks/counts.py --peer THROWAWAY/bin/python
"""

import argparse
import json
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import numpy as np

from answerable.counts.attack import Requirement, mask
from answerable.counts.bounds import Bounds, bounds
from answerable.counts.boxes import Boxes
from answerable.counts.components import components
from answerable.counts.protect import Method, Wishes, protect
from answerable.counts.rows import lay_out, propagate
from answerable.counts.rules import primary, rule_named
from answerable.counts.solver import Program
from answerable.counts.table import Table, with_margins

AUDITED = [(15, 15), (6, 6, 6), (9, 9, 9), (31, 31), (60, 60), (99, 99), (13, 13, 13)]
PROTECTED = [
    (5, 5),
    (9, 9),
    (4, 4, 4),
    (15, 15),
    (5, 5, 5),
    (6, 6, 6),
    (20, 20),
    (31, 31),
    (9, 9, 9),
]
_UNBOUNDED = 1_000_000
RULE = rule_named("fewer-than-5")


def table(inner: tuple[int, ...], seed: int = 1) -> Table:
    """Negative binomial counts, mean 12, dispersion 0.5, a tenth turned into noughts."""
    rng = np.random.default_rng(seed)
    size = int(np.prod(inner))
    counts = rng.negative_binomial(0.5, 0.5 / 12.5, size)
    counts[rng.random(size) < 0.1] = 0
    return with_margins(inner, [int(v) for v in counts], ())


def plain(
    made: Table, withheld: frozenset[tuple[int, ...]], limit: float
) -> dict[str, tuple[int, int]]:
    """Two linear programs a cell by one solver with its defaults; stops at ``limit`` seconds."""
    rows = lay_out(made.published(withheld))
    propagate(rows, passes=0)
    end, found = time.monotonic() + limit, {}
    for columns, members in components(rows):
        solver = Program(rows, columns, members)._start()  # defaults: dual simplex, presolve
        for k, column in enumerate(columns):
            ends = []
            for sign in (1.0, -1.0):
                solver.changeColCost(k, sign)
                solver.run()
                ends.append(round(sign * solver.getInfo().objective_function_value, 6))
            solver.changeColCost(k, 0.0)
            found[rows.names[column]] = (ends[0], ends[1])
            if time.monotonic() > end:
                return found
    return found


def asked_of(peer: str, job: str, made: Table, rows: list[list[object]], limit: float) -> Any:
    """What pytauargus gives for a table, or why it gives nothing, in words."""
    asked = json.dumps({"job": job, "rows": rows, "lines": made.lines(), "limit": limit})
    script = Path(__file__).resolve().with_name("counts_peer.py")
    try:
        with tempfile.TemporaryDirectory() as place:  # the engine leaves logs where it is run
            ran = subprocess.run(
                [peer, str(script)],
                input=asked,
                capture_output=True,
                text=True,
                timeout=limit + 60,
                cwd=place,
            )
    except subprocess.TimeoutExpired:
        return f"not finished in {limit:.0f} s"
    if ran.returncode:
        return f"could not be driven ({ran.stderr.strip().splitlines()[-1:]})"
    return json.loads(ran.stdout.splitlines()[-1])


def beside(peer: str, made: Table, withheld: frozenset[tuple[int, ...]], ours: Bounds) -> str:
    """The audit of pytauargus on the same table, in words."""
    cells = made.cells()
    rows: list[list[object]] = [
        [value, max(value, 1), *(("u", 0, _UNBOUNDED, 1, 1) if cell in withheld else ("s", 0, _UNBOUNDED, 0, 0))]
        for cell, value in zip(cells, made.values, strict=True)
    ]  # fmt: skip
    found = asked_of(peer, "audit", made, rows, 60.0)
    if isinstance(found, str):
        return found
    mine = [ours.intervals[made.name(cells[cell])] for cell, _, _ in found["ends"]]
    differ = sum(
        (each.lo, each.hi) != (round(lo, 6), round(hi, 6))
        for each, (_, lo, hi) in zip(mine, found["ends"], strict=True)
    )
    return f"{found['seconds']:.3f} s, {differ} of {len(mine)} intervals differ"


def cheapest(peer: str, made: Table, unsafe: set[tuple[int, ...]], limit: float) -> str:
    """The cheapest suppression by pytauargus under the same requirements, in words.

    An unsafe cell must be possible at one less and at four more; noughts are published.
    """
    cells, rows = made.cells(), []
    for cell, value in zip(cells, made.values, strict=True):
        if cell in unsafe:
            rows.append([value, value, "u", 0, _UNBOUNDED, 1, 4])
        elif value:
            rows.append([value, value, "s", 0, _UNBOUNDED, 0, 0])
        else:
            rows.append([value, 1, "z", 0, 0, 0, 0])
    found = asked_of(peer, "suppress", made, rows, limit)
    if isinstance(found, str):
        return found
    cost = sum(made.values[i] for i in found["cells"] if cells[i] not in unsafe)
    return f"{cost} in {found['seconds']:.2f} s"


def checked() -> None:
    """Whether every unsafe cell of a large table is hidden by the others already."""
    made = table((315, 315))
    flags = primary(made, RULE, skip=frozenset({made.grand_total}))
    start = time.process_time()
    boxes = Boxes(made)
    number = {cell: i for i, cell in enumerate(made.cells())}
    open_ = mask(len(made.values), [number[flag.cell] for flag in flags])
    needs = [
        Requirement(number[flag.cell], end - made.values[number[flag.cell]])
        for flag in flags
        for end in (1, RULE.below - 1)
        if end != made.values[number[flag.cell]]
    ]
    proved = sum(boxes.find(need, open_) is not None for need in needs)
    took = time.process_time() - start
    print(
        f"requirement check, 316x316: {proved} of {len(needs)} proved without a program, {took:.1f} s"
    )


def named(inner: tuple[int, ...]) -> str:
    """The size of a table with its margins."""
    return "x".join(str(n + 1) for n in inner)


def main() -> None:
    given = argparse.ArgumentParser(description="Exact bounds and suppression beside peers.")
    given.add_argument("--peer", help="the Python of an environment that has pytauargus")
    given.add_argument("--sizes", default="", help="only these, such as 14x14x14,6x6x6")
    said = given.parse_args()
    peer_python, only = said.peer, said.sizes.split(",") if said.sizes else []
    if peer_python is None:
        print("pytauargus was not measured: no --peer was given")
    print("exact bounds of every withheld cell: ours, a plain audit by HiGHS, ratio")
    for inner in (each for each in AUDITED if not only or named(each) in only):
        made = table(inner)
        withheld = frozenset(flag.cell for flag in primary(made, RULE))
        system = made.published(withheld)
        start = time.process_time()
        ours = bounds(system)
        mine = time.process_time() - start
        start = time.process_time()
        theirs = plain(made, withheld, 15.0)
        peer = time.process_time() - start
        part = "" if len(theirs) == len(withheld) else f" (stopped at {len(theirs)} cells)"
        differ = sum(
            (ours.intervals[n].lo, ours.intervals[n].hi) != ends for n, ends in theirs.items()
        )
        exact = sum(each.attained for each in ours.intervals.values())
        print(
            f"  {named(inner):10} {len(withheld):5} withheld, {exact:5} exact: "
            f"{mine:7.3f} s, {peer:7.3f} s{part}, x{peer / mine:.1f}; "
            f"{differ} of {len(theirs)} intervals differ"
        )
        if peer_python is not None:
            print(
                f"             pytauargus: {beside(peer_python, made, withheld, ours)}", flush=True
            )
    if not only:
        checked()
    print("suppression: cost exact (bound) and seconds; fast cost and seconds; unmet")
    for inner in (each for each in PROTECTED if not only or named(each) in only):
        made = table(inner)
        flags = primary(made, RULE, skip=frozenset({made.grand_total}))
        parts = []
        for way in (Method.EXACT, Method.FAST):
            start = time.process_time()
            plan = protect(made, flags, RULE, Wishes(method=way, lower=1, upper=4, seconds=120.0))
            took = time.process_time() - start
            parts.append(
                f"{way.value} {plan.cost} ({plan.bound}) in {took:.2f} s, unmet {len(plan.unmet)}"
            )
        if peer_python is not None:
            unsafe = {flag.cell for flag in flags}
            parts.append(f"pytauargus {cheapest(peer_python, made, unsafe, 120.0)}")
        print(
            f"  {named(inner):10} {len(flags):4} unsafe: {'; '.join(parts)}",
            flush=True,
        )


if __name__ == "__main__":
    main()
