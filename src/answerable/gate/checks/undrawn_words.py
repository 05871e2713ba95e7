"""Words that a page keeps and does not draw."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="undrawn_words",
    title="Words that a page keeps and does not draw",
    severity=Severity.HIGH,
    why="A stamp or box that was taken off leaves its words in the file.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Print the document to a new PDF.",
    fires="a drawing with words in the list of a page that does not draw it",
    silent="a drawing with words that the page draws",
)
