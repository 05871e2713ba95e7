"""A table from what was pasted or attached, read by a child process that may fail without harm."""

import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from answerable.counts.levels import Levels
from answerable.counts.proposals import PartUnsaidError
from answerable.counts.subsets import with_rests
from answerable.counts.table import Cell, Table
from answerable.desk.tables import child
from answerable.model import RefusedInputError, UnusableInputError

MOST_BYTES = 5 * 1024 * 1024
SECONDS = 30


def read(data: bytes, name: str, sheet: str = "", parts: Sequence[str] = ()) -> dict[str, Any]:
    """The table as it is kept: ``corner``, ``down``, ``across``, ``values``, ``marks``
    (cells without a count, as row, column and mark), and ``notes`` on what was made of it.

    ``parts``: what is part of what, in words; kept with its places under ``parts`` and ``levels``.

    Raises:
        PartUnsaidError: it adds up if something is part of something, which was not said.
        RefusedInputError: it is too large.
        UnusableInputError: it is no table of counts; the sentence says what and where.
    """
    if len(data) > MOST_BYTES:
        raise RefusedInputError(
            f"The file is over {MOST_BYTES // 1024**2} MB. Give the table, not the records."
        )
    head = json.dumps({"name": name, "sheet": sheet, "parts": list(parts)}).encode() + b"\n"
    try:
        done = subprocess.run(
            [sys.executable, "-I", child.__file__],
            input=head + data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "OPENBLAS_NUM_THREADS": "1"},
        )
        answer: dict[str, Any] = json.loads(done.stdout) if done.returncode == 0 else {}
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        answer = {}
    if "proposed" in answer:
        raise PartUnsaidError(answer["why"], tuple(answer["proposed"]))
    if "values" not in answer:
        raise UnusableInputError(
            answer.get("unusable")
            or "The file could not be read to its end. Save the table as CSV, or paste it."
        )
    return answer


def table_of(raw: dict[str, Any]) -> Table:
    """A kept table as the counts know it."""
    labels = (tuple(raw["down"]), tuple(raw["across"]))
    marks: dict[Cell, str] = {(i, j): mark for i, j, mark in raw.get("marks", ())}
    levels = kept_levels(raw.get("levels"))
    table = Table(
        (len(labels[0]), len(labels[1])),
        tuple(raw["values"]),
        labels,
        impossible=frozenset(marks),
        marks=marks,
        sums=tuple(each.sums for each in levels) if levels else (),
    )
    return with_rests(table, [each.parts for each in levels]) if levels else table


def kept_levels(raw: list[dict[str, Any]] | None) -> tuple[Levels, Levels] | None:
    """What is part of what, as it is kept beside a table or a release; None: one total, no more."""
    if not raw:
        return None
    down, across = (
        Levels(
            tuple(tuple(line) for line in each["sums"]),
            tuple((part, whole) for part, whole in each["parts"]),
        )
        for each in raw
    )
    return down, across
