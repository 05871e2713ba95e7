"""A part of a picture under a box."""

from answerable.gate.check import Check
from answerable.model import Certainty, Severity

CHECK = Check(
    slug="picture_under_box",
    title="A part of a picture under a box",
    severity=Severity.HIGH,
    why="The box lies over the scan or photograph; anybody can take it off and see what is beneath.",
    breach="Scanned letters were published with boxes drawn over them that a PDF program moves aside.",
    fix="Redact the region: make a redacted copy, so that its dots go.",
    fires="a scan with a black box drawn over words of it",
    silent="the same scan with a black box beside it",
    certainty=Certainty.LIKELY,
)
