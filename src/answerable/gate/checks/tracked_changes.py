"""Tracked changes."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="tracked_changes",
    title="Tracked changes",
    severity=Severity.HIGH,
    why="Deleted words and the name of who deleted them are still in the file.",
    breach="A government dossier published as a Word file told who had changed what.",
    fix="Accept all changes, then delete the record of them.",
    fires="a tracked deletion",
    silent="words struck through by hand",
)
