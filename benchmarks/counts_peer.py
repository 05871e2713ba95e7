"""The audit of pytauargus (EUPL, a measuring peer only) on one table; run by its own interpreter.

Takes JSON on standard input (values, whether each is withheld, the lines of the table) and prints
the seconds its engine took and the range of each withheld cell. See ``counts.py --peer``.
"""

import json
import sys
import tempfile
import time

from pytauargus.engine import audit_jj

UNBOUNDED = 1_000_000


def main() -> None:
    given = json.load(sys.stdin)
    with tempfile.NamedTemporaryFile("w", suffix=".JJ") as file:
        print(0, len(given["values"]), sep="\n", file=file)
        for i, (value, withheld) in enumerate(zip(given["values"], given["withheld"], strict=True)):
            room, status = (1, "u") if withheld else (0, "s")
            print(i, value, max(value, 1), status, 0, UNBOUNDED, room, room, 0, file=file)
        print(len(given["lines"]), file=file)
        for line in given["lines"]:
            terms = " ".join(f"{i} ({-1 if i == line[-1] else 1})" for i in line)
            print(f"0 {len(line)} : {terms}", file=file)
        file.flush()
        start = time.perf_counter()
        rows = audit_jj(file.name)
        took = time.perf_counter() - start
    print(json.dumps({"seconds": took, "ends": [[r["cell"], r["min"], r["max"]] for r in rows]}))


if __name__ == "__main__":
    main()
