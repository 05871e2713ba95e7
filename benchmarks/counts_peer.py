"""pytauargus (EUPL, a measuring peer only) on one table; run by its own interpreter.

Takes JSON on standard input (rows as the engine's file has them, the lines of the table, what is asked for
and for how many seconds at most) and prints the seconds that its engine took with the range of each withheld
cell (``audit``), or with the cells that it withholds (``suppress``). See ``counts.py --peer``.
"""

import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from pytauargus.engine import Engine, audit_jj


def main() -> None:
    given = json.load(sys.stdin)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "table.jj"
        write(given, file)
        job = suppress if given["job"] == "suppress" else audit
        print(json.dumps(job(file, given)))


def write(given: dict[str, Any], file: Path) -> None:
    """The table as the engine reads it: cells with bounds and protection levels, then the lines."""
    with file.open("w", encoding="ascii") as out:
        print(0, len(given["rows"]), sep="\n", file=out)
        for i, row in enumerate(given["rows"]):
            print(i, *row, 0, file=out)
        print(len(given["lines"]), file=out)
        for line in given["lines"]:
            terms = " ".join(f"{i} ({-1 if i == line[-1] else 1})" for i in line)
            print(f"0 {len(line)} : {terms}", file=out)


def audit(file: Path, given: dict[str, Any]) -> dict[str, Any]:
    """The range of each withheld cell."""
    start = time.process_time()
    rows = audit_jj(str(file))
    took = time.process_time() - start
    return {"seconds": took, "ends": [[r["cell"], r["min"], r["max"]] for r in rows]}


def suppress(file: Path, given: dict[str, Any]) -> dict[str, Any]:
    """The cells of the cheapest pattern that it finds in time."""
    out, engine = file.with_suffix(".out"), Engine()
    minutes = max(1, round(given["limit"] / 60))
    start = time.process_time()
    code = engine._hitas.full_jj(in_file_jj=str(file), out_file=str(out), max_time=minutes)
    took = time.process_time() - start
    cells = [int(line.split()[0]) for line in out.read_text().splitlines() if line.strip()]
    return {"seconds": took, "code": code, "cells": cells}


if __name__ == "__main__":
    main()
