"""Values of a chart that it does not show."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="chart_series",
    title="Values of a chart that it does not show",
    severity=Severity.LOW,
    why="A series or labels that were switched off keep their values in the chart.",
    breach="Nine of the eleven public breaches that we could document were data hidden in a released spreadsheet.",
    fix="Paste the chart as a picture.",
    fires="a series that was filtered out of a chart",
    silent="a series that the sheet shows",
)
