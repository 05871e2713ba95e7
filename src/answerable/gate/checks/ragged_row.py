"""A row with more values than the table has columns."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="ragged_row",
    title="A row with more values than the table has columns",
    severity=Severity.MEDIUM,
    why="It stands beside the table without a heading, where nobody looks.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete what stands beyond the last column.",
    fires="words in a fourth value of a table of three columns",
    silent="a title above a table",
)
