"""A column about people far to the right."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="far_column",
    title="A column about people far to the right",
    severity=Severity.MEDIUM,
    why="Nobody scrolled so far, and it tells of a person in every row.",
    breach="Nine of the eleven public breaches that we could document were data hidden in a released spreadsheet.",
    fix="Delete the column if it is not meant to be released.",
    fires="names in the thirtieth column",
    silent="a register whose first columns name people",
)
