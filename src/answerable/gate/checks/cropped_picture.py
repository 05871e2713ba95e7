"""A cropped picture."""

from answerable.gate.check import Check
from answerable.model import Severity

CHECK = Check(
    slug="cropped_picture",
    title="A cropped picture",
    severity=Severity.HIGH,
    why="The part cut off is still in the file.",
    breach="Departments published PDF files whose black boxes lay over words that could be copied.",
    fix="Compress pictures and delete cropped areas.",
    fires="a picture of which a fifth is cropped on either side",
    silent="a picture cropped by nothing",
)
