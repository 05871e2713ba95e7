"""What a filter was set to."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="filter_criteria",
    title="What a filter was set to",
    severity=Severity.LOW,
    why="The values that were picked stay in the filter when the cells are changed.",
    breach="Nine of the eleven public breaches that we could document were data hidden in a released spreadsheet.",
    fix="Clear the filter.",
    fires="a filter set to a value that no cell has",
    silent="a filter set to a value that a cell has",
)
