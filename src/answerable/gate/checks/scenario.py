"""Values of a scenario."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="scenario",
    title="Values of a scenario",
    severity=Severity.HIGH,
    why="The scenario manager shows them.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the scenario.",
    fires="a sheet with a scenario that holds a value",
    silent="a sheet with an empty list of scenarios",
)
