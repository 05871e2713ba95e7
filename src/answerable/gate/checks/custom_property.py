"""A custom property."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="custom_property",
    title="A custom property",
    severity=Severity.MEDIUM,
    why="It can hold names, case numbers or a class of secrecy.",
    breach="A government dossier published as a Word file told who had changed what.",
    fix="Delete the custom properties.",
    fires="a document with a property “Case worker”",
    silent="a property that a records system writes everywhere",
)
