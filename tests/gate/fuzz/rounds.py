"""Rounds of damaged files in a process of their own: python -m tests.gate.fuzz.rounds SEED ROUNDS.

Prints, as JSON, the verdicts, the most processor seconds that one file took and the most memory
that the process held.
"""

import json
import random
import resource
import sys
from collections import Counter
from pathlib import Path

from tests.gate.cases import CASES
from tests.gate.fuzz.damage import any_of
from tests.gate.fuzz.outcome import judged


def main() -> None:
    chance = random.Random(int(sys.argv[1]))
    files = [(make(), name) for pair in CASES.values() for make, name in pair]
    verdicts: Counter[str] = Counter()
    slowest = 0.0
    for _ in range(int(sys.argv[2])):
        data, name = chance.choice(files)
        verdict, seconds = judged(any_of(data, chance), name)
        verdicts[verdict] += 1
        slowest = max(slowest, seconds)
    print(json.dumps({"verdicts": verdicts, "seconds": slowest, "megabytes": most_memory()}))


def most_memory() -> int:
    """The most this process held, in MB; what its parent held before it began is not counted."""
    status = Path("/proc/self/status")
    if status.is_file():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
