"""How near the fast method comes to the proven optimum, on seeded tables of several sizes.

    python benchmarks/counts_fast.py [--seeds 5] [--sizes 10x10,7x7x7] [--seconds 120]

Prints for each table the cost of the fast method, that of the cheapest pattern (or the proven bound of it
where time ran out) and their ratio, then the largest and the mean ratio where the optimum is proven.
"""

import argparse
import time

from answerable.counts.protect import Method, Plan, Wishes, protect
from answerable.counts.rules import primary
from counts import RULE, table

SIZES = "10x10,20x20,32x32,5x5x5,6x6x6,7x7x7"


def planned(inner: tuple[int, ...], seed: int, way: Method, seconds: float) -> tuple[Plan, float]:
    """The plan of one method for one table, and its seconds."""
    made = table(inner, seed)
    flags = primary(made, RULE, skip=frozenset({made.grand_total}))
    start = time.perf_counter()
    plan = protect(made, flags, RULE, Wishes(method=way, lower=1, upper=4, seconds=seconds))
    return plan, time.perf_counter() - start


def main() -> None:
    asked = argparse.ArgumentParser(description="The fast method beside the proven optimum.")
    asked.add_argument("--seeds", type=int, default=5)
    asked.add_argument("--sizes", default=SIZES)
    asked.add_argument("--seconds", type=float, default=120.0)
    given = asked.parse_args()
    ratios: list[float] = []
    for size in given.sizes.split(","):
        inner = tuple(int(n) - 1 for n in size.split("x"))
        for seed in range(1, given.seeds + 1):
            fast, quick = planned(inner, seed, Method.FAST, given.seconds)
            exact, slow = planned(inner, seed, Method.EXACT, given.seconds)
            ratio = fast.cost / exact.cost if exact.cost else 1.0 + (fast.cost > 0)
            least = f"{exact.cost}" if exact.optimal else f"{exact.cost} (at least {exact.bound})"
            if exact.optimal:
                ratios.append(ratio)
            print(
                f"  {size:9} seed {seed}: fast {fast.cost:5} in {quick:6.2f} s, least {least} in "
                f"{slow:6.2f} s, ratio {ratio:.3f}, unmet {len(fast.unmet)} and {len(exact.unmet)}",
                flush=True,
            )
    print(
        f"{len(ratios)} proven optima: the fast method is at most {max(ratios):.3f} of the least, "
        f"{sum(ratios) / len(ratios):.3f} on average"
    )


if __name__ == "__main__":
    main()
