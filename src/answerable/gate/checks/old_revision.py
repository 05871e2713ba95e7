"""Earlier states of the document."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="old_revision",
    title="Earlier states of the document",
    severity=Severity.HIGH,
    why="What was changed or removed can be restored.",
    breach="A government dossier published as a Word file told who had changed what.",
    fix="Save as a new file, not on top of the old one.",
    fires="a PDF with a state appended in which a name was changed",
    silent="the same PDF written once",
)
