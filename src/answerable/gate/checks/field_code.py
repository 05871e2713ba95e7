"""A field that names a file or source."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="field_code",
    title="A field that names a file or source",
    severity=Severity.LOW,
    why="It tells of files or data of the authority.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Turn fields into plain text.",
    fires="a field that includes words of another file",
    silent="a field that prints the page number",
)
