"""A document variable."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="document_variable",
    title="A document variable",
    severity=Severity.HIGH,
    why="It holds words that no page shows.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Save the visible document as a new file.",
    fires="a document with a variable that holds a name",
    silent="settings that hold the zoom",
)
