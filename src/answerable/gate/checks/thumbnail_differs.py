"""A small copy that shows something else than the picture or page."""

from answerable.gate.check import Check
from answerable.model import Certainty, Severity

CHECK = Check(
    slug="thumbnail_differs",
    title="A small copy that shows something else",
    severity=Severity.HIGH,
    why="It was made before the picture or page was cut or blacked out, and shows what went.",
    breach="People cropped photographs whose small copies, still in the files, showed the whole.",
    fix="Make a clean copy, or save the picture or page anew without it.",
    fires="a photograph whose small copy shows more than the photograph",
    silent="a photograph with a small copy of itself",
    certainty=Certainty.LIKELY,
)
