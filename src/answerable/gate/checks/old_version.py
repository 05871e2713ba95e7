"""An earlier version."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="old_version",
    title="An earlier version",
    severity=Severity.HIGH,
    why="The program can open it again.",
    breach="A government dossier published as a Word file told who had changed what.",
    fix="Save as a new file.",
    fires="a document with an earlier version inside",
    silent="a document with its settings inside",
)
