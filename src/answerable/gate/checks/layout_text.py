"""Words on a layout that no slide uses."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="layout_text",
    title="Words on a layout that no slide uses",
    severity=Severity.LOW,
    why="They show when somebody opens the layouts or adds a slide.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Delete the layout.",
    fires="a box of text on a layout without slides",
    silent="a layout with places for words and nothing else",
)
