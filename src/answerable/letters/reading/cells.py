"""The cells of tables put together, in the very room they took: nothing outside a table moves.

A cell that is broken over lines cannot be read where it stands. What was asked beside what is
answered is set out in ``columns``; here are the other tables: between bars, in hanging columns,
and reasons for beside reasons against.
"""

from answerable.letters.reading.barred import barred
from answerable.letters.reading.hung import hung
from answerable.letters.reading.sides import sides


def put_together(text: str) -> str:
    """``text`` with the cells of its tables whole, of the same length."""
    if "|" not in text and "  " not in text and "\t" not in text:
        return text
    lines = text.split("\n")
    made: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        found = None
        if "|" in line or line.lstrip()[:2] in ("+-", "+="):
            found = barred(lines, at)
        elif "  " in line or "\t" in line:
            found = sides(lines, at) or hung(lines, at)
        if found is None:
            made.append(line)
            at += 1
        else:
            made.append(found[0])
            at = found[1]
    new = "\n".join(made)
    return new if len(new) == len(text) else text
