"""The cells of tables put together, in the very room they took: nothing outside a table moves.

A cell that is broken over lines cannot be read where it stands. What was asked beside what is
answered is set out in ``columns``; here are the other tables: between bars, in hanging columns,
and reasons for beside reasons against.
"""

from collections.abc import Sequence

from answerable.letters.reading.barred import barred
from answerable.letters.reading.hung import hung
from answerable.letters.reading.sides import sides


def put_together(text: str) -> str:
    """``text`` with the cells of its tables whole, of the same length."""
    if "|" not in text and "   " not in text and "\t" not in text:
        return text
    lines = text.split("\n")
    made: list[str] = []
    done = 0
    for at, line in enumerate(lines):
        if at < done:
            continue
        if "|" in line:
            found = _quoted_by_bars(lines, at) or barred(lines, at)
        elif "  " in line or "\t" in line:
            found = _found(lines, at)
        else:
            continue
        if found is not None:
            made += [*lines[done:at], found[0]]
            done = found[1]
    if not made:
        return text
    new = "\n".join([*made, *lines[done:]])
    return new if len(new) == len(text) else text


def _quoted_by_bars(lines: Sequence[str], at: int) -> tuple[str, int] | None:
    """A quotation with one bar before every line, marked as mail marks it, and the line after it."""
    end = at
    while end < len(lines) and lines[end].lstrip()[:1] == "|" and lines[end].count("|") == 1:
        end += 1
    if end - at < 2:
        return None
    return "\n".join(line.replace("|", ">", 1) for line in lines[at:end]), end


def _found(lines: Sequence[str], at: int) -> tuple[str, int] | None:
    """The table without bars that begins at line ``at`` put together, and the line after it."""
    line = lines[at]
    if line[0] in " \t" and not line.strip():
        return None
    if ("gainst" in line or "GAINST" in line) and (found := sides(lines, at)) is not None:
        return found
    return hung(lines, at)
