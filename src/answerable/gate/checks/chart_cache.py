"""Values kept in a chart."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="chart_cache",
    title="Values kept in a chart",
    severity=Severity.HIGH,
    why="A chart keeps the figures it was drawn from.",
    breach="A workbook with pivot tables released with the rows behind them exposed thousands of patients and staff.",
    fix="Paste the chart as a picture.",
    fires="a chart drawn from another workbook, with its values",
    silent="a chart drawn from the sheet it stands on",
)
