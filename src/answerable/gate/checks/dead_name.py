"""A name of cells that were deleted."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="dead_name",
    title="A name of cells that were deleted",
    severity=Severity.LOW,
    why="It tells that a sheet or cells were there, and what they were called.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the name if it says more than the sheet.",
    fires="a name that stands for cells of a deleted sheet",
    silent="the same name for cells that are there",
)
