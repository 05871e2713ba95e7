"""The child process that reads one table: limits first, then bytes in, an answer out.

Run as a file of its own. Standard input carries a line of JSON ({"name": …, "sheet": …,
"parts": […]}) and then the bytes; standard output one JSON object: the labels and counts, or one sentence
under "unusable".
"""

import contextlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from answerable.counts.table import Table

CPU_SECONDS, MEMORY = 20, 2 * 1024 * 1024 * 1024
MOST_CELLS = 900  # as many as an officer can look at one by one


def main() -> None:
    """Read one table within limits and answer in JSON."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # not on every system; the parent's clock still holds

        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    order = json.loads(sys.stdin.buffer.readline())
    try:
        answer = table_of(
            sys.stdin.buffer.read(), order["name"], order.get("sheet", ""), order.get("parts", ())
        )
    except (MemoryError, RecursionError):
        answer = {"unusable": "The file asks for more memory than a table needs. Paste the table."}
    sys.stdout.write(json.dumps(answer))


def table_of(data: bytes, name: str, sheet: str = "", parts: Sequence[str] = ()) -> dict[str, Any]:
    """The labels and counts of a table, totals put in, or what is wrong with it.

    ``parts``: what is part of what, in words. Where that is unsaid and would put the table right,
    the words are under "proposed", and the reason, which ends before them, under "why".
    """
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    from answerable.counts.files import sheet_of
    from answerable.counts.guesses import told
    from answerable.counts.proposals import PartUnsaidError
    from answerable.counts.read_table import from_rows
    from answerable.model import RefusedInputError, UnusableInputError

    try:
        found = sheet_of(data, Path(name).suffix, sheet)
        rows = found.rows
        if len(rows) * len(rows[0]) > MOST_CELLS:
            raise RefusedInputError(
                f"The table has {len(rows):,} rows and {len(rows[0]):,} columns; up to "
                f"{MOST_CELLS} cells can be looked at here. Give the table, not the records."
            )
        table = from_rows(rows, None, parts)
    except PartUnsaidError as problem:
        return {"why": problem.why, "proposed": problem.proposed}
    except (UnusableInputError, RefusedInputError) as problem:
        return {"unusable": str(problem)}
    except (KeyError, IndexError, ValueError, TypeError, AttributeError, NotImplementedError):
        return {"unusable": "The file cannot be read as a table. Save it as CSV, or paste it."}
    down, across = (tuple(map(_label, each)) for each in table.printed_labels)
    for labels, what in ((down, "rows"), (across, "columns")):
        plain = [each.casefold() for each in labels]
        if twice := next((each for each in labels if plain.count(each.casefold()) > 1), None):
            return {"unusable": f"Two {what} are called “{twice}”. Tell them apart."}
    corner = _label(rows[0][0]) or "Group"
    return {
        "corner": corner,
        "down": down,
        "across": across,
        "values": [
            value
            for cell, value in zip(table.cells(), table.values, strict=True)
            if not table.is_rest(cell)
        ],
        **({"parts": [_label(each) for each in parts], "levels": levels(table)} if parts else {}),
        "marks": [[*cell, mark] for cell, mark in table.marks.items()],
        "notes": [*found.notes, *table.notes, *told(table)],
    }


def levels(table: "Table") -> list[dict[str, Any]]:
    """What is part of what in rows and in columns, by place."""
    rests = table.rests or ((), ())
    return [
        {
            "sums": table.along(axis)[: len(table.along(axis)) - len(rests[axis])],
            "parts": rests[axis],
        }
        for axis in (0, 1)
    ]


def _label(text: str) -> str:
    """A label on one line, without the stroke that parts cells in a letter."""
    shown = "".join(c if c.isprintable() else " " for c in text.replace("|", "/"))
    return " ".join(shown.split())[:120]


if __name__ == "__main__":
    main()
