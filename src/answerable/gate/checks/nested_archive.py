"""Archives within archives."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="nested_archive",
    title="Archives within archives",
    severity=Severity.MEDIUM,
    why="Whole folders travel that way, and nobody opens the innermost.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Unpack it, and send the files that are meant.",
    fires="an archive in an archive in an archive",
    silent="an archive in an archive",
)
