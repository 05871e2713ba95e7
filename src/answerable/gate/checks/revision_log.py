"""A log of changes."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="revision_log",
    title="A log of changes",
    severity=Severity.HIGH,
    why="It keeps what cells held before.",
    breach="A government dossier published as a Word file told who had changed what.",
    fix="Copy the visible cells to a new workbook.",
    fires="a shared workbook with its log of changes",
    silent="a workbook whose sheets are protected",
)
