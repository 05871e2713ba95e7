"""Settings of a printer or program."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="printer_settings",
    title="Settings of a printer or program",
    severity=Severity.INFO,
    why="They can name machines.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Nothing, unless the names matter.",
    fires="a workbook with the settings of a printer",
    silent="a workbook that prints across",
)
