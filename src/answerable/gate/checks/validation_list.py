"""A drop-down list that holds data."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="validation_list",
    title="A drop-down list that holds data",
    severity=Severity.MEDIUM,
    why="The list shows in the cell's rule.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the rule.",
    fires="a drop-down list of people",
    silent="a drop-down list of yes and no",
)
