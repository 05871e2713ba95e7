"""A header or footer."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="header_footer",
    title="A header or footer",
    severity=Severity.INFO,
    why="It prints with the sheet.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Read it before release.",
    fires="a sheet with words in its header",
    silent="a sheet whose header is empty",
)
