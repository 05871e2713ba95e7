"""A million letters audited on one machine: how long, and whether the memory stays flat.

The letters are those of ``batch.py`` (labelled letters of the tests with other names and numbers).
The command runs in a process of its own, as a user would start it; every minute its letters so far
and the memory of its whole tree of processes are printed, and at the end the rate and the time that
a million take at that rate. The target is 30 minutes on two cores.

    python benchmarks/million.py [ROWS]      (1,000,000 rows; some 4 GB of disk, half an hour)
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from batch import held, letters, tree, write

MINUTE = 60


def run(size: int, place: Path) -> None:
    """Write the corpus, audit it, and print a row a minute."""
    corpus, out = place / "letters.jsonl", place / "audited.parquet"
    write(letters(size, seed=7), corpus)
    print(
        f"{size:,} letters, {corpus.stat().st_size / size:,.0f} bytes each on average", flush=True
    )
    call = [sys.executable, "-m", "answerable", "batch", "audit", str(corpus), "-o", str(out)]
    start = time.perf_counter()
    seen: list[float] = []
    with (place / "said").open("w") as said:
        running = subprocess.Popen(call, stdout=said, stderr=said)
        due = MINUTE
        while running.poll() is None:
            time.sleep(1)
            passed = time.perf_counter() - start
            if passed >= due:
                seen.append(sum(map(held, tree(running.pid))) / 1024)
                print(f"  {due // MINUTE:3} min {seen[-1]:6.0f} MB", flush=True)
                due += MINUTE
    seconds = time.perf_counter() - start
    if running.returncode:
        sys.exit((place / "said").read_text()[-2_000:])
    flat = f"{min(seen):.0f} to {max(seen):.0f} MB" if seen else "less than a minute"
    print(f"{seconds:,.0f} s on {workers()} cores, {size / seconds:.0f} letters a second; {flat}")
    print(f"a million at that rate: {1_000_000 / size * seconds / 60:.1f} minutes")


def workers() -> int:
    """The processors that the batch takes when it is told nothing."""
    return len(os.sched_getaffinity(0))


def main() -> None:
    """Measure and print."""
    said = argparse.ArgumentParser()
    said.add_argument("rows", nargs="?", type=int, default=1_000_000)
    with tempfile.TemporaryDirectory() as place:
        run(said.parse_args().rows, Path(place))


if __name__ == "__main__":
    main()
