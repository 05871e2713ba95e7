"""A note on the PDF."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="pdf_annotation",
    title="A note on the PDF",
    severity=Severity.HIGH,
    why="Notes travel with the file.",
    breach="A government dossier published as a Word file told who had changed what.",
    fix="Delete the notes.",
    fires="a sticky note with words",
    silent="the frame of a note without words",
)
