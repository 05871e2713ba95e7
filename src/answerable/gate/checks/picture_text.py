"""Text stored in a picture."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="picture_text",
    title="Text stored in a picture",
    severity=Severity.MEDIUM,
    why="No viewer shows it beside the picture.",
    breach="None is known to us; it is found by the same look as the others.",
    fix="Save the picture anew without its data.",
    fires="a PNG with a comment stored in it",
    silent="a PNG without",
)
