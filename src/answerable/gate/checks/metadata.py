"""Properties of the document."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="metadata",
    title="Properties of the document",
    severity=Severity.INFO,
    why="They name people and programs.",
    breach="A government dossier published as a Word file told who had changed what.",
    fix="Delete the properties if they matter.",
    fires="a document that names its author",
    silent="a document whose author is empty",
)
