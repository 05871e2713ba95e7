"""Building blocks."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="glossary",
    title="Building blocks",
    severity=Severity.LOW,
    why="Stored pieces of text travel with the document.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Read them before release.",
    fires="a document with stored pieces of text",
    silent="a document with numbering",
)
