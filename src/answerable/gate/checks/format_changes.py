"""Tracked changes of format."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="format_changes",
    title="Tracked changes of format",
    severity=Severity.MEDIUM,
    why="They tell who edited the document and when.",
    breach="A government dossier published as a Word file told who had changed what.",
    fix="Accept all changes.",
    fires="a word made bold as a tracked change",
    silent="a word made bold",
)
