"""Names of places in the text."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="bookmark_name",
    title="Names of places in the text",
    severity=Severity.LOW,
    why="A place is named by whoever set it, often after what stands there.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the bookmarks.",
    fires="a place named after a person",
    silent="places that the program named",
)
